#!/usr/bin/env bash
# linkifyjs 4.4.0 (npm): an address between Latvian or Russian quotation marks takes the closing one along, and leads nowhere.
#
# Expected: marks around an address are none of it: an address has no letters beyond ASCII, and where it stands in a text, quotation marks
# are what it is kept apart with (RFC 3986, section 2 and appendix C). So it ends before the mark that closes the quotation,
# whichever the language has: "“" in Latvian and German, "»" in Russian (CLDR, delimiters of lv, de and ru). Autolinker has it so.
#
# Seen: straight quotation marks, brackets and Japanese ones end an address, and “ ” » … do not: the link leads to "/visits“", which no site
# has. Letters of an address beyond ASCII, as people write them, are in the link, as they should be.
#
# Who would notice: a reader of a chat or a mail with „https://…“ in it: the page is not found. tilts ends addresses before these marks
# (the marks in src/markdown/autolink.c).
. "${0%/*}/lib.sh"
npm_packages linkifyjs@4.4.0 autolinker@4.1.5

cat >find.mjs <<'JS'
import autolinker from "autolinker"
import { find } from "linkifyjs"

const text = process.argv[2]
const { Autolinker = autolinker.default ?? autolinker } = autolinker
console.log(find(text).map((link) => link.href).join(" "), Autolinker.parse(text).map((link) => link.getAnchorHref()).join(" "))
JS
page=https://portal.example.lv/visits
seen 'straight marks' "$page $page" node find.mjs "\"$page\""
seen 'Japanese marks' "$page $page" node find.mjs "「$page」"
seen 'Latvian marks' "$page“ $page" node find.mjs "„$page“"
seen 'Russian marks' "$page» $page" node find.mjs "«$page»"
seen 'an ellipsis' "$page… $page" node find.mjs "$page…"
finish
