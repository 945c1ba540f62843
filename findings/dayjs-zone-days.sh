#!/usr/bin/env bash
# dayjs 1.11.23 (npm): in a time zone, a day later is another moment when the clock changes between, and a day's start is anybody's.
#
# Expected: the manual says of the plugin timezone that it works with the IANA database, and of add() that a day
# is a day and an hour an hour. From 09:00 in Riga on 24 October 2026 a day on is 09:00 in Riga on
# the 25th, which is 07:00 in UTC: since 04:00 that night the distance is +02:00 (tz database, rule EU). And 25
# October begins at 00:00 with +03:00, wherever the program runs. luxon has both.
#
# Seen: "2026-10-25T09:00:00+03:00", the new hour with the old distance: the moment is 06:00 in UTC, so all that
# is sent, stored or compared is an hour off; so it is after a week or a month. In spring it is the other
# way. The start of 25 October is with +03:00 on a computer in UTC or in Riga, and with +02:00, which
# is 01:00 in Riga, on one in New York.
#
# Who would notice: a family whose reminder comes an hour late or early in the weeks after the change, from
# visits that were worked out before it. tilts counts days on the calendar and asks for the
# distance of each (zone_offset() in src/locale/zone.c).
. "${0%/*}/lib.sh"
npm_packages dayjs@1.11.23 luxon@3.7.2

cat >later.cjs <<'JS'
const { DateTime } = require("luxon")
const dayjs = require("dayjs")
dayjs.extend(require("dayjs/plugin/utc"))
dayjs.extend(require("dayjs/plugin/timezone"))

const [, , program, time, number, unit] = process.argv
const from = program === "luxon" ? DateTime.fromISO(time, { zone: "Europe/Riga" }) : dayjs.tz(time, "Europe/Riga")
const then = number === "start" ? from.startOf("day")
	: program === "luxon" ? from.plus({ [unit]: Number(number) })
	: from.add(Number(number), unit)
console.log(then.toJSDate?.().toISOString() ?? then.toDate().toISOString())
JS
later() { TZ=UTC node later.cjs "$@"; }
start() { TZ=$2 node later.cjs "$1" 2026-10-25T12:00 start; }

seen 'luxon: a day later' 2026-10-25T07:00:00.000Z later luxon 2026-10-24T09:00 1 day
seen 'dayjs: a day later' 2026-10-25T06:00:00.000Z later dayjs 2026-10-24T09:00 1 day
seen 'dayjs: a month later' 2026-11-20T06:00:00.000Z later dayjs 2026-10-20T09:00 1 month
seen 'dayjs: a day later in November' 2026-11-04T07:00:00.000Z later dayjs 2026-11-03T09:00 1 day
seen 'luxon: a day later in spring' 2026-03-29T06:00:00.000Z later luxon 2026-03-28T09:00 1 day
seen 'dayjs: a day later in spring' 2026-03-29T07:00:00.000Z later dayjs 2026-03-28T09:00 1 day
for zone in UTC America/New_York; do
	seen "luxon: the start of a day, in $zone" 2026-10-24T21:00:00.000Z start luxon "$zone"
done
seen 'dayjs: the start of a day, in UTC' 2026-10-24T21:00:00.000Z start dayjs UTC
seen 'dayjs: the start of a day, in New York' 2026-10-24T22:00:00.000Z start dayjs America/New_York
finish
