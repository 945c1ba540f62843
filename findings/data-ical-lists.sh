#!/usr/bin/env bash
# Data::ICal 0.24 (Debian's libdata-ical-perl): by reading and writing, a list of days that are left out is no list any more.
#
# Expected: a calendar that is read and written without a change says the same. A backslash before a comma is for texts, where
# the comma is a sign (RFC 5545, section 3.3.11); between the values of EXDATE, RDATE and CATEGORIES it parts them
# (sections 3.8.5.1, 3.8.5.2, 3.8.1.2), and a position is two numbers with a semicolon between (3.8.1.6).
# The manual has parse() and as_string() and says of neither that values change.
#
# Seen: each comma gets a backslash, in lists, too: "20261110T090000\,20261117T090000" is one value, and no date. RRULE and GEO
# are right, and so is the comma of a text. Read with ical.js, on which calendars of Mozilla and Nextcloud stand, two days are
# left out of the calendar as it was, and one of the calendar as it is written.
#
# Who would notice: a family that follows a calendar which went through it: the second day without visits is back. Days of tilts that are left out have a line each (add_series() in src/feed/visits.c).
. "${0%/*}/lib.sh"
debian libdata-ical-perl=0.24+dfsg-2 libtext-vfile-asdata-perl=0.08-2 libclass-returnvalue-perl=0.55-4 libclass-accessor-perl=0.51-2 \
	libclass-accessor-chained-perl=0.01.1~debian-5 libdevel-stacktrace-perl=2.0400-2 libsub-name-perl=0.26-2+b1
npm_packages ical.js@2.2.1
PERL5LIB=$there/usr/share/perl5:$(echo "$there"/usr/lib/*-linux-gnu*/perl5/*)
export PERL5LIB

printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:x BEGIN:VEVENT UID:1@x DTSTAMP:20261101T000000Z DTSTART:20261103T090000 \
	'RRULE:FREQ=WEEKLY;COUNT=4' EXDATE:20261110T090000,20261117T090000 CATEGORIES:Visits,Family 'GEO:56.9;24.1' \
	'SUMMARY:Visits\, long' END:VEVENT END:VCALENDAR >read.ics
cat >days.mjs <<'JS'
import ICAL from "ical.js"
import { readFileSync } from "node:fs"

const event = new ICAL.Event(ICAL.Component.fromString(readFileSync(process.argv[2], "utf8")).getFirstSubcomponent("vevent"))
try {
	const days = event.iterator()
	for (let day; (day = days.next()); ) console.log(day.toString())
} catch (error) {
	console.log(error.message)
}
JS
perl -MData::ICal -e 'print Data::ICal->new(filename => "read.ics")->as_string(crlf => "\r\n")' >written.ics || cannot 'Data::ICal does not start'

lines() { grep -E '^(RRULE|EXDATE|CATEGORIES|GEO|SUMMARY)' "$1" | tr -d '\r'; }

seen 'what is written' 'CATEGORIES:Visits\,Family
EXDATE:20261110T090000\,20261117T090000
GEO:56.9;24.1
RRULE:FREQ=WEEKLY;COUNT=4
SUMMARY:Visits\, long' lines written.ics
seen 'the days, as they were' '2026-11-03T09:00:00
2026-11-24T09:00:00' node days.mjs read.ics
seen 'the days, as they are written' '2026-11-03T09:00:00
2026-11-17T09:00:00
2026-11-24T09:00:00' node days.mjs written.ics
finish
