#!/usr/bin/env bash
# sabre/vobject 2.1.7 (Debian): the first day of a rule is shown though it is left out or moved.
#
# Expected: EXDATE "can be used to exclude the value specified in DTSTART", the first instance
# (RFC 5545, section 3.8.5.1), and the instance that a RECURRENCE-ID names is replaced
# (3.8.4.4), whichever it is.
#
# Seen: a second instance that is left out is gone, a first one stays. With a first one that is
# moved, both are shown, and the last instance of the rule is missing.
#
# Who would notice: somebody who sees a prison's calendar through a server that stands on it: a
# visit on New Year's Day, where the hours begin with the year. tilts begins a rule with a day
# that stands (add_series() in src/feed/visits.c; tests/cli/feeds.t).
. "${0%/*}/lib.sh"
debian php-sabre-vobject=2.1.7-6.1 php8.2-cli=8.2.36-1~deb12u1 libargon2-1=0~20171227-0.3+deb12u1 \
	libsodium23=1.0.18-1+deb12u1 libxml2=2.9.14+dfsg-1.3~deb12u6 libicu72=72.1-3+deb12u1

cat >expand.php <<'PHP'
<?php
error_reporting(E_ALL & ~E_DEPRECATED);
spl_autoload_register(function ($class) {
	require 'usr/share/php/' . strtr($class, '\\', '/') . '.php';
});
$calendar = Sabre\VObject\Reader::read(stream_get_contents(STDIN));
$calendar->expand(new DateTime('2026-01-01'), new DateTime('2027-01-01'));
foreach ($calendar->VEVENT as $event) {
	echo substr($event->DTSTART, 0, 8), "\n";
}
PHP
event() { printf '%s\r\n' BEGIN:VEVENT UID:1 DTSTAMP:20260101T000000Z "$@" END:VEVENT; }
# days: of the events that are read.
days() {
	(printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//EN\r\n' && "$@" && printf 'END:VCALENDAR\r\n') |
		php8.2 -n expand.php
}
weeks() { event DTSTART:20261020T070000Z 'RRULE:FREQ=WEEKLY;COUNT=3' "$@"; }
moved() { weeks && event "RECURRENCE-ID:$1" DTSTART:20261022T090000Z; }

seen 'the second is left out' '20261020
20261103' days weeks EXDATE:20261027T070000Z
seen 'the first is not' '20261020
20261027
20261103' days weeks EXDATE:20261020T070000Z
seen 'the second is moved' '20261020
20261022
20261103' days moved 20261027T070000Z
seen 'the first is moved, and stays' '20261020
20261022
20261027' days moved 20261020T070000Z
finish
