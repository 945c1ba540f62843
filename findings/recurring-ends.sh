#!/usr/bin/env bash
# recurring_ical_events 2.0.1 (Debian's python3-recurring-ical-events): over the night when the clock changes, an event ends an hour late on
# the wall, and a whole day ends where it begins.
#
# Expected: the events that between() gives have their start and their end. DTEND with a TZID is an hour on the wall of that zone (RFC 5545,
# section 3.3.5): from 23:00 on 24 October 2026 to 05:00 on the 25th in Riga ends at 05:00, two hours before UTC, since the
# clock went back at 04:00. And a day without DTEND and DURATION lasts one day (section 3.6.1), so it ends on the next, since
# DTEND is not part of the event.
#
# Seen: it ends at 06:00 with three hours before UTC: the right moment, but an hour that is on no wall in Riga that day, and the one that is
# shown. A day ends on the day on which it begins. Later versions are said to have the latter right.
#
# Who would notice: a family that reads on its own page, made with it, until when a long visit lasts: another hour than on the prison's. And
# a family day that is nothing long, which programs that count days leave out. tilts writes the end of each event, of days as well
# (src/feed/calendar.c; tests/cli/feeds.t).
. "${0%/*}/lib.sh"
debian python3-recurring-ical-events=2.0.1-1 python3-icalendar=4.0.3-5 python3-x-wr-timezone=0.0.5-2 \
	python3-tz=2022.7.1-4 python3-dateutil=2.8.2-2 python3-six=1.16.0-4

cat >ends.py <<'PY'
import sys, icalendar, recurring_ical_events

lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1@x", "DTSTAMP:20261001T000000Z",
    *sys.argv[1:], "END:VEVENT", "END:VCALENDAR", ""]
calendar = icalendar.Calendar.from_ical("\r\n".join(lines))
events = recurring_ical_events.of(calendar).between((2026, 10, 1), (2026, 12, 31))
for event in sorted(events, key=lambda event: event["DTSTART"].dt):
    print(event["DTSTART"].dt, "to", event["DTEND"].dt)
PY
ends() { /usr/bin/python3 ends.py "$@"; }

riga='TZID=Europe/Riga'
seen 'another night' '2026-10-17 23:00:00+03:00 to 2026-10-18 05:00:00+03:00' \
	ends "DTSTART;$riga:20261017T230000" "DTEND;$riga:20261018T050000"
seen 'the night of the clock' '2026-10-24 23:00:00+03:00 to 2026-10-25 06:00:00+03:00' \
	ends "DTSTART;$riga:20261024T230000" "DTEND;$riga:20261025T050000"
seen 'a day' '2026-11-03 to 2026-11-03' ends 'DTSTART;VALUE=DATE:20261103'
finish
