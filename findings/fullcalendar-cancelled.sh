#!/usr/bin/env bash
# @fullcalendar/icalendar 6.1.21 (npm): a visit that is cancelled is in the calendar as any other.
#
# Expected: STATUS:CANCELLED says that the event was cancelled (RFC 5545, section 3.8.1.11), of one event or of
# one day of a rule, by RECURRENCE-ID (3.8.4.4). A page that shows it can strike it through or leave it
# out: the events have what the calendar says, or they are not there.
#
# Seen: both are events with their hours, and nothing of them says so: `extendedProps` has place, description and
# organizer, and no status. A page can't even ask.
#
# Who would notice: a family that sees the visits of a prison in the calendar of another site and stands at the
# door. tilts says in the title that a day is cancelled, beside STATUS (src/feed/visits.c and
# ical.c; tests/cli/feeds.t).
. "${0%/*}/lib.sh"
npm_packages @fullcalendar/core@6.1.21 @fullcalendar/icalendar@6.1.21 @fullcalendar/list@6.1.21 ical.js@1.5.0 jsdom@26.1.0

cat >shown.cjs <<'JS'
const { JSDOM } = require("jsdom")
const { readFileSync } = require("node:fs")
const { window } = new JSDOM("<!doctype html><div></div>", { url: "http://localhost/", pretendToBeVisual: true })
for (const name of ["document", "HTMLElement", "Element", "Node", "getComputedStyle"]) globalThis[name] = window[name]
globalThis.window = window
globalThis.fetch = async () => new Response(readFileSync("calendar", "utf8"))
const { Calendar } = require("@fullcalendar/core")

const calendar = new Calendar(document.querySelector("div"), {
	plugins: [require("@fullcalendar/icalendar").default, require("@fullcalendar/list").default],
	initialView: "listYear", initialDate: "2026-11-01", timeZone: "UTC",
	events: { url: "http://localhost/", format: "ics" },
	eventSourceSuccess: () => void setTimeout(show),
})
const show = () => {
	for (const event of calendar.getEvents())
		console.log(event.startStr, event.title, Object.keys(event.extendedProps).sort().join(" "))
	process.exit()
}
calendar.render()
JS
# shown LINES…: the days of an event that has these lines.
shown() {
	printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//a//b//EN \
		BEGIN:VEVENT UID:1 DTSTAMP:20260101T000000Z SUMMARY:Visit DTSTART:20261103T090000Z "$@" END:VEVENT END:VCALENDAR >calendar
	node shown.cjs
}

seen 'an event' '2026-11-03T09:00:00Z Visit description location organizer' shown
seen 'one that is cancelled' '2026-11-03T09:00:00Z Visit description location organizer' shown STATUS:CANCELLED
seen 'a day of a rule that is' '2026-11-10T09:00:00Z Visit description location organizer
2026-11-03T09:00:00Z Visit description location organizer' shown 'RRULE:FREQ=WEEKLY;COUNT=2' END:VEVENT \
	BEGIN:VEVENT UID:1 DTSTAMP:20260101T000000Z SUMMARY:Visit DTSTART:20261110T090000Z \
	RECURRENCE-ID:20261110T090000Z STATUS:CANCELLED
finish
