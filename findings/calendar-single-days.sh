#!/usr/bin/env bash
# ical.js 2.2.1 and node-ical 0.27.2 (npm): of days that are named one by one, some are lost.
#
# Expected: an event with DTSTART and RDATE takes place on all of these days, with a rule or
# without one: the set is made of the initial DTSTART along with RRULE and RDATE, less EXDATE
# (RFC 5545, section 3.8.5.2).
#
# Seen: without a rule, ical.js shows the days of RDATE and not the first; node-ical shows the
# first and not those of RDATE, with a rule too. With a rule, ical.js shows all.
#
# Who would notice: a family that follows a calendar in which single visiting days are named
# like this; each program hides other days. tilts writes each extra day as an event of its
# own (src/feed/visits.c).
. "${0%/*}/lib.sh"
npm_packages ical.js@2.2.1 node-ical@0.27.2
export TZ=UTC

cat >js.mjs <<'JS'
import { readFileSync } from "node:fs"
import ICAL from "ical.js"

const calendar = ICAL.Component.fromString(readFileSync("calendar", "utf8"))
const days = new ICAL.Event(calendar.getFirstSubcomponent("vevent")).iterator()
for (let day; (day = days.next()); ) console.log(day.toString().slice(0, 10))
JS
cat >node.cjs <<'JS'
const ical = require("node-ical")

for (const event of Object.values(ical.parseFile("calendar")).filter(({ type }) => type === "VEVENT"))
	for (const { start } of ical.expandRecurringEvent(event, { from: new Date("2026-01-01"), to: new Date("2027-01-01") }))
		console.log(start.toISOString().slice(0, 10))
JS
# days PROGRAM LINES…: of the event that has these lines.
days() {
	local program=$1
	shift
	printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//a//b//EN BEGIN:VEVENT UID:1 DTSTAMP:20260101T000000Z \
		DTSTART:20260105T100000Z DTEND:20260105T110000Z RDATE:20260107T100000Z "$@" END:VEVENT END:VCALENDAR >calendar
	node "$program"
}

rule='RRULE:FREQ=WEEKLY;COUNT=2'
seen 'a first day and another, by ical.js' 2026-01-07 days js.mjs
seen 'a first day and another, by node-ical' 2026-01-05 days node.cjs
seen 'and a rule, by ical.js' '2026-01-05
2026-01-07
2026-01-12' days js.mjs "$rule"
seen 'and a rule, by node-ical' '2026-01-05
2026-01-12' days node.cjs "$rule"
finish
