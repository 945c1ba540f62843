#!/usr/bin/env bash
# ts-ics 2.4.6 (npm): a rule of months is shown at midnight, and its last day is the last but one.
#
# Expected: what a rule does not say comes from DTSTART, the time of day too (RFC 5545, section
# 3.3.10): the first Saturday of each month, from 7 November at 09:00, is at 09:00. There -1 is
# the last: of the days that BYDAY leaves with BYSETPOS, of the month with BYMONTHDAY. And a date
# that a month does not have "MUST be ignored", so a rule from the 31st has no day in November.
#
# Seen: with BYDAY in months or years the time is 00:00. -1 is the last but one. The rule from
# the 31st goes to the 30th and does not come back, and in February to the 28th. Rules of weeks
# are right, and so are those of a day that each month has.
#
# Who would notice: a family whose program says midnight of the first Saturday, or shows the
# visits of the month's last day on the day before. tilts writes BYDAY with a number for hours
# "on the second Tuesday" (rule_of() in src/feed/visits.c): each other way to say it would lose the
# series for all. The page itself has the hours.
. "${0%/*}/lib.sh"
npm_packages ts-ics@2.4.6
export TZ=UTC

cat >days.mjs <<'JS'
import { convertIcsRecurrenceRule, extendByRecurrenceRule } from "ts-ics"

const [, , start, value] = process.argv
const rule = convertIcsRecurrenceRule(undefined, { value })
for (const day of extendByRecurrenceRule(rule, { start: new Date(start), end: new Date("2027-06-01") }))
	console.log(day.toISOString().slice(0, 16))
JS
days() { node days.mjs "$@"; }

seen 'each Saturday' '2026-11-07T09:00
2026-11-14T09:00' days 2026-11-07T09:00:00Z 'FREQ=WEEKLY;BYDAY=SA;COUNT=2'
seen 'the 7th' '2026-11-07T09:00
2026-12-07T09:00' days 2026-11-07T09:00:00Z 'FREQ=MONTHLY;COUNT=2'
seen 'the first Saturday, at midnight' '2026-11-07T00:00
2026-12-05T00:00' days 2026-11-07T00:00:00Z 'FREQ=MONTHLY;BYDAY=1SA;COUNT=2'
seen 'the first Saturday, at nine' '2026-12-05T00:00
2027-01-02T00:00' days 2026-11-07T09:00:00Z 'FREQ=MONTHLY;BYDAY=1SA;COUNT=2'
seen 'the last working day' '2026-12-30T00:00
2027-01-28T00:00' days 2026-11-30T00:00:00Z 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2'
seen 'the last day' '2026-12-30T09:00
2027-01-30T09:00' days 2026-11-30T09:00:00Z 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2'
seen 'the 31st' '2026-10-31T09:00
2026-11-30T09:00
2026-12-30T09:00
2027-01-30T09:00
2027-02-28T09:00' days 2026-10-31T09:00:00Z 'FREQ=MONTHLY;COUNT=5'
finish
