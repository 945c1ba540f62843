#!/usr/bin/env bash
# khal 0.10.5: a visit of which only the beginning is known ends after an hour.
#
# Expected: an event with a moment as DTSTART and neither DTEND nor DURATION "ends on the same calendar
# date and time of day" at which it begins (RFC 5545, section 3.6.1): nobody says how long it is. ical.js
# and node-ical, beside it, read it so.
#
# Seen: khal puts an end an hour later into its list, and writes that DTEND into the calendar that it
# keeps, from where it goes to all that are synchronized with it. An end that is the beginning itself
# (DTEND the same as DTSTART) becomes an hour too, with a warning; the missing one has none. Its setting
# for the length of events is for new ones.
#
# Who would notice: a family that reads "10.00 to 11.00" and comes at the wrong time, or does not come.
# tilts makes no end up where a record has none (event_of_series() in src/feed/visits.c; tests/cli/feeds.t),
# so that each reader may say it, or not.
. "${0%/*}/lib.sh"
npm_packages ical.js@2.2.1 node-ical@0.27.2
debian khal=1:0.10.5-1.1 python3-icalendar=4.0.3-5 python3-tz=2022.7.1-4 python3-dateutil=2.8.2-2 python3-six=1.16.0-4 \
	python3-tzlocal=4.2-1 python3-pytz-deprecation-shim=0.1.0.post0-3 python3-click=8.1.3-2 python3-click-log=0.3.2-1 \
	python3-configobj=5.0.8-1 python3-urwid=2.1.2-4+deb12u1 python3-xdg=0.28-2 python3-atomicwrites=1.4.1-1 \
	python3-pkg-resources=66.1.1-1+deb12u2
export HOME=$there TZ=UTC

printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example//example//EN BEGIN:VEVENT UID:a@example.org \
	DTSTAMP:20260101T000000Z DTSTART:20260905T100000Z 'SUMMARY:Visits begin' END:VEVENT END:VCALENDAR >a.ics
mkdir calendar
cat >settings <<'END'
[calendars]
[[a]]
path = THERE/calendar
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = THERE/cache
END
sed -i "s,THERE,$there," settings
khal() { /usr/bin/python3 "$there/usr/bin/khal" -c settings "$@"; }
listed() {
	khal import --batch -a a a.ics >log 2>&1 || cat log
	khal list --day-format '' -f '{start} – {end} {title}' 2026-09-05 1d
}
kept() { cat calendar/* | tr -d '\r' | grep -E '^(DTSTART|DTEND|DURATION)'; }

cat >ends.mjs <<'JS'
import { readFileSync } from "node:fs"
import ICAL from "ical.js"
import ical from "node-ical"

const text = readFileSync("a.ics", "utf8")
const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"))
const node = Object.values(ical.sync.parseICS(text)).find(({ type }) => type === "VEVENT")
console.log("ical.js", event.startDate.toString(), event.endDate.toString())
console.log("node-ical", node.start.toISOString(), node.end.toISOString())
JS

seen 'other readers' 'ical.js 2026-09-05T10:00:00Z 2026-09-05T10:00:00Z
node-ical 2026-09-05T10:00:00.000Z 2026-09-05T10:00:00.000Z' node ends.mjs
seen 'what khal lists' '2026-09-05 10:00 – 2026-09-05 11:00 Visits begin' listed
seen 'what it keeps' 'DTSTART;VALUE=DATE-TIME:20260905T100000Z
DTEND;VALUE=DATE-TIME:20260905T110000Z' kept
finish
