#!/usr/bin/env bash
# dayjs 1.11.23 (npm) and ICU 72.1 (Debian 12): in Latvian, the weeks of some years have another number.
#
# Expected: weeks begin on Monday, and week 1 is the one with the year's first Thursday (ISO 8601-1:2019, calendar
# week number; calendars count so, too: RFC 5545, section 3.3.10, BYWEEKNO). So 1 January 2027, a Friday, is of
# week 53, and 4 January of week 1. moment and date-fns count so in Latvian, and dayjs in Russian.
#
# Seen: in Latvian dayjs says 1 and 2, and so does ICU with the pattern "w": the week with 1 January is the first one.
# Both begin it on Monday. In CLDR's data Latvia has no first week of its own, so that of the world counts, where
# one day is enough; Estonia and Lithuania have four. In 2026, which begins on a Thursday, all agree.
#
# Who would notice: a family whose visits are in odd weeks: from New Year 2027 on it comes a week early or late. tilts
# writes days, and no number of a week (src/feed/visits.c).
. "${0%/*}/lib.sh"
debian libicu72=72.1-3+deb12u1 python3-icu=2.10.2-1+b3
npm_packages dayjs@1.11.23 moment@2.30.1 date-fns@4.4.0

cat >week.cjs <<'JS'
const dayjs = require("dayjs")
const moment = require("moment")
const { format } = require("date-fns")
const locales = require("date-fns/locale")
dayjs.extend(require("dayjs/plugin/weekOfYear"))
for (const language of ["lv", "ru"]) {
	require(`dayjs/locale/${language}`)
	require(`moment/locale/${language}`)
}
const [, , program, language, day] = process.argv
if (program === "date-fns") console.log(format(`${day}T12:00`, "w", { locale: locales[language] }))
else console.log({ dayjs, moment }[program](day).locale(language).week())
JS
week() { # by PROGRAM, in LANGUAGE, of DAY
	case $1 in
	ICU) /usr/bin/python3 -c '
import datetime, icu, sys
day = datetime.datetime.fromisoformat(sys.argv[2] + "T12:00")
print(icu.SimpleDateFormat("w", icu.Locale(sys.argv[1])).format(day))' "$2" "$3" ;;
	*) node week.cjs "$@" ;;
	esac
}
days() {
	/usr/bin/python3 -c '
import icu, sys
print(icu.Calendar.createInstance(icu.Locale(sys.argv[1])).getMinimalDaysInFirstWeek())' "$1"
}

for program in moment date-fns; do
	seen "$program, Latvian, 1 January 2027" 53 week "$program" lv 2027-01-01
	seen "$program, Latvian, 4 January 2027" 1 week "$program" lv 2027-01-04
done
for program in dayjs ICU; do
	seen "$program, Latvian, 3 November 2026" 45 week "$program" lv 2026-11-03
	seen "$program, Latvian, 1 January 2027" 1 week "$program" lv 2027-01-01
	seen "$program, Latvian, 4 January 2027" 2 week "$program" lv 2027-01-04
done
seen 'dayjs, Russian, 1 January 2027' 53 week dayjs ru 2027-01-01
seen 'days in a first week, Latvia' 1 days lv_LV
seen 'days in a first week, Estonia' 4 days et_EE
seen 'days in a first week, Lithuania' 4 days lt_LT
finish
