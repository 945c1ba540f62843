#!/usr/bin/env bash
# node-ical 0.27.2 and ical.js 2.2.1 (npm): a day is 24 hours, or 24 hours are a day, when the clock changes.
#
# Expected: P1D is a day of the calendar and PT24H is 24 hours: "the duration of a week or a day depends on
# its position in the calendar", and hours are exact (RFC 5545, section 3.3.6). In Riga 25 October 2026
# has 25 hours. From 09:00 on the 24th, which is 06:00 in UTC, P1D ends at 09:00 on the clock, 07:00
# in UTC, and PT24H at 08:00 on the clock, 06:00 in UTC.
#
# Seen: each has one of the two. node-ical ends P1D an hour early, at 06:00 in UTC; ical.js ends PT24H an
# hour late, at 07:00. Both are right on days of 24 hours.
#
# Who would notice: a family with a long visit over the last night of October: one program says that it
# ends an hour before it does, the other an hour after. tilts writes when an event ends and no
# lengths (src/feed/calendar.c; tests/cli/feeds.t).
. "${0%/*}/lib.sh"
npm_packages node-ical@0.27.2 ical.js@2.2.1

cat >ends.mjs <<'JS'
import nodeIcal from "node-ical"
import ICAL from "ical.js"
const [day, length] = process.argv.slice(2)
const text = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//a//b//EN
BEGIN:VTIMEZONE
TZID:Europe/Riga
BEGIN:DAYLIGHT
DTSTART:19970330T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T040000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1
DTSTAMP:20261001T000000Z
DTSTART;TZID=Europe/Riga:${day}T090000
DURATION:${length}
SUMMARY:Visit
END:VEVENT
END:VCALENDAR
`.replace(/\n/g, "\r\n")
const visit = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type == "VEVENT")
console.log("node-ical", visit.end.toISOString())
const calendar = new ICAL.Component(ICAL.parse(text))
console.log("ical.js", new ICAL.Event(calendar.getFirstSubcomponent("vevent")).endDate.toJSDate().toISOString())
JS

seen 'a day of 24 hours' 'node-ical 2026-10-21T06:00:00.000Z
ical.js 2026-10-21T06:00:00.000Z' node ends.mjs 20261020 P1D
seen 'a day of the calendar that has 25 hours' 'node-ical 2026-10-25T06:00:00.000Z
ical.js 2026-10-25T07:00:00.000Z' node ends.mjs 20261024 P1D
seen '24 hours over that night' 'node-ical 2026-10-25T06:00:00.000Z
ical.js 2026-10-25T07:00:00.000Z' node ends.mjs 20261024 PT24H
finish
