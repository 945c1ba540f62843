#!/usr/bin/env bash
# libphonenumber-js 1.13.16 (npm): of two telephones with a comma between, the second is lost.
#
# Expected: "60000001, 60000002" is two telephones. The README calls the package a rewrite of Google's
# libphonenumber, which takes a comma for the beginning of an extension where it is given one
# number, but not where it looks for numbers in a text: its port python3-phonenumbers finds both.
#
# Seen: findPhoneNumbersInText() finds one, 60000001, with the extension 60000002. With a semicolon
# it is the same; where the second is written in groups, the extension is the first group, and
# the rest is nowhere. With "vai" or a stroke between, or +371 before each, both are found.
#
# Who would notice: a mother who taps a number in a message: the second, which answers in the
# evening, can't be tapped, and the first is dialled with digits that nobody asked for. tilts makes
# links of numbers with +371, each of them by its eight digits (src/base/phone.c).
. "${0%/*}/lib.sh"
npm_packages libphonenumber-js@1.13.16
debian python3-phonenumbers=8.12.57-4

cat >find.mjs <<'JS'
import { findPhoneNumbersInText } from "libphonenumber-js/max"

for (const { number } of findPhoneNumbersInText(process.argv[2], "LV"))
	console.log(number.number + (number.ext ? " extension " + number.ext : ""))
JS
cat >find.py <<'PY'
import sys
import phonenumbers

for match in phonenumbers.PhoneNumberMatcher(sys.argv[1], "LV"):
    print(phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164), match.number.extension or "", sep="")
PY
js() { node find.mjs "$1"; }
port() { /usr/bin/python3 find.py "$1"; }

both='+37160000001
+37160000002'
seen 'the port: a comma' "$both" port '60000001, 60000002'
seen 'the port: a semicolon' "$both" port '60000001; 60000002'
seen '"vai"' "$both" js '60000001 vai 60000002'
seen 'a stroke' "$both" js '60000001/60000002'
seen 'a comma, both with +371' "$both" js '+371 60000001, +371 60000002'
seen 'a comma' '+37160000001 extension 60000002' js '60000001, 60000002'
seen 'a semicolon' '+37160000001 extension 60000002' js '60000001; 60000002'
seen 'a comma and spaces' '+37160000001 extension 60' js '60 000 001, 60 000 002'
finish
