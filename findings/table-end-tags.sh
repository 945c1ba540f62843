#!/usr/bin/env bash
# pandoc 2.17.1.1 and html2text 2020.1.16 (Debian): a table without the end tags that HTML does not ask for is none.
#
# Expected: the end tag of a cell may be left out before the next cell and at the end of its row, and that of a row before the
# next row and at the table's end (HTML Living Standard, "Optional tags"). It is the same table; minifiers write it
# so. pandoc reads lists and terms without their end tags.
#
# Seen: by pandoc each cell is a paragraph, one below the other, when one end tag of a cell or of a row is left out. By html2text
# all rows are one when those of rows are. No message but with --verbose, where pandoc says that it skipped "<table>".
#
# Who would notice: who makes a book or a mail of a page of hours: "Tuesday", "9–12", "Friday", "13–16" stand in a line, and of a
# longer table nobody can tell what belongs together. tilts writes each end tag of a table (src/markdown/html_table.c).
. "${0%/*}/lib.sh"
debian python3-html2text=2020.1.16-2 pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 liblua5.3-0=5.3.6-2 \
	libyaml-0-2=0.2.5-1

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
