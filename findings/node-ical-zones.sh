#!/usr/bin/env bash
# node-ical 0.27.2 (npm): a zone that a calendar describes itself is not asked; the hour is whoever reads it.
#
# Expected: a TZID is the name of a VTIMEZONE of the same file, any text, and its rules say what the hour is
# (RFC 5545, sections 3.2.19 and 3.6.5); names of the tz database are a custom, not a rule. A name with a
# colon stands between quotes (section 3.2). So 09:00 in "Riga", which is described as two hours before
# UTC in winter, is 07:00 in UTC, wherever it is read. ical.js reads it so, also with a colon.
#
# Seen: with a name that is not of the tz database, 09:00 is 09:00 on the computer that reads: 14:00 in UTC
# in New York. No message. With a colon in the name the start is a text, half of the name and the time.
#
# Who would notice: a family abroad that follows a calendar which an office's own program wrote: the visit
# is hours late, and in Riga itself all is well, so nobody there sees it. tilts names zones as the tz
# database does, and describes them, too (src/feed/calendar.c).
. "${0%/*}/lib.sh"
npm_packages node-ical@0.27.2 ical.js@2.2.1

# start CLOCK NAME: when both say that 09:00 in a zone of this name is, on a computer in CLOCK.
cat >start.mjs <<'JS'
import nodeIcal from "node-ical"
import ICAL from "ical.js"
const name = process.argv[2]
const text = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//a//b//EN
BEGIN:VTIMEZONE
TZID:${name}
BEGIN:STANDARD
DTSTART:19961027T040000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1
DTSTAMP:20261001T000000Z
DTSTART;TZID=${name.includes(":") ? `"${name}"` : name}:20261103T090000
DURATION:PT1H
SUMMARY:Visit
END:VEVENT
END:VCALENDAR
`.replace(/\n/g, "\r\n")
const visit = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type == "VEVENT")
console.log("node-ical", visit.start?.toISOString?.() ?? visit.start)
const calendar = new ICAL.Component(ICAL.parse(text))
console.log("ical.js", new ICAL.Event(calendar.getFirstSubcomponent("vevent")).startDate.toJSDate().toISOString())
JS
start() { TZ=$1 node start.mjs "$2"; }

seen 'a name of the tz database' 'node-ical 2026-11-03T07:00:00.000Z
ical.js 2026-11-03T07:00:00.000Z' start America/New_York Europe/Riga
seen 'another name, read in Riga' 'node-ical 2026-11-03T07:00:00.000Z
ical.js 2026-11-03T07:00:00.000Z' start Europe/Riga Riga
seen 'another name, read in New York' 'node-ical 2026-11-03T14:00:00.000Z
ical.js 2026-11-03T07:00:00.000Z' start America/New_York Riga
seen 'a name with a colon' 'node-ical  Riga:20261103T090000
ical.js 2026-11-03T07:00:00.000Z' start Europe/Riga 'Prison: Riga'
finish
