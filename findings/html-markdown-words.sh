#!/usr/bin/env bash
# node-html-markdown 2.0.0 (npm): words grow together, and a link becomes a text in angle brackets.
#
# Expected: 1. A line's end in a paragraph is a space (CSS Text Level 3, section 4.1), so
# "<strong>not</strong>", a line's end and "today" are two words.
# 2. A link whose words are its address stays a link. In Markdown an address between angle
# brackets is one only when it begins with a scheme (CommonMark 0.31, section 6.5).
#
# Seen: 1. "**not**today": the line's end behind an element goes. Before it, and between words
# without an element, it is a space; so is a space there.
# 2. "<visits.html>", which is no link; its words become a text, angle brackets and all.
#
# Who would notice: an editor who takes pages over from an older site: words to put right by hand
# on page after page, and links that are gone without a message. tilts tells of such a link and what
# to write (match_angled_address() in src/markdown/sign.c; tests/sites/hurried.txt); words that grew
# together only a reader sees.
. "${0%/*}/lib.sh"
npm_packages node-html-markdown@2.0.0 commonmark@0.31.2

cat >convert.mjs <<'JS'
import { HtmlRenderer, Parser } from "commonmark"
import { NodeHtmlMarkdown } from "node-html-markdown"

const markdown = NodeHtmlMarkdown.translate(process.argv[2])
console.log(markdown)
console.log(new HtmlRenderer().render(new Parser().parse(markdown)).trim())
JS
# back HTML: the Markdown that it becomes, and what CommonMark makes of that.
back() { node convert.mjs "$1"; }

seen 'a space behind an element' 'Do **not** come.
<p>Do <strong>not</strong> come.</p>' back '<p>Do <strong>not</strong> come.</p>'
seen 'a line ends behind an element' 'Do **not**come.
<p>Do <strong>not</strong>come.</p>' back '<p>Do <strong>not</strong>
come.</p>'
seen 'a line ends behind a link' '[Visits](a.html)are free.
<p><a href="a.html">Visits</a>are free.</p>' back '<p><a href="a.html">Visits</a>
are free.</p>'
seen 'a line ends before an element' 'Do **not** come.
<p>Do <strong>not</strong> come.</p>' back '<p>Do
<strong>not</strong> come.</p>'
seen 'a whole address as words' '<https://a.example/>
<p><a href="https://a.example/">https://a.example/</a></p>' back '<p><a href="https://a.example/">https://a.example/</a></p>'
seen 'an address of the same site as words' '<visits.html>
<p>&lt;visits.html&gt;</p>' back '<p><a href="visits.html">visits.html</a></p>'
finish
