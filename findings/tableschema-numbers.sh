#!/usr/bin/env bash
# tableschema 1.12.6 (npm): a number with a comma for its fraction becomes ten times as large or more.
#
# Expected: with decimalChar "," and groupChar ".", "1.234,5" is 1234.5: the first is "a string whose
# value is used to represent a decimal point within the number", the second is "used to group
# digits within the number" (Table Schema, "Types and Formats", number).
#
# Seen: 12345. The comma is made a point first, and then all points are taken out as groups. A
# number without a group suffers as well: "3,50" is 350. No message. With a space for groups, or
# a comma for groups and a point for the fraction, it is right.
#
# Who would notice: whoever adds up open data of a body that writes numbers like this. Numbers in
# tables of tilts have a point and no groups, whatever the language of the page (src/feed/csv.c).
. "${0%/*}/lib.sh"
npm_packages tableschema@1.12.6

# number DECIMAL GROUP TEXT
number() {
	node -e '
const [, decimalChar, groupChar, text] = process.argv
const { Field } = require("tableschema")
console.log(new Field({ name: "euro", type: "number", decimalChar, groupChar }).castValue(text))' "$@"
}

seen 'a comma, and points for groups' 12345 number , . 1.234,5
seen 'a comma and no group in the number' 350 number , . 3,50
seen 'a comma, and spaces for groups' 1234.5 number , ' ' '1 234,5'
seen 'a point, and commas for groups' 1234.5 number . , 1,234.5
finish
