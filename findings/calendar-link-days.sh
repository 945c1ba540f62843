#!/usr/bin/env bash
# calendar-link 2.11.5 (npm): an event of a whole day has no day for those who read to the letter.
#
# Expected: the README calls the file of ics() a standard one. There DTSTART is a moment unless it says
# VALUE=DATE (RFC 5545, section 3.8.2.4), and a moment has a "T" and a time (section 3.3.5). So
# 3 November is "DTSTART;VALUE=DATE:20261103", and DTEND likewise.
#
# Seen: "DTSTART:20261103", which is neither. ical.js, on which calendars of Mozilla and Nextcloud
# stand, finds no start. With hours it is right.
#
# Who would notice: a family that adds a family day to its calendar from a page: nothing is added,
# or the program says that the file is broken. tilts writes VALUE=DATE for days
# (src/feed/calendar.c; tests/cli/feeds.t).
. "${0%/*}/lib.sh"
npm_packages calendar-link@2.11.5 ical.js@2.2.1
export TZ=UTC

cat >write.mjs <<'JS'
import { ics } from "calendar-link"
import ICAL from "ical.js"

const [, , when] = process.argv
const text = decodeURIComponent(ics({ title: "Family day", ...JSON.parse(when) }).replace(/^[^,]*,/, ""))
console.log(text.match(/^DT(START|END).*$/gm).join("\n"))
const event = new ICAL.Event(ICAL.Component.fromString(text).getFirstSubcomponent("vevent"))
try {
	console.log(event.startDate.toString())
} catch ({ message }) {
	console.log(message)
}
JS
written() { node write.mjs "$1"; }

seen 'with hours' 'DTSTART:20261103T070000Z
DTEND:20261103T080000Z
2026-11-03T07:00:00Z' written '{"start":"2026-11-03T07:00:00Z","duration":[1,"hour"]}'
seen 'a whole day' 'DTSTART:20261103
DTEND:20261104
invalid date-time value: "2026-11-03T::"' written '{"start":"2026-11-03","allDay":true}'
finish
