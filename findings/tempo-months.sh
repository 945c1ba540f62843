#!/usr/bin/env bash
# @formkit/tempo 1.1.0 (npm): a day that it writes in Russian is read as one of the month in which it is read.
#
# Expected: parse() with the format and the language with which format() wrote a day gives that day; what doesn't match is an
# error, as "parse() requires a pattern" and "Date (…) does not match format (…)" are. The manual has "MMMM" for both. In
# Russian the name of a month stands in the genitive behind a day (CLDR, months of ru: "format" and "stand-alone"),
# and format() writes it so: "3 марта 2026".
#
# Seen: parse() looks the name up among those that stand alone ("март"), does not find it, and takes the month of the clock
# without a word. So what format() wrote of March is in July when it is read in July. In Latvian and English it is right, and
# with the named formats ("long") it is in Russian, too. Lithuanian, Polish, Czech and Ukrainian are as Russian is.
#
# Who would notice: a family that reads in Russian and picks or is sent a day of visits: it comes out in the month of
# that moment, and in that month all is well, as tests are. tilts keeps days as 2026-03-03 and writes words only for
# eyes (src/locale/format.c).
. "${0%/*}/lib.sh"
npm_packages @formkit/tempo@1.1.0

cat >again.mjs <<'JS'
import { format, parse } from "@formkit/tempo"

const [, , language, pattern] = process.argv
const written = [2, 11].map((month) => format(new Date(2026, month, 3, 9), pattern, language))
const RealDate = Date
for (const now of ["2026-07-20", "2027-01-20"]) {
	globalThis.Date = class extends RealDate {
		constructor(...given) {
			super(...(given.length ? given : [`${now}T09:00:00Z`]))
		}
	}
	for (const text of written) console.log(`${now}: ${text} ->`, parse(text, pattern, language).toISOString().slice(0, 10))
}
JS
again() { TZ=UTC node again.mjs "$@"; }

seen 'in Russian' '2026-07-20: 3 марта 2026 -> 2026-07-03
2026-07-20: 3 декабря 2026 -> 2026-07-03
2027-01-20: 3 марта 2026 -> 2026-01-03
2027-01-20: 3 декабря 2026 -> 2026-01-03' again ru 'D MMMM YYYY'
seen 'in Russian, a named format' '2026-07-20: 3 марта 2026 г. -> 2026-03-03
2026-07-20: 3 декабря 2026 г. -> 2026-12-03
2027-01-20: 3 марта 2026 г. -> 2026-03-03
2027-01-20: 3 декабря 2026 г. -> 2026-12-03' again ru long
seen 'in Latvian' '2026-07-20: 3 marts 2026 -> 2026-03-03
2026-07-20: 3 decembris 2026 -> 2026-12-03
2027-01-20: 3 marts 2026 -> 2026-03-03
2027-01-20: 3 decembris 2026 -> 2026-12-03' again lv 'D MMMM YYYY'
finish
