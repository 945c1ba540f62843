#!/usr/bin/env bash
# PostgreSQL 18.7, as PGlite 0.5.17 (npm): of "9-17" the second number is minus seventeen.
#
# Expected: hours and days are words that who asks for one of them finds: in "9-17" 9 and 17, in
# "2026-11-03" the 03, in "67208-208" 208, in "iela 5-12" 12. The dash stands between two figures; "e-pasts"
# is e, pasts, and both. The manual has a signed integer among the kinds of words, with "-1234"
# (section 12.5, "Parsers"), and does not say that a sign needs a space before it.
#
# Seen: each of them has the sign: who asks for 17 does not find "9-17". In "9:00-16:30" it is minus sixteen.
# With a dash of typographers, "9–17", both are found.
#
# Who would notice: who types the end of the hours or a flat into the search of a site that stands on it;
# who types the whole finds it, so it shows late. tilts parts words at each dash, in pages and in
# questions (src/locale/fold.c).
. "${0%/*}/lib.sh"
npm_packages @electric-sql/pglite@0.5.17

# found TEXT WORD…: which of the words find the text.
cat >found.mjs <<'JS'
import { PGlite } from "@electric-sql/pglite"
const [text, ...words] = process.argv.slice(2)
const database = new PGlite()
for (const word of words) {
	const { rows: [{ found }] } = await database.query(
		"select to_tsvector('simple', $1) @@ plainto_tsquery('simple', $2) as found", [text, word])
	console.log(word, found)
}
JS

seen 'hours' '9 true
17 false
9-17 true' node found.mjs 'Mon 9-17' 9 17 9-17
seen 'hours with minutes' '9 true
16 false' node found.mjs '9:00-16:30' 9 16
seen 'a flat' '5 true
12 false' node found.mjs 'Long Street 5-12' 5 12
seen 'a word with a dash' 'e true
mail true' node found.mjs e-mail e mail
seen 'a dash of typographers' '9 true
17 true' node found.mjs 'Mon 9–17' 9 17
finish
