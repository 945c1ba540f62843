#!/usr/bin/env bash
# chrono-node 2.10.3 (npm): in Russian, behind the "г." of a year the hour is today's, and the end of a stretch is lost.
#
# Expected: "4 мая 2026 г. в 10.00" is one moment and "4 мая 2026 г. – 8 мая 2026 г." one stretch, as both
# are with the word written out, and in English with a dash. "г." is how CLDR writes a year in Russian
# (the long form of Intl.DateTimeFormat, beside it).
#
# Seen: the year's "г" is taken, its point is not, and all that follows begins anew: the hour belongs to
# the day on which the text is read, and a stretch is two days without an end. With a dash and without
# "г." it is two days too, and a first day without a year is put into the next one. No message.
#
# Who would notice: who makes entries of a calendar from a page's sentences: a visit stands at ten today,
# and a quarantine that is over begins next spring. tilts gives hours and days as data beside the words
# (src/feed/calendar.c, <time> in pages), so that nobody has to read them from a sentence.
. "${0%/*}/lib.sh"
npm_packages chrono-node@2.10.3
export TZ=UTC

# days LANGUAGE TEXT: each that is found, with its end, read on 29 November 2026 at noon.
cat >days.mjs <<'JS'
import * as chrono from "chrono-node"

const [, , language, text] = process.argv
const said = (moment) => moment.date().toISOString().slice(0, 16) + (moment.isCertain("hour") ? "" : " (hour not said)")
for (const { start, end } of chrono[language].parse(text, new Date("2026-11-29T12:00Z")))
	console.log(said(start) + (end ? ` to ${said(end)}` : ""))
JS
days() { node days.mjs "$@"; }

seen 'how a day is written' '4 мая 2026 г.' node -p \
	'new Intl.DateTimeFormat("ru", { dateStyle: "long" }).format(new Date("2026-05-04"))'
seen 'an hour' '2026-05-04T10:00' days ru '4 мая 2026 года в 10.00'
seen 'an hour behind "г."' '2026-05-04T12:00 (hour not said)
2026-11-29T10:00' days ru '4 мая 2026 г. в 10.00'
seen 'a stretch' '2026-05-04T12:00 (hour not said) to 2026-05-08T12:00 (hour not said)' \
	days ru 'с 4 мая 2026 года по 8 мая 2026 года'
seen 'a stretch behind "г."' '2026-05-04T12:00 (hour not said)
2026-05-08T12:00 (hour not said)' days ru 'с 4 мая 2026 г. по 8 мая 2026 г.'
seen 'with a dash, in English' '2026-05-04T12:00 (hour not said) to 2026-05-08T12:00 (hour not said)' \
	days en '4 May – 8 May 2026'
seen 'with a dash, in Russian' '2027-05-04T12:00 (hour not said)
2026-05-08T12:00 (hour not said)' days ru '4 мая – 8 мая 2026'
finish
