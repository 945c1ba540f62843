#!/usr/bin/env bash
# ical-generator 10.2.0 (npm): in a calendar with a time zone, the end of a rule and the stamp of
# an event are times on the wall.
#
# Expected: where DTSTART has a TZID, UNTIL "MUST be specified as a date with UTC time" (RFC 5545,
# section 3.3.10), and where DTSTART is a day, UNTIL is a day. DTSTAMP "MUST be specified in the
# UTC time format" (section 3.8.7.2).
#
# Seen: UNTIL has no Z: 09:00 in Riga instead of 07:00 in UTC; after a start of a whole day it is
# a moment. DTSTAMP has no Z either. Without a time zone both have it.
#
# Who would notice: a family whose program takes UNTIL to the letter or refuses the rule: the last
# visit is in doubt. tilts writes UNTIL in UTC, and a day for days (until() in
# src/feed/visits.c; tests/cli/feeds.t).
. "${0%/*}/lib.sh"
npm_packages ical-generator@10.2.0
export TZ=Europe/Riga

# lines ZONE ALL_DAY: what is written of a rule that ends on 17 November at nine, and of the stamp.
lines() {
	node -e '
const { default: ical } = require("ical-generator")
const [, timezone, whole] = process.argv
const calendar = ical({ timezone: timezone || null })
calendar.createEvent({
	id: "a",
	summary: "Visits",
	stamp: new Date("2026-01-01T10:00:00Z"),
	timezone: timezone || null,
	start: new Date("2026-11-03T07:00:00Z"),
	allDay: whole === "day",
	repeating: { freq: "WEEKLY", until: new Date("2026-11-17T07:00:00Z") },
})
console.log(calendar.toString())' "$@" | tr -d '\r' | grep -E '^(DTSTAMP|DTSTART|RRULE)'
}

seen 'with a zone' 'DTSTAMP:20260101T120000
DTSTART;TZID=Europe/Riga:20261103T090000
RRULE:FREQ=WEEKLY;UNTIL=20261117T090000' lines Europe/Riga hour
seen 'with a zone, whole days' 'DTSTAMP:20260101T120000
DTSTART;VALUE=DATE:20261103
RRULE:FREQ=WEEKLY;UNTIL=20261117T090000' lines Europe/Riga day
seen 'without a zone' 'DTSTAMP:20260101T100000Z
DTSTART:20261103T070000Z
RRULE:FREQ=WEEKLY;UNTIL=20261117T070000Z' lines '' hour
finish
