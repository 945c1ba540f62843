#!/usr/bin/env bash
# eluceo/ical 0.16.1 (Debian's php-eluceo-ical): a quotation mark in a title gets a backslash that everybody sees.
#
# Expected: in a text a backslash stands before a backslash, a semicolon, a comma and an "n", and before nothing else (RFC 5545,
# section 3.3.11: ESCAPED-CHAR); a quotation mark is itself there (TSAFE-CHAR, DQUOTE). And where DTSTART is a day, UNTIL is a
# day; where it has a TZID, UNTIL is in UTC (section 3.3.10), so 18:00 in Riga on 1 December is 16:00 in UTC.
#
# Seen: a title with "Family day" in quotation marks has a backslash before each, and readers who follow the standard show them.
# UNTIL is the time on the wall with a "Z" behind it: two hours later in Riga, and hours earlier in the West; of a rule of days
# it is a moment. Version 2, which has another interface, is not looked at here.
#
# Who would notice: a family that reads a prison's calendar from a site in PHP; and one in the West, whose last visit is
# missing. tilts puts a backslash before what the standard names (content_line_add_text() in src/feed/content_line.c) and
# ends rules in UTC (until() in src/feed/visits.c).
. "${0%/*}/lib.sh"
debian php-eluceo-ical=0.16.1-2 php8.2-cli=8.2.36-1~deb12u1 php8.2-mbstring=8.2.36-1~deb12u1 libonig5=6.9.8-1
npm_packages ical.js@2.2.1
modules=$(dirname "$(echo "$there"/usr/lib/php/*/mbstring.so)")

cat >write.php <<'PHP'
<?php
error_reporting(0);
spl_autoload_register(function ($class) {
	require __DIR__ . '/usr/share/php/' . strtr($class, '\\', '/') . '.php';
});
use Eluceo\iCal\Component\{Calendar, Event};
use Eluceo\iCal\Property\Event\RecurrenceRule;
[, $title, $zone, $day] = $argv + ['', 'x', 'Europe/Riga', ''];
$riga = new DateTimeZone($zone);
$event = (new Event('1@x'))->setUseTimezone(true)->setNoTime($day !== '')->setSummary($title)
	->setDtStart(new DateTime('2026-11-03 18:00', $riga))->setDtEnd(new DateTime('2026-11-03 19:00', $riga))
	->addRecurrenceRule((new RecurrenceRule())->setFreq('WEEKLY')->setUntil(new DateTime('2026-12-01 18:00', $riga)));
$calendar = new Calendar('x');
$calendar->addComponent($event);
echo $calendar->render();
PHP
cat >read.mjs <<'JS'
import ICAL from "ical.js"

let text = ""
for await (const piece of process.stdin) text += piece
const component = ICAL.Component.fromString(text).getFirstSubcomponent("vevent")
console.log(component.getFirstPropertyValue("summary"))
JS
written() { php8.2 -n -d date.timezone=UTC -d extension_dir="$modules" -d extension=mbstring write.php "$@"; }
lines() { written "$@" | tr -d '\r' | grep -E '^(DTSTART|RRULE|SUMMARY)'; }
read_again() { written "$@" | node read.mjs; }

seen 'a title with quotation marks' 'DTSTART;TZID=Europe/Riga:20261103T180000
SUMMARY:\"Family day\"\, long
RRULE:FREQ=WEEKLY;INTERVAL=1;UNTIL=20261201T180000Z' lines '"Family day", long' Europe/Riga
seen 'and read' '\"Family day\", long' read_again '"Family day", long' Europe/Riga
seen 'a rule in the West' 'DTSTART;TZID=America/New_York:20261103T180000
SUMMARY:x
RRULE:FREQ=WEEKLY;INTERVAL=1;UNTIL=20261201T180000Z' lines x America/New_York
seen 'a rule of days' 'DTSTART;VALUE=DATE:20261103
SUMMARY:x
RRULE:FREQ=WEEKLY;INTERVAL=1;UNTIL=20261201T180000Z' lines x Europe/Riga day
finish
