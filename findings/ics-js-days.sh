#!/usr/bin/env bash
# ics-js 0.10.2 (npm): an event of a whole day is a day too early in Riga, and a moment is an hour on anybody's wall.
#
# Expected: the README has of DTSTART, DTEND and DTSTAMP "Formatted date to spec" for a Date, and VALUE beside it says which kind. A
# Date that was made as 3 November 2026, 00:00 here, is 3 November: with VALUE=DATE the property has a day of the calendar
# (RFC 5545, section 3.8.2.4). And DTSTAMP "MUST be specified in the UTC time format" (section 3.8.7.2): with a "Z".
#
# Seen: the day is taken in UTC, where it is still the 2nd: "DTSTART;VALUE=DATE:20261102", everywhere east of Greenwich. In UTC and
# west of it it is right. A moment is the other way round: the hour of the computer, with no zone beside it and no "Z",
# so 06:00 in UTC is "T080000" in Riga, in DTSTAMP too.
#
# Who would notice: a family that adds a family day from a page: its calendar has the day before, and they stand at a
# closed gate. Tests on servers, where the clock is UTC, see nothing. tilts writes the day as the record has it, and
# DTSTAMP in UTC (src/feed/calendar.c; tests/cli/feeds.t).
. "${0%/*}/lib.sh"
npm_packages ics-js@0.10.2

cat >days.mjs <<'JS'
import icsJs from "ics-js"

const event = new icsJs.VEVENT()
event.addProp("UID", "a")
event.addProp("DTSTAMP", new Date("2026-11-01T06:00:00Z"))
event.addProp("DTSTART", new Date(2026, 10, 3), { VALUE: "DATE" })
event.addProp("DTEND", new Date(2026, 10, 4), { VALUE: "DATE" })
console.log(event.toString().match(/^DT.*$/gm).join("\n"))
JS
days() { TZ=$1 node days.mjs; }

seen 'in Riga' 'DTSTAMP:20261101T080000
DTSTART;VALUE=DATE:20261102
DTEND;VALUE=DATE:20261103' days Europe/Riga
seen 'where the clock is UTC' 'DTSTAMP:20261101T060000
DTSTART;VALUE=DATE:20261103
DTEND;VALUE=DATE:20261104' days UTC
finish
