#!/usr/bin/env bash
# ics 3.12.0 (npm): a day that is left out of a rule stays in the calendar.
#
# Expected: the day that `exclusionDates` gives as the event's `start` is given is left out. EXDATE
# takes away the instance with the same value (RFC 5545, section 3.8.5.1), so it has the form of
# DTSTART: without a zone where that has none, and with VALUE=DATE where that is a day, since
# its default is DATE-TIME.
#
# Seen: the hours of an exclusion are always taken for local ones and written in UTC. With
# startOutputType "local" DTSTART floats and EXDATE does not; with startInputType "utc" it is off
# by the zone of the computer, so that it looks well on a server in UTC. ical.js shows the day in
# both. Of whole days EXDATE lacks VALUE=DATE. Local hours that are written in UTC are right.
#
# Who would notice: a family that comes on 18 November, a holiday that the prison has left out.
# tilts writes EXDATE as it writes DTSTART (src/feed/calendar.c).
. "${0%/*}/lib.sh"
npm_packages ics@3.12.0 ical.js@2.2.1
export TZ=Europe/Riga

cat >write.mjs <<'JS'
import ICAL from "ical.js"
import { createEvent } from "ics"

const [, , start, exclusion, startInputType, startOutputType] = process.argv
const hours = JSON.parse(start).length > 3
const { value } = createEvent({
	title: "Visits",
	start: JSON.parse(start),
	startInputType,
	startOutputType,
	duration: hours ? { hours: 1 } : { days: 1 },
	recurrenceRule: "FREQ=WEEKLY;COUNT=3",
	exclusionDates: [JSON.parse(exclusion)],
})
console.log(value.match(/^(DTSTART|EXDATE).*$/gm).join("\n"))
if (hours) {
	const event = new ICAL.Event(ICAL.Component.fromString(value).getFirstSubcomponent("vevent"))
	const days = event.iterator()
	for (let day; (day = days.next()); ) console.log(day.toString())
}
JS
# written START EXCLUSION INPUT OUTPUT: both lines, and where there are hours, what ical.js shows.
written() { node write.mjs "$@" | tr -d '\r'; }

seen 'local, written in UTC' 'DTSTART:20261111T070000Z
EXDATE:20261118T070000Z
2026-11-11T07:00:00Z
2026-11-25T07:00:00Z' written '[2026,11,11,9,0]' '[2026,11,18,9,0]' local utc
seen 'local, written so' 'DTSTART:20261111T090000
EXDATE:20261118T070000Z
2026-11-11T09:00:00
2026-11-18T09:00:00
2026-11-25T09:00:00' written '[2026,11,11,9,0]' '[2026,11,18,9,0]' local local
seen 'UTC, written so' 'DTSTART:20261111T070000Z
EXDATE:20261118T050000Z
2026-11-11T07:00:00Z
2026-11-18T07:00:00Z
2026-11-25T07:00:00Z' written '[2026,11,11,7,0]' '[2026,11,18,7,0]' utc utc
seen 'whole days' 'DTSTART;VALUE=DATE:20261111
EXDATE:20261118' written '[2026,11,11]' '[2026,11,18]' local local
finish
