#!/usr/bin/env bash
# rrule 2.8.1 (npm): the last visit of a rule is lost, and a rule of whole days begins today.
#
# Expected: 1. A rule whose start has a TZID ends in UTC (RFC 5545, section 3.3.10: UNTIL "MUST
# be specified as a date with UTC time" then), and an instance at UNTIL is the last. In Riga
# 09:00 of 3 November is 07:00 in UTC, so "UNTIL=20261103T070000Z" takes that day in. The
# README says that TZID is supported.
# 2. "DTSTART;VALUE=DATE:20261020" is a start as any other (section 3.8.2.4), and the README
# takes this moment as the start only when "the property is not found".
#
# Seen: 1. The time of UTC is compared with the time on the wall: 09:00 is later than 07:00,
# and 3 November is gone. No message. With UNTIL at the end of the day it is there.
# 2. The start is not found, and the rule begins at the moment when it is read.
#
# Who would notice: a mother who follows a prison's calendar in a program on rrule, on the last
# day of visits. tilts ends its rules with the end of the day (until() in src/feed/visits.c;
# tests/cli/feeds.t). Hours that nobody knows stay whole days: a calendar has no other word.
. "${0%/*}/lib.sh"
npm_packages rrule@2.8.1
export TZ=Europe/Riga

# days TEXT: the day of each instance.
days() {
	node -e '
const { rrulestr } = require("rrule")
for (const date of rrulestr(process.argv[1]).all()) console.log(date.toISOString().slice(0, 10))' "$1"
}
# start TEXT: what was found as the start.
start() {
	node -p 'require("rrule").rrulestr(process.argv[1]).origOptions.dtstart?.toISOString() ?? "none"' "$1"
}

visits='DTSTART;TZID=Europe/Riga:20261020T090000
RRULE:FREQ=WEEKLY;UNTIL='
weeks='RRULE:FREQ=WEEKLY;COUNT=2'
seen 'until the last visit begins' '2026-10-20
2026-10-27' days "${visits}20261103T070000Z"
seen 'until the last day is over' '2026-10-20
2026-10-27
2026-11-03' days "${visits}20261103T215959Z"
seen 'an hour is a start' 2026-10-20T09:00:00.000Z start "DTSTART:20261020T090000Z
$weeks"
seen 'a day is none' none start "DTSTART;VALUE=DATE:20261020
$weeks"
finish
