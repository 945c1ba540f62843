#!/usr/bin/env bash
# vcards-js 2.11.1 (npm): a comma in a card's link gets a backslash, and the link leads elsewhere.
#
# Expected: URL is of the type uri (RFC 2426, section 3.6.8; RFC 6350, section 6.7.8), and backslashes are of
# texts alone (RFC 2426, section 4; RFC 6350, section 3.4: a comma in a property whose value is one is
# escaped in a text). A comma may stand in a path or a query (RFC 3986, section 3.3, sub-delims), as the
# two numbers of a place on a map do. So the link is written as it is.
#
# Seen: "@56.9\,24.1" in 3.0 and in 4.0: all values go through the same function. ical.js, which follows the type,
# has the backslash in the link of 3.0. Names and addresses are right.
#
# Who would notice: who taps "map" in the card of a prison and gets a place that is none. tilts writes links of
# cards as they are (src/feed/vcard.c).
. "${0%/*}/lib.sh"
npm_packages vcards-js@2.11.1 ical.js@2.2.1

cat >card.cjs <<'JS'
const [, , version, url] = process.argv
const card = require("vcards-js")()
Object.assign(card, { version, url, formattedName: "Rīga, iela" })
process.stdout.write(card.getFormattedString())
JS
cat >read.mjs <<'JS'
import { readFileSync } from "node:fs"
import ICAL from "ical.js"

const card = ICAL.Component.fromString(readFileSync(0, "utf8").trimEnd())
for (const name of ["fn", "url"]) console.log(card.getFirstPropertyValue(name))
JS
link() { node card.cjs "$@" | tr -d '\r' | grep ^URL; }
read_again() { node card.cjs "$@" | node read.mjs; }

for version in 3.0 4.0; do
	seen "$version: without a comma" 'URL:https://localhost/@56.9' link "$version" 'https://localhost/@56.9'
	seen "$version: with one" 'URL:https://localhost/@56.9\,24.1' link "$version" 'https://localhost/@56.9,24.1'
done
seen 'as ical.js reads it' 'Rīga, iela
https://localhost/@56.9\,24.1' read_again 3.0 'https://localhost/@56.9,24.1'
finish
