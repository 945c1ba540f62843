#!/usr/bin/env bash
# rrule 2.8.1 (npm): the last Saturday of each month, in words, is every Saturday, and said to be all that the rule says.
#
# Expected: toText() is a textual representation of the rule, and isFullyConvertibleToText() says whether all
# of its options are in it (README). Saturdays with BYSETPOS=-1 in months are the last Saturday
# (RFC 5545, section 3.3.10), as are those of BYDAY=-1SA; BYMONTHDAY=-1 is the last day; BYHOUR=9 with
# BYMINUTE=30 is half past nine.
#
# Seen: "every month on Saturday", "every month on the last", "every day at 9", and of each that it is fully in
# words. What is missing, BYSETPOS and BYMINUTE, is not looked for. BYDAY=-1SA is right. The days that
# the same rules give are right, too.
#
# Who would notice: a family that reads the words beside a calendar and comes on the first Saturday. tilts writes
# hours in words from the record, not from a rule, and has BYDAY with a number (rule_of() in
# src/feed/visits.c).
. "${0%/*}/lib.sh"
npm_packages rrule@2.8.1

words() {
	node -e '
const { RRule } = require("rrule")
const rule = RRule.fromString(process.argv[1])
console.log(rule.toText(), rule.isFullyConvertibleToText())' "$1"
}
first() {
	node -e '
const { rrulestr } = require("rrule")
console.log(rrulestr(`DTSTART:20261101T090000Z\nRRULE:${process.argv[1]};COUNT=1`).all()[0].toISOString())' "$1"
}

seen 'the last Saturday, by its number' 'every month on the last Saturday true' words 'FREQ=MONTHLY;BYDAY=-1SA'
seen 'the last Saturday, by its place' 'every month on Saturday true' words 'FREQ=MONTHLY;BYDAY=SA;BYSETPOS=-1'
seen 'the same, as a day' 2026-11-28T09:00:00.000Z first 'FREQ=MONTHLY;BYDAY=SA;BYSETPOS=-1'
seen 'the first working day' 'every month on weekdays true' words 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1'
seen 'the last day' 'every month on the last true' words 'FREQ=MONTHLY;BYMONTHDAY=-1'
seen 'half past nine' 'every day at 9 true' words 'FREQ=DAILY;BYHOUR=9;BYMINUTE=30'
finish
