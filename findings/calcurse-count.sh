#!/usr/bin/env bash
# calcurse 4.7.1 (Debian): a rule that ends after a number of days, less one day, has a day too many at its end.
#
# Expected: COUNT is the number of days that the rule makes, and EXDATE takes days away from what was made
# (RFC 5545, section 3.3.10, COUNT; section 3.8.5.1: the exclusions are taken from the set that DTSTART, RRULE
# and RDATE give). So four Mondays without the second are three. The manual says that an import reads
# RRULE and EXDATE, and names what it does not read.
#
# Seen: there are four: a Monday behind the last takes the place of the one that was left out, and with two left out, two
# do. With UNTIL, which is the same Monday said as a day, there are as many as there should be.
#
# Who would notice: a family that follows a course of four visits of which one is called off: they come on a
# day on which there is none. Rules of tilts end with UNTIL (src/feed/visits.c; tests/cli/feeds.t).
. "${0%/*}/lib.sh"
debian calcurse=4.7.1-1 libncursesw6=6.4-4 libtinfo6=6.4-4
export TZ=UTC

# mondays LINES…: of a rule from 19 October 2026 that has these lines.
mondays() {
	rm -rf kept
	mkdir kept
	printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//a//b//EN BEGIN:VEVENT UID:1 DTSTAMP:20260101T000000Z \
		SUMMARY:Visit DTSTART:20261019T090000Z DTEND:20261019T100000Z "$@" END:VEVENT END:VCALENDAR >calendar
	calcurse -q -D kept -C kept -i calendar
	calcurse -D kept -C kept -Q --filter-type cal --from 10/01/2026 --to 12/31/2026 | grep -o '^../../..'
}

count='RRULE:FREQ=WEEKLY;COUNT=4' until='RRULE:FREQ=WEEKLY;UNTIL=20261109T090000Z'
four='10/19/26
10/26/26
11/02/26
11/09/26'
seen 'four' "$four" mondays "$count"
seen 'less one, one more' '10/19/26
11/02/26
11/09/26
11/16/26' mondays "$count" EXDATE:20261026T090000Z
seen 'less two, two more' '10/19/26
11/09/26
11/16/26
11/23/26' mondays "$count" EXDATE:20261026T090000Z,20261102T090000Z
seen 'until the fourth' "$four" mondays "$until"
seen 'until the fourth, less one' '10/19/26
11/02/26
11/09/26' mondays "$until" EXDATE:20261026T090000Z
finish
