#!/bin/sh
# Holidays of 60 years, computed here from the words of the law with another Easter
# (dateutil's), beside those of tilts; and the days that records declare.
. "${0%/*}/lib.sh"

holidays=$root/build/tests/holidays
[ -x "$holidays" ] || skip_all "make build/tests/holidays first"
/usr/bin/python3 -c 'import dateutil' 2>/dev/null || skip_all "needs python3-dateutil"

cat >law.py <<'END'
import sys
from datetime import date, timedelta
from dateutil.easter import easter

FIXED = {(1, 1): "new_year", (5, 1): "labour_day", (5, 4): "independence_restored",
    (6, 23): "midsummer_eve", (6, 24): "midsummer", (11, 18): "proclamation",
    (12, 24): "christmas_eve", (12, 25): "christmas", (12, 26): "second_christmas",
    (12, 31): "new_year_eve"}
first, last = int(sys.argv[1]), int(sys.argv[2])
days, moving, moved = {}, [], {}
for argument in sys.argv[3:]:
    sort, day = argument.split("=")
    if sort == "festival":
        days[date.fromisoformat(day)] = "song_festival"
        moving.append(date.fromisoformat(day))
    else:
        moved[date.fromisoformat(day)] = "moved_" + sort
for year in range(first, last + 1):
    may = date(year, 5, 1)
    sunday = may + timedelta((6 - may.weekday()) % 7 + 7)
    days[sunday] = "mothers_day"
    for (month, day), name in FIXED.items():
        days[date(year, month, day)] = name
    for after, name in (-2, "good_friday"), (0, "easter"), (1, "easter_monday"), (49, "pentecost"):
        days[easter(year) + timedelta(after)] = name
    moving += [date(year, 5, 4), date(year, 11, 18)]
for day in moving:
    if day.weekday() >= 5:
        free = day
        while free in days or free.weekday() >= 5:
            free += timedelta(1)
        days[free] = "substitute"
for day in sorted({**moved, **days}):
    print(day, days.get(day) or moved[day])
END

# same NAME FIRST LAST [SORT=DAY]…
same() {
	name=$1
	shift
	"$holidays" "$@" >tilts.txt
	/usr/bin/python3 law.py "$@" >law.txt
	[ -s law.txt ] || fail "$name: the other reckoning" "names no day"
	is "$name" "$(diff law.txt tilts.txt 2>&1)" ""
}
same "60 years" 2000 2060
like "the festival closes on a Sunday" "$("$holidays" 2023 2023 festival=2023-07-09)" \
	"2023-07-09 song_festival
2023-07-10 substitute
2023-11-18"
same "the same" 2023 2023 festival=2023-07-09
for day in 2028-07-07 2028-07-08 2033-07-10 2026-06-21; do
	same "a festival that closes on $day" 2020 2035 "festival=$day"
done
like "a day that is made a holiday once" "$("$holidays" 2018 2018 public=2018-09-24 | grep -- '-09-')" \
	"2018-09-24 declared"
same "moved days" 2026 2026 free=2026-01-02 worked=2026-01-17
like "each by its name" "$("$holidays" 2026 2026 free=2026-01-02 worked=2026-01-17)" \
	"2026-01-01 new_year
2026-01-02 moved_free
2026-01-17 moved_worked"
is "a holiday of the law stays one" "$("$holidays" 2026 2026 free=2026-11-18 | grep 11-18)" \
	"2026-11-18 proclamation"
finish
