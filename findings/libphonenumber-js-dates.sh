#!/usr/bin/env bash
# libphonenumber-js 1.13.16 (npm): in a Latvian text, days and sums are telephones.
#
# Expected: findPhoneNumbersInText() finds the telephones of a text, the README says; Google's
# matcher, which it calls itself a port of, leaves out "08/31/95" and what else is a date rather
# than a telephone. A day as ISO 8601 writes it, or as Latvia does, and a sum are none.
#
# Seen: "2026-11-03" is +371 20261103, and "28.10.2026" is +371 28102026, also with the metadata
# "max": mobile numbers of Latvia are eight digits that begin with 2, and so are all days from 2000
# on, and the 20th to the 29th of each month. "25 000 000" is one. "03.11.2026" is none, and
# "2026-11-03T09:00" neither. Google's matcher finds them as well, unless it is asked for numbers in
# their own groups, and then no day is one; the package does not have that choice.
#
# Who would notice: a reader who taps a day of visits and calls a stranger. It shows late: tests
# have days of the beginning of a month. tilts makes links only of numbers with +371
# (src/base/phone.c; tests/unit/base_phone_test.c).
. "${0%/*}/lib.sh"
npm_packages libphonenumber-js@1.13.16
debian python3-phonenumbers=8.12.57-4

# found TEXT: the telephones in it.
found() {
	node -e '
const { findPhoneNumbersInText } = require("libphonenumber-js/max")
console.log(findPhoneNumbersInText(process.argv[1], "LV").map(({ number }) => number.number).join(" "))' "$1"
}

# grouped TEXT: the telephones in it that a port of Google's own finds when groups count.
grouped() {
	/usr/bin/python3 -c '
import sys
from phonenumbers import Leniency, PhoneNumberMatcher, format_number, PhoneNumberFormat
found = PhoneNumberMatcher(sys.argv[1], "LV", leniency=Leniency.STRICT_GROUPING)
print(" ".join(format_number(match.number, PhoneNumberFormat.E164) for match in found))' "$1"
}

seen 'a telephone' +37167219000 found 'Zvaniet 67 219 000.'
seen 'a day of ISO 8601' '+37120261103 +37120261110' found 'no 2026-11-03 līdz 2026-11-10'
seen 'a day late in the month' +37128102026 found 'Tiekas 28.10.2026.'
seen 'a day early in the month' '' found 'Tiekas 03.11.2026.'
seen 'a day with an hour' '' found 'Tiekas 2026-11-03T09:00.'
seen 'days, in groups' '' grouped 'no 2026-11-03 līdz 28.10.2026'
seen 'a telephone, in groups' +37167219000 grouped 'Zvaniet 67 219 000.'
seen 'a sum' +37125000000 found 'Iztērēti 25 000 000 eiro.'
finish
