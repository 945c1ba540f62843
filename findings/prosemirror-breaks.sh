#!/usr/bin/env bash
# prosemirror-markdown 1.13.9 (npm): behind a line's end that was set by hand, a day becomes a list.
#
# Expected: what the default parser reads and the default serializer writes says the same. At the start
# of a paragraph a number with a point is written "3\.", since it would open a list (CommonMark
# 0.31, section 5.2); a list that begins with 1, and one with signs, can interrupt a paragraph
# (section 5.2, too), so the same is needed behind a hard break.
#
# Seen: there it is written as it is. "from\" and "1\. novembris" come out as "from\" and "1. novembris":
# a paragraph that ends in a backslash which everybody sees, and a list. So does a dash. At the start
# of a paragraph both are right.
#
# Who would notice: an editor of an address or of hours with a line for each, in an editor that stands
# on ProseMirror: the line that is saved well for 30 days of a month is torn on the 1st. tilts's form
# keeps each byte of a text (src/cms/); the build refuses a backslash that ends a paragraph
# (check_break() in src/markdown/leftover.c; tests/sites/leftovers.txt).
. "${0%/*}/lib.sh"
npm_packages prosemirror-markdown@1.13.9 prosemirror-model@1.25.13 markdown-it@14.3.3 commonmark@0.31.2

# saved MARKDOWN: what is written, and what it is then.
cat >save.cjs <<'JS'
const { defaultMarkdownParser, defaultMarkdownSerializer } = require("prosemirror-markdown")
const { Parser, HtmlRenderer } = require("commonmark")

const written = defaultMarkdownSerializer.serialize(defaultMarkdownParser.parse(process.argv[2]))
console.log(written)
console.log(new HtmlRenderer().render(new Parser().parse(written)).replaceAll("\n", ""))
JS
saved() { node save.cjs "$1"; }

seen 'a day at the start' '1\. novembris
<p>1. novembris</p>' saved '1\. novembris'
seen 'a word behind a hard break' 'no\
rīta
<p>no<br />rīta</p>' saved 'no\
rīta'
seen 'a day behind a hard break' 'no\
1. novembris
<p>no\</p><ol><li>novembris</li></ol>' saved 'no\
1\. novembris'
seen 'a dash behind a hard break' 'no\
- rīta
<p>no\</p><ul><li>rīta</li></ul>' saved 'no\
\- rīta'
finish
