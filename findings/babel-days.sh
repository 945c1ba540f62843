#!/usr/bin/env bash
# Babel 2.10.3 (Debian's python3-babel): a day that it writes in Latvian in the short form is read as another.
#
# Expected: parse_date() with the locale with which format_date() wrote a day gives that day, or says that it can't: the manual has it as
# "parse a date from a string", with "the date format for the locale as a hint to determine the order in which the date fields
# appear". In Latvian the short form is day, month, year (CLDR, lv: "dd.MM.yy"), as it is in Russian and German.
#
# Seen: "03.11.26" is 26 November 2003: the order is that of the medium form, which begins with the year, "2026. gada 3. nov.",
# and which is never read. And of its letters the "d" of the word "gada" counts as the day; that month and day come out at all is
# because a month above 12 is exchanged. With "03.11.12" it is 11 December 2003. In Russian and German each short form comes
# back. Later versions can be told which form it is.
#
# Who would notice: somebody whose day of a visit in a form, filled in by the program itself, is another day when it is sent: none is
# an error from the 1st to the 31st. tilts keeps days as 2026-11-03 and takes no other (src/value/format.c).
. "${0%/*}/lib.sh"
debian python3-babel=2.10.3-1 python-babel-localedata=2.10.3-1 python3-tz=2022.7.1-4

# read LANGUAGE YEAR MONTH DAY: the day, as it is written and as that is read
read_back() {
	/usr/bin/python3 - "$@" <<'PY'
import datetime, sys
from babel.dates import format_date, parse_date

text = format_date(datetime.date(*map(int, sys.argv[2:])), "short", locale=sys.argv[1])
print(text, parse_date(text, locale=sys.argv[1]))
PY
}

seen 'in German' '03.11.26 2026-11-03' read_back de 2026 11 3
seen 'in Russian' '03.11.2026 2026-11-03' read_back ru 2026 11 3
seen 'in Latvian' '03.11.26 2003-11-26' read_back lv 2026 11 3
seen 'in Latvian, another year' '03.11.12 2003-12-11' read_back lv 2012 11 3
finish
