#!/usr/bin/env bash
# turndown 7.2.5 and rehype-remark 10.0.1 (npm), pandoc 2.17.1.1 and html2text 2020.1.16 (Debian): a point of a law gets another number.
#
# Expected: an item of a list has the number that its `value` says, and those behind it count on from there (HTML Living
# Standard, "The li element"): 5, 9, 10. A list of Markdown can't leap, but it can begin anywhere (CommonMark 0.31, section 5.3),
# so two lists say it, or a number that is escaped; and what can't be said could be told. All four keep
# the number with which a list begins.
#
# Seen: all four write 5, 6, 7. No message, of pandoc with --verbose neither. Lynx and w3m show 5, 9, 10.
#
# Who would notice: who gets a page about a law as a note, a mail or a book, when points in between were left out: what was "by point
# 9" is point 6 there, and so it is quoted in a complaint. tilts makes its pages of Markdown, which has no such
# number, and its booklet is a page of HTML (templates/booklet.html).
. "${0%/*}/lib.sh"
npm_packages turndown@7.2.5 rehype-parse@9.0.1 rehype-remark@10.0.1 remark-stringify@11.0.0 unified@11.0.5
debian pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 liblua5.3-0=5.3.6-2 libyaml-0-2=0.2.5-1 \
	python3-html2text=2020.1.16-2

law='<ol start="5"><li>Call.</li><li value="9">Write.</li><li>Come.</li></ol>'
numbers() { sed -n 's/^ *\([0-9]*\)\. *\(.*\)/\1 \2/p'; }
by_turndown() {
	node -e 'console.log(new (require("turndown"))().turndown(process.argv[1]))' "$law" | numbers
}
by_rehype() {
	node --input-type=module -e '
import parse from "rehype-parse"
import remark from "rehype-remark"
import stringify from "remark-stringify"
import { unified } from "unified"
console.log(String(await unified().use(parse).use(remark).use(stringify).process(process.argv[1])))' "$law" | numbers
}
by_pandoc() { echo "$law" | pandoc --verbose --data-dir usr/share/pandoc/data -f html -t "$1" | numbers; }
by_html2text() { echo "$law" | /usr/bin/python3 usr/bin/html2markdown.py3 | numbers; }

seen 'by turndown' '5 Call.
6 Write.
7 Come.' by_turndown
seen 'by rehype-remark' '5 Call.
6 Write.
7 Come.' by_rehype
seen 'by pandoc, as Markdown' '5 Call.
6 Write.
7 Come.' by_pandoc commonmark
seen 'by pandoc, as text' '5 Call.
6 Write.
7 Come.' by_pandoc plain
seen 'by html2text' '5 Call.
6 Write.
7 Come.' by_html2text
finish
