#!/usr/bin/env bash
# ical.js 2.2.1 (npm): the tenth Monday of a year is each Monday, and so is the Monday of week 20.
#
# Expected: with FREQ=YEARLY, BYDAY=20MO is the twentieth Monday of each year, and with
# BYWEEKNO=20;BYDAY=MO the Monday of its week 20; both are examples of RFC 5545 (section 3.8.5.3), and
# COUNT=3 is three years. rrule reads both so.
#
# Seen: 9MO is one day a year; from 10MO on each Monday follows, and so behind a week's number, there
# from a week later. No message.
#
# Who would notice: a family that follows a calendar with one family day a year: there is one each
# week, and the last of them is weeks away instead of years. ical.js stands behind calendars of Mozilla
# and Nextcloud. tilts writes no rule of years: an event that comes once a year is written with its day
# (src/feed/events.c), and rules of visits are of weeks and months (rule_of() in src/feed/visits.c).
. "${0%/*}/lib.sh"
npm_packages ical.js@2.2.1 rrule@2.8.1

# days_by PROGRAM START RULE: its days.
cat >days.mjs <<'JS'
import ICAL from "ical.js"
import rrule from "rrule"

const [, , program, start, rule] = process.argv
const days = []
if (program === "rrule")
	for (const day of rrule.rrulestr(`DTSTART:${start.replaceAll("-", "")}T000000Z\nRRULE:${rule}`).all())
		days.push(day.toISOString().slice(0, 10))
else {
	const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start))
	for (let day; (day = iterator.next()); ) days.push(day.toString())
}
console.log(days.join(" "))
JS
days_by() { node days.mjs "$@"; }

ninth='FREQ=YEARLY;BYDAY=9MO;COUNT=3'
tenth='FREQ=YEARLY;BYDAY=10MO;COUNT=3'
week='FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3'
seen 'rrule: the ninth Monday' '2026-03-02 2027-03-01 2028-02-28' days_by rrule 2026-03-02 "$ninth"
seen 'ical.js: the ninth Monday' '2026-03-02 2027-03-01 2028-02-28' days_by ical.js 2026-03-02 "$ninth"
seen 'rrule: the tenth Monday' '2026-03-09 2027-03-08 2028-03-06' days_by rrule 2026-03-09 "$tenth"
seen 'ical.js: the tenth Monday' '2026-03-09 2026-03-16 2026-03-23' days_by ical.js 2026-03-09 "$tenth"
seen 'rrule: week 20' '2026-05-11 2027-05-17 2028-05-15' days_by rrule 2026-05-11 "$week"
seen 'ical.js: week 20' '2026-05-18 2026-05-25 2026-06-01' days_by ical.js 2026-05-11 "$week"
finish
