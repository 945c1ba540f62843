#!/usr/bin/env bash
# html-to-md 0.8.8 (npm), pandoc 2.17.1.1 and html2text 2020.1.16 (Debian): a list or a table without the end tags that HTML does not
# ask for disappears, or is none.
#
# Expected: the end tag of an item may be left out before the next item and at the end of the list, that of a cell before the next cell
# and at the end of its row, and that of a row before the next row and at the table's end (HTML Living Standard, "Optional tags").
# It is the same list and the same table; minifiers write them so. html-to-md's README asks for valid HTML, and this is.
# pandoc reads lists and terms without their end tags, and turndown has the list.
#
# Seen: 1. By html-to-md there is neither list nor table, not even the words, and no message. What stands in front and behind
# stays, so the page looks well.
# 2. By pandoc each cell is a paragraph, one below the other, when one end tag of a cell or of a row is left out. By html2text all
# rows are one when those of rows are. No message but with --verbose, where pandoc says that it skipped "<table>".
#
# Who would notice: who takes pages over from an older site, written by hand or made small, or makes a book or a mail of a page of
# hours: what to bring is gone, or "Tuesday", "9–12", "Friday", "13–16" stand in a line, and of a longer table nobody can tell
# what belongs together. tilts writes each end tag but those of void elements (src/markdown/html.c, html_table.c), and reads no HTML.
. "${0%/*}/lib.sh"
npm_packages html-to-md@0.8.8 turndown@7.2.5
debian python3-html2text=2020.1.16-2 pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 liblua5.3-0=5.3.6-2 \
	libyaml-0-2=0.2.5-1

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

whole='<table><tr><th>Day</th><th>Hours</th></tr><tr><td>Tuesday</td><td>9–12</td></tr><tr><td>Friday</td><td>13–16</td></tr></table>'
by_html2text() { echo "$1" | /usr/bin/python3 usr/bin/html2markdown.py3 | sed 's/ *$//; /^$/d'; }
by_pandoc() { echo "$1" | pandoc --data-dir usr/share/pandoc/data -f html -t plain | sed 's/ *$//; /^$/d'; }

seen 'whole, by pandoc' '  Day       Hours
  --------- -------
  Tuesday   9–12
  Friday    13–16' by_pandoc "$whole"
seen 'without the end of cells, by pandoc' 'Day
Hours
Tuesday
9–12
Friday
13–16' by_pandoc "${whole//<\/t[dh]>/}"
seen 'without the end of rows, by pandoc' 'Day
Hours
Tuesday
9–12
Friday
13–16' by_pandoc "${whole//<\/tr>/}"
seen 'whole, by html2text' 'Day| Hours
---|---
Tuesday| 9–12
Friday| 13–16' by_html2text "$whole"
seen 'without the end of cells, by html2text' 'Day| Hours
---|---
Tuesday| 9–12
Friday| 13–16' by_html2text "${whole//<\/t[dh]>/}"
seen 'without the end of rows, by html2text' 'Day| Hours| Tuesday| 9–12| Friday| 13–16' by_html2text "${whole//<\/tr>/}"
finish
