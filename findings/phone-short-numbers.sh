#!/usr/bin/env bash
# google-libphonenumber 3.2.47 (npm), python3-phonenumbers 8.12.57 (Debian): in Latvia, two of four help lines are no numbers.
#
# Expected: isValidShortNumberForRegion() "tests whether a short number matches a valid pattern in a region".
# 116 000, 116 006, 116 111 and 116 123 are reserved in the whole Union for the same help (Commission
# Decision 2007/116/EC as amended by 2009/884/EC), and all four answer in Latvia.
#
# Seen: for Latvia 116 000 (missing children) and 116 111 (children) are valid; 116 006 (victims of crime)
# and 116 123 (a heavy heart) are not. In Finland, Sweden and Germany all four are, in Poland and Lithuania
# three. So each country has a list of its own, and a number that one has is none next door.
#
# Who would notice: an editor whose form checks telephones with these data cannot save the two lines that
# matter most on a bad night, or a page drops them as slips. tilts knows telephones by their form
# (src/base/phone.c), and the numbers of its lines stand in records with a source.
. "${0%/*}/lib.sh"
npm_packages google-libphonenumber@3.2.47
debian python3-phonenumbers=8.12.57-4

# valid COUNTRY: those of the four that are valid there.
cat >valid.cjs <<'JS'
const { PhoneNumberUtil, ShortNumberInfo } = require("google-libphonenumber")

const country = process.argv[2]
const numbers = ["116000", "116006", "116111", "116123"]
console.log(numbers.filter((number) => new ShortNumberInfo().isValidShortNumberForRegion(
	PhoneNumberUtil.getInstance().parse(number, country), country)).join(" "))
JS
valid() { node valid.cjs "$1"; }
valid_in_python() {
	/usr/bin/python3 - "$1" <<'PY'
import sys
import phonenumbers

country = sys.argv[1]
print(*(number for number in ("116000", "116006", "116111", "116123")
    if phonenumbers.is_valid_short_number_for_region(phonenumbers.parse(number, country), country)))
PY
}

seen 'Latvia' '116000 116111' valid LV
seen 'Latvia, python3-phonenumbers' '116000 116111' valid_in_python LV
seen 'Lithuania' '116000 116111 116123' valid LT
seen 'Poland' '116000 116111 116123' valid PL
seen 'Finland' '116000 116006 116111 116123' valid FI
seen 'Finland, python3-phonenumbers' '116000 116006 116111' valid_in_python FI
finish
