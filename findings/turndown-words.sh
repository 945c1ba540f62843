#!/usr/bin/env bash
# turndown 7.2.5 (npm): what a page says in angle brackets is gone, and two more texts become something else.
#
# Expected: "Turndown uses backslashes to escape Markdown characters", the README says, so that they "are not interpreted
# as Markdown". In Markdown "<name>" is a tag unless it is escaped (CommonMark 0.31, section 6.6), "&copy;" is a sign
# (section 2.5, entity references), and "1)" at the start of a paragraph opens a list as "1." does (section 5.2). It
# escapes "1.". And of <details> the summary is a line of its own (HTML Living Standard, "Rendering").
#
# Seen: "&lt;name&gt;" is written as "<name>", which nobody sees in the page that is made of it. "&amp;copy;" becomes a
# sign, and a paragraph that begins with "1)" a list. A summary grows together with what follows it.
#
# Who would notice: a reader of a page that was moved with it: "Write <name, surname> on the envelope" is "Write on the
# envelope", and "Telephone" and the number are one word. To tilts such a "<name>" is HTML: it shows the word as
# it is written, and tells the editor how to write the sign (src/markdown/html_raw.h; tests/cli/build.t).
. "${0%/*}/lib.sh"
npm_packages turndown@7.2.5 commonmark@0.31.2

cat >through.cjs <<'JS'
const Turndown = require("turndown")
const { Parser, HtmlRenderer } = require("commonmark")

const text = new Turndown().turndown(process.argv[2])
console.log(text)
console.log(new HtmlRenderer().render(new Parser().parse(text)).trim())
JS
# through HTML: as Markdown, and what that is in HTML.
through() { node through.cjs "$1"; }

seen 'a day' '3\. November
<p>3. November</p>' through '<p>3. November</p>'
seen 'a word in angle brackets' 'Write <name> here
<p>Write <name> here</p>' through '<p>Write &lt;name&gt; here</p>'
seen 'an ampersand' 'a &copy; b
<p>a © b</p>' through '<p>a &amp;copy; b</p>'
seen 'a number with a bracket' '1) Call first
<ol>
<li>Call first</li>
</ol>' through '<p>1) Call first</p>'
seen 'a summary' 'Telephone60000001
<p>Telephone60000001</p>' through '<details><summary>Telephone</summary>60000001</details>'
finish
