#!/usr/bin/env bash
# html-to-md 0.8.8 (npm): a list without the end tags that HTML does not ask for disappears.
#
# Expected: the end tag of an item may be left out before the next item and at the end of the list,
# and so may those of rows and cells (HTML Living Standard, "Optional tags"): the same list, the
# same table. The README asks for valid HTML, and this is. A list that begins at 5 begins at 5.
#
# Seen: with </li> the list is there; without it nothing is, not even the words, and no message; a
# table goes the same way. What stands in front of the list and behind it stays, so the page looks
# well. turndown has the list in both cases.
#
# Who would notice: an editor who takes pages over from an older site, written by hand or made small by
# a minifier: what to bring is gone from the page. tilts writes all end tags but those of void
# elements (src/markdown/html.c), and reads no HTML.
. "${0%/*}/lib.sh"
npm_packages html-to-md@0.8.8 turndown@7.2.5

# markdown PROGRAM HTML
cat >markdown.cjs <<'JS'
const toMarkdown = require("html-to-md")
const Turndown = require("turndown")

const [, , program, html] = process.argv
console.log(program === "turndown" ? new Turndown().turndown(html) : (toMarkdown.default ?? toMarkdown)(html))
JS
markdown() { node markdown.cjs "$@"; }

closed='<p>Bring:</p><ol start="5"><li>passport</li><li>letter</li></ol><p>Ring first.</p>'
open='<p>Bring:</p><ol start="5"><li>passport<li>letter</ol><p>Ring first.</p>'
rows='<p>Hours:</p><table><tr><th>Day<th>Hour<tr><td>Monday<td>9.00</table><p>Ring first.</p>'
seen 'turndown: without end tags' 'Bring:

5.  passport
6.  letter

Ring first.' markdown turndown "$open"
seen 'html-to-md: with end tags' 'Bring:

5. passport
6. letter

Ring first.' markdown html-to-md "$closed"
seen 'html-to-md: without end tags' 'Bring:

Ring first.' markdown html-to-md "$open"
seen 'html-to-md: a table without end tags' 'Hours:

Ring first.' markdown html-to-md "$rows"
finish
