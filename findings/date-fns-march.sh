#!/usr/bin/env bash
# date-fns 4.4.0 (npm): what it writes of a day in March in Latvian, it does not read.
#
# Expected: parse() with the format and the locale with which format() wrote a day gives that day;
# the manual lists "MMM" for both, with the same words. In Latvian ten of the twelve months are cut
# short, with a point; "marts" and "maijs" are whole, and in a date they stand in another case.
#
# Seen: "d MMM yyyy" writes "3 martā 2026" and does not read it: Invalid Date. "3 marts 2026", which it
# never writes, is read. All other months come back. With "MMMM" March does, too.
#
# Who would notice: whoever reads dates back that a form or a table of the same program showed:
# from April to February all is well, and tests seldom run through the year. tilts keeps days as
# 2026-03-03 and writes words only for eyes (src/locale/format.c).
. "${0%/*}/lib.sh"
npm_packages date-fns@4.4.0

# lost FORMAT: the days, one of each month, that don't come back.
cat >lost.mjs <<'JS'
import { format, isEqual, parse } from "date-fns"
import { lv } from "date-fns/locale"

const [, , pattern, text] = process.argv
const locale = { locale: lv }
const read = (text) => parse(text, pattern, new Date(2026, 0, 1), locale)
if (text) console.log(isNaN(read(text)) ? "not read" : format(read(text), "yyyy-MM-dd"))
else
	for (let month = 0; month < 12; month++) {
		const day = new Date(2026, month, 3)
		const written = format(day, pattern, locale)
		if (!isEqual(read(written), day)) console.log(written)
	}
JS
lost() { node lost.mjs "$1"; }
read_as() { node lost.mjs "$1" "$2"; }

seen 'months in full' '' lost 'd. MMMM yyyy'
seen 'months cut short' '3 martā 2026' lost 'd MMM yyyy'
seen 'the word that it reads' 2026-03-03 read_as 'd MMM yyyy' '3 marts 2026'
seen 'the word that it writes' 'not read' read_as 'd MMM yyyy' '3 martā 2026'
finish
