#!/usr/bin/env bash
# @markdoc/markdoc 0.5.10 (npm): when a page is set anew, a stroke in a cell makes two cells of it, and a link with quotes is none.
#
# Expected: format() writes what parse() read, "formatting Markdoc documents" by the manual: the same page in one style. In a cell "\|" is a
# stroke, in code as well, and the line under the head says how columns are aligned (GFM, section 4.10). In a link's title
# a quotation mark is written "\"" (CommonMark 0.31, section 6.3), and code with a backtick in it stands between two of
# them (section 6.1). A list may begin at 0 (section 5.2).
#
# Seen: "9–12 \| 13–16" is written without its backslash and is two cells; the last cell of its row is then one too many, and gone. The
# column of numbers is no longer on the right. A link with quotes in its title is a text with brackets. Code with a backtick ends
# at it. A list from 0 begins at 1. No message.
#
# Who would notice: readers of a table of hours, after an editor's program has set the page anew: the hours of the afternoon stand under
# "No". tilts' own form keeps each byte of a text (src/cms/), and the build tells of a row with too many cells
# (src/markdown/table.c).
. "${0%/*}/lib.sh"
npm_packages @markdoc/markdoc@0.5.10
debian cmark-gfm=0.29.0.gfm.6-6 libcmark-gfm0.29.0.gfm.6=0.29.0.gfm.6-6 libcmark-gfm-extensions0.29.0.gfm.6=0.29.0.gfm.6-6

cat >format.mjs <<'JS'
import Markdoc from "@markdoc/markdoc"

process.stdout.write(Markdoc.format(Markdoc.parse(process.argv[2])))
JS
shown() { printf '%s' "$1" | cmark-gfm -e table; }
shown_formatted() { node format.mjs "$1" | cmark-gfm -e table; }

hours='| Day | Hours | No |
| --- | --- | --: |
| Tue | 9–12 \| 13–16 | 7 |
'
seen 'a table' '<table>
<thead>
<tr>
<th>Day</th>
<th>Hours</th>
<th align="right">No</th>
</tr>
</thead>
<tbody>
<tr>
<td>Tue</td>
<td>9–12 | 13–16</td>
<td align="right">7</td>
</tr>
</tbody>
</table>' shown "$hours"
seen 'set anew' '<table>
<thead>
<tr>
<th>Day</th>
<th>Hours</th>
<th>No</th>
</tr>
</thead>
<tbody>
<tr>
<td>Tue</td>
<td>9–12</td>
<td>13–16</td>
</tr>
</tbody>
</table>' shown_formatted "$hours"
seen 'a link' '<p>[law](a.html &quot;Law &quot;On visits&quot;&quot;)</p>' shown_formatted '[law](a.html "Law \"On visits\"")'
seen 'code' '<p><code>a</code>b`</p>' shown_formatted '`` a`b ``'
seen 'a list from 0' '<ol>
<li>a</li>
<li>b</li>
</ol>' shown_formatted '0. a
1. b
'
finish
