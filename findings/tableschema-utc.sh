#!/usr/bin/env bash
# tableschema 1.12.6 (npm): "Z" at the end of a moment is a letter; the moment is read as local.
#
# Expected: a `datetime` without a format is ISO 8601 "YYYY-MM-DDThh:mm:ssZ in UTC time" (Table
# Schema, "Types and Formats"): "05:10:40Z" is one moment, wherever it is read.
#
# Seen: on a computer in Riga it is 05:10:40 there, which is 03:10:40 in UTC in winter and
# 02:10:40 in summer. No message. Only where the clock is UTC it is right, so tests on servers
# don't see it. Other programs read the same text as what it says.
#
# Who would notice: whoever compares `last_modified` of open data with another source: what is
# newer seems older. tilts writes the moment as the standard says (src/feed/hsds_table.c and
# hsds.c); in HSDS's JSON beside it the same moment can be read without a Table Schema.
. "${0%/*}/lib.sh"
npm_packages tableschema@1.12.6

# read_in ZONE TEXT
read_in() {
	TZ=$1 node -e '
const { Field } = require("tableschema")
const field = new Field({ name: "last_modified", type: "datetime" })
console.log(field.castValue(process.argv[1]).toISOString())' "$2"
}
by_itself() { TZ=$1 node -p 'new Date(process.argv[1]).toISOString()' "$2"; }

winter=2026-11-22T05:10:40Z summer=2026-06-22T05:10:40Z
seen 'a moment, where the clock is UTC' 2026-11-22T05:10:40.000Z read_in UTC $winter
seen 'the same moment, read in Riga' 2026-11-22T03:10:40.000Z read_in Europe/Riga $winter
seen 'a moment of summer, read in Riga' 2026-06-22T02:10:40.000Z read_in Europe/Riga $summer
seen 'what JavaScript itself reads in Riga' 2026-11-22T05:10:40.000Z by_itself Europe/Riga $winter
finish
