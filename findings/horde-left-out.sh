#!/usr/bin/env bash
# Horde_Icalendar 2.1.8 (Debian's php-horde-icalendar): by reading and writing, a day that is left out becomes one of 1970.
#
# Expected: a calendar that is read and written without a change says the same. EXDATE and RDATE are lists of moments as DTSTART
# is one: "the DATE-TIME value type is the default" (RFC 5545, sections 3.8.5.1 and 3.8.5.2), with TZID on the wall of that
# zone. And of a card, a birthday or a founding day is a day (RFC 2426, section 3.1.5: "a single date value").
#
# Seen: of a moment that is left out or added, the day alone is kept, as three numbers, and each of the three is written as a
# moment of its own: the year 2026 is second 2026 of 1970, the month 11 second 11. With "Z" beside a TZID, which is
# neither. BDAY is the word "Array". No error, but a warning of PHP, which sites hide.
#
# Who would notice: a family whose calendar is kept by a server of Horde: the day on which there are no visits is back for each
# program that fetches it, and the extra day is gone. tilts writes each day that is left out as a moment with
# its zone, as the standard has it (add_series() in src/feed/visits.c), and extra days as events of their own.
. "${0%/*}/lib.sh"
debian php-horde-icalendar=2.1.8-7 php-horde-date=2.4.1-9 php-horde-util=2.5.12-2 php-horde-exception=2.0.8-10 \
	php-horde-translation=2.2.2-7 php-horde-support=2.2.2-2 php8.2-cli=8.2.36-1~deb12u1 \
	php8.2-mbstring=8.2.36-1~deb12u1 libonig5=6.9.8-1

cat >copy.php <<'PHP'
<?php
error_reporting(0);
spl_autoload_register(function ($class) {
	@include __DIR__ . '/usr/share/php/' . strtr($class, '_\\', '//') . '.php';
});
$calendar = new Horde_Icalendar();
$calendar->parsevCalendar(stream_get_contents(STDIN));
preg_match_all('/^(DTSTART|EXDATE|RDATE|BDAY).*$/m', $calendar->exportvCalendar(), $lines);
echo implode("\n", $lines[0]);
PHP
modules=$(dirname "$(echo "$there"/usr/lib/php/*/mbstring.so)")

# copied KIND LINE…: lines of that KIND as they are written after they were read
copied() {
	local kind=$1 line
	shift
	{
		[ "$kind" = VCARD ] || printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n'
		printf 'BEGIN:%s\r\n' "$kind"
		for line; do printf '%s\r\n' "$line"; done
		printf 'END:%s\r\n' "$kind"
		[ "$kind" = VCARD ] || printf 'END:VCALENDAR\r\n'
	} | TZ=Europe/Riga php8.2 -n -d date.timezone=Europe/Riga -d extension_dir="$modules" -d extension=mbstring copy.php |
		tr -d '\r'
}

start='DTSTART;TZID=Europe/Riga:20261103T090000'
seen 'a day that is left out' "$start
EXDATE;TZID=Europe/Riga:19700101T003346Z,19700101T000011Z,19700101T000010Z" \
	copied VEVENT UID:1@x "$start" EXDATE\;TZID=Europe/Riga:20261110T090000
seen 'an extra day, in UTC' 'DTSTART:20261103T070000Z
RDATE:19700101T003346Z,19700101T000011Z,19700101T000005Z' \
	copied VEVENT UID:1@x DTSTART:20261103T070000Z RDATE:20261105T070000Z
seen 'the day of a card' 'BDAY:Array' copied VCARD VERSION:3.0 N:x FN:x BDAY:1996-04-15
finish
