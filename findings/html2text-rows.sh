#!/usr/bin/env bash
# html2text 2020.1.16 (Debian's python3-html2text): where two rows share a day, the hours of the second stand under "Day".
#
# Expected: a cell with rowspan="2" fills its column in the next row, too, so the first cell that is written there is of the
# second column (HTML Living Standard, "Forming a table"). Tables of Markdown have no such cells, so the text stands twice, or an
# empty cell holds its place, as pandoc has it: what is under "Hours" stays there.
#
# Seen: the row begins with its first cell: "13–16" is under "Day", and nothing under "Hours". With colspan a cell is one column, and
# what follows it moves to the left. With --pad-tables as well. No message.
#
# Who would notice: who reads a page of hours in a mail (rss2email makes texts with it) or keeps it as a note: on Tuesday there is
# nothing in the afternoon, and of which day "13–16" is nobody can tell. Tables of Markdown, which tilts makes its pages
# of, share no cells, and days of visits are a list (templates/parts/days.html).
. "${0%/*}/lib.sh"
debian python3-html2text=2020.1.16-2 pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 liblua5.3-0=5.3.6-2 \
	libyaml-0-2=0.2.5-1

row() { printf '<tr>%s</tr>' "$(printf '<td%s</td>' "$@")"; }
table=$(row '>Day' '>Hours' '>Who' | sed 's/td>/th>/g')$(row ' rowspan="2">Tuesday' '>9–12' '>all')$(row '>13–16' '>children')
table="<table>$table$(row ' colspan="2">Friday: ask' '>all')</table>"
by_html2text() { echo "$table" | /usr/bin/python3 usr/bin/html2markdown.py3 "$@" | sed 's/ *$//; /^$/d'; }
by_pandoc() { echo "$table" | pandoc --data-dir usr/share/pandoc/data -f html -t plain | sed 's/ *$//; /^$/d'; }

seen 'by html2text' 'Day| Hours| Who
---|---|---
Tuesday| 9–12| all
13–16| children
Friday: ask| all' by_html2text
seen 'by html2text, padded' 'Day         | Hours    | Who
------------|----------|-----
Tuesday     | 9–12     | all
13–16       | children
Friday: ask | all' by_html2text --pad-tables
seen 'by pandoc' '  Day           Hours   Who
  ------------- ------- ----------
  Tuesday       9–12    all
                13–16   children
  Friday: ask           all' by_pandoc
finish
