#!/usr/bin/env bash
# jq 1.6 (Debian): in summer a moment in UTC is an hour later, where clocks are changed.
#
# Expected: fromdate makes of "2026-07-03T09:00:00Z" the seconds since 1970 in UTC, and todate "does the inverse", the manual
# says; a "Z" is UTC wherever it is read (RFC 3339, section 4.1). mktime takes what gmtime and strptime give, which is Greenwich
# Mean Time. "%z" is a distance from UTC (strptime(3)), and RFC 3339 has 09:00 with +02:00 as 07:00Z.
#
# Seen: on a computer in Riga, or in New York, fromdate and todate together make 10:00 of 09:00, from the end of March to that
# of October; a day, by strptime and mktime, begins at 01:00. In winter, and on a computer whose clock is UTC, all is right.
# "%z" is read and forgotten: 09:00+0200 is 09:00Z. No message.
#
# Who would notice: whoever sorts open data by when it changed, or works out when a gate opens: an hour late, on the desk and
# not on the server where tests run. tilts reckons moments by itself (src/base/, src/locale/zone.c); its tests ask jq for no
# moment.
. "${0%/*}/lib.sh"
debian jq=1.6-2.1+deb12u3 libjq1=1.6-2.1+deb12u3 libonig5=6.9.8-1

in_zone() { TZ=$1 jq -nr "$2"; }

summer='"2026-07-03T09:00:00Z" | fromdate | todate'
seen 'a moment in summer, in Riga' 2026-07-03T10:00:00Z in_zone Europe/Riga "$summer"
seen 'a moment in summer, in New York' 2026-07-03T10:00:00Z in_zone America/New_York "$summer"
seen 'a moment in summer, in UTC' 2026-07-03T09:00:00Z in_zone UTC "$summer"
seen 'a moment in winter, in Riga' 2026-11-03T09:00:00Z in_zone Europe/Riga '"2026-11-03T09:00:00Z" | fromdate | todate'
seen 'a day in summer, in Riga' 2026-07-03T01:00:00Z in_zone Europe/Riga '"2026-07-03" | strptime("%Y-%m-%d") | mktime | todate'
seen 'a distance from UTC' 2026-11-03T09:00:00Z \
	in_zone UTC '"2026-11-03T09:00:00+0200" | strptime("%Y-%m-%dT%H:%M:%S%z") | mktime | todate'
finish
