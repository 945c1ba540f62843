#!/usr/bin/env bash
# date-fns-tz 3.2.0 with date-fns 4.4.0 (npm): where the clock changes, an hour in Riga becomes another.
#
# Expected: formatInTimeZone() formats a moment "in the target time zone regardless of the system's local time zone", the
# README says. So 24 April 2026 in Riga begins at 00:00, wherever it is read, as Intl.DateTimeFormat with this
# timeZone has it (ECMA-402, section 11: the parts of the date are those of the time zone).
#
# Seen: on a computer in Cairo it begins at 01:00: there the clocks go from 00:00 to 01:00 that night (tz database, rule
# Egypt), so that hour on the wall is none, and the moment is put into the next. In New York 02:30 in Riga on 8
# March is 03:30. The offset that is written beside the hour is that of Riga. The hour before is right.
#
# Who would notice: somebody abroad, or a server abroad, for whom a page writes an hour of the night or the first moment of
# a day, or compares it. tilts asks Intl itself which day it is in Riga (templates/assets/days.js).
. "${0%/*}/lib.sh"
npm_packages date-fns-tz@3.2.0 date-fns@4.4.0

# in_zone ZONE MOMENT: what the clock in Riga shows then, for a computer in the zone; and by Intl.
in_zone() {
	TZ=$1 node -e '
const moment = new Date(process.argv[1]), timeZone = "Europe/Riga"
console.log(require("date-fns-tz").formatInTimeZone(moment, timeZone, "yyyy-MM-dd HH:mm XXX"))
console.log(new Intl.DateTimeFormat("lv", { timeZone, timeStyle: "short" }).format(moment))' "$2"
}

midnight=2026-04-23T21:00:00Z night=2026-03-08T00:30:00Z
seen 'midnight, read in Riga' '2026-04-24 00:00 +03:00
00:00' in_zone Europe/Riga $midnight
seen 'midnight, read in Cairo' '2026-04-24 01:00 +03:00
00:00' in_zone Africa/Cairo $midnight
seen 'the hour before, read in Cairo' '2026-04-23 23:00 +03:00
23:00' in_zone Africa/Cairo 2026-04-23T20:00:00Z
seen 'a night, read in New York' '2026-03-08 03:30 +02:00
02:30' in_zone America/New_York $night
finish
