#!/usr/bin/env bash
# datebook 8.0.1 (npm): from the night on which the clock changes, each visit of a series is an hour off.
#
# Expected: the README has a series of every two weeks that begins at `new Date('2022-07-08T19:00:00')`, an hour on the wall, and shows
# the link that comes of it: "dates=20220708T190000", an hour without a zone. So visits on Tuesdays at nine are at nine. iCalendar
# has three forms of a moment: an hour on the wall, with a zone or without one, and UTC (RFC 5545, section 3.3.5). Only the
# first two can say a series whose hour on the wall stays.
#
# Seen: the file and the link both have the moment in UTC, "20261020T060000Z", and the rule beside it: nine in Riga until 25
# October, and eight from the 27th on. Read with ical.js, on which calendars of Mozilla and Nextcloud stand.
#
# Who would notice: a family that adds the visits of this autumn from a page: from November its calendar calls it for eight,
# and in spring an hour late. A single event is right. tilts writes series with TZID and the rules of the zone
# (src/feed/visits.c; tests/cli/feeds.t).
. "${0%/*}/lib.sh"
npm_packages datebook@8.0.1 ical.js@2.2.1

cat >series.mjs <<'JS'
import { GoogleCalendar, ICalendar } from "datebook"
import ICAL from "ical.js"

const visits = {
	title: "Visit",
	start: new Date("2026-10-20T09:00:00"),
	end: new Date("2026-10-20T10:00:00"),
	recurrence: { frequency: "WEEKLY", interval: 1, count: 3 },
}
const text = new ICalendar(visits).render()
console.log(text.match(/^(DTSTART|RRULE).*$/gm).join("\n"))
const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"))
const days = event.iterator()
for (let day; (day = days.next()); ) console.log(day.toJSDate().toLocaleString("sv"))
console.log(new URL(new GoogleCalendar(visits).render()).searchParams.get("dates"))
JS
series() { TZ=Europe/Riga node series.mjs; }

seen 'three Tuesdays at nine' 'DTSTART:20261020T060000Z
RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=3
2026-10-20 09:00:00
2026-10-27 08:00:00
2026-11-03 08:00:00
20261020T060000Z/20261020T070000Z' series
finish
