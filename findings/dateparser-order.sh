#!/usr/bin/env bash
# dateparser 1.1.6 (Debian's python3-dateparser): in Latvian, 2026-05-04 is the fifth of April, and the 3rd of November an hour of today.
#
# Expected: "2026-05-04" is 4 May in each language: behind a year of four digits stands the month (RFC 3339, section 5.6,
# full-date; ISO 8601). The order of a language is for days that say nothing else: "04.05.2026". And "3.11." with a
# point behind each number is a day in Latvian, as "3. novembris" is: an hour has no point at its end.
#
# Seen: in Latvian and in Russian the year is read, and then the day before the month: 5 April. With a time too. Where the
# last number is above 12 there is no day: None. "3.11." is 03:11 of today, in each language. In English and in Lithuanian,
# whose order is another, the first is right. Later versions are said to read a leading year alike in all languages.
#
# Who would notice: whoever reads days from open data or a page and says in which language it is: from the 1st to the 12th of each
# month another day comes out, and none of it is an error. tilts keeps days as 2026-05-04 and takes no other
# (src/value/format.c), and shows them with the month in letters (src/locale/format.c).
. "${0%/*}/lib.sh"
debian python3-dateparser=1.1.6-1 python3-regex=0.1.20221031-1+b1 python3-tzlocal=4.2-1 python3-pytz-deprecation-shim=0.1.0.post0-3 \
	python3-tz=2022.7.1-4 python3-dateutil=2.8.2-2 python3-six=1.16.0-4

read_as() { # LANGUAGE TEXT…
	TZ=UTC /usr/bin/python3 -W ignore - "$@" <<'PY'
import sys, datetime, dateparser

today = {"RELATIVE_BASE": datetime.datetime(2026, 10, 1, 9, 0)}
for text in sys.argv[2:]:
    print(text, "->", dateparser.parse(text, languages=[sys.argv[1]], settings=today))
PY
}

days=(2026-05-04 '2026-05-04 09:00' 2026-05-14 04.05.2026 3.11.)
seen 'in Latvian' '2026-05-04 -> 2026-04-05 00:00:00
2026-05-04 09:00 -> 2026-04-05 09:00:00
2026-05-14 -> None
04.05.2026 -> 2026-05-04 00:00:00
3.11. -> 2026-10-01 03:11:00
3. novembris -> 2026-11-03 00:00:00' read_as lv "${days[@]}" '3. novembris'
seen 'in Russian' '2026-05-04 -> 2026-04-05 00:00:00
2026-05-04 09:00 -> 2026-04-05 09:00:00
2026-05-14 -> None
04.05.2026 -> 2026-05-04 00:00:00
3.11. -> 2026-10-01 03:11:00
3 ноября -> 2026-11-03 00:00:00' read_as ru "${days[@]}" '3 ноября'
seen 'in English' '2026-05-04 -> 2026-05-04 00:00:00
3.11. -> 2026-10-01 03:11:00' read_as en 2026-05-04 3.11.
seen 'in Lithuanian' '2026-05-04 -> 2026-05-04 00:00:00
3.11. -> 2026-10-01 03:11:00' read_as lt 2026-05-04 3.11.
finish
