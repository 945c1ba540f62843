#!/usr/bin/env bash
# icalendar 4.0.3: a category with a comma in its name becomes two by reading and writing.
#
# Expected: CATEGORIES is a list of texts (RFC 5545, section 3.8.1.2); within a text a
# comma is written "\,". So "Visits\, long,Family days" is two categories, and stays two.
#
# Seen: it comes out as "Visits, long,Family days", which is three. A SUMMARY, one
# text, keeps its backslash.
#
# Who would notice: somebody who subscribes to a calendar through a service that stands on
# icalendar. The categories that tilts writes (src/feed/ical.c) are single words.
. "${0%/*}/lib.sh"
debian python3-icalendar=4.0.3-5 python3-dateutil=2.8.2-2 python3-six=1.16.0-4 python3-tz=2022.7.1-4

rewritten() {
	printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//a//b//EN BEGIN:VEVENT UID:1 \
		DTSTAMP:20260101T000000Z DTSTART:20260102T100000Z "$1" END:VEVENT END:VCALENDAR |
		/usr/bin/python3 -c '
import sys, icalendar
print(icalendar.Calendar.from_ical(sys.stdin.read()).to_ical().decode())' |
		tr -d '\r' | grep "^${1%%:*}:"
}

seen 'two categories become three' 'CATEGORIES:Visits, long,Family days' \
	rewritten 'CATEGORIES:Visits\, long,Family days'
seen 'a summary stays one' 'SUMMARY:Visits\, long' rewritten 'SUMMARY:Visits\, long'
finish
