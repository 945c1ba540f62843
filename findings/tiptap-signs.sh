#!/usr/bin/env bash
# @tiptap/markdown 3.35.0 (npm): a space that does not break is read as six letters, and saved so that everybody sees them.
#
# Expected: "&nbsp;" in a text is one sign, as each name is that HTML has for a sign (CommonMark 0.31, section 2.5, entity
# references), and "&#160;" is the same (numeric character references). What is read and written without a
# change says the same.
#
# Seen: "67&nbsp;000" is the text "67&nbsp;000", and is saved as "67&amp;nbsp;000", which a reader of Markdown shows
# to the letter. So are a dash, a sign of the euro and of a section. Names of signs that Markdown itself
# needs, such as "&amp;", and numbers are read as they should be.
#
# Who would notice: readers of a page that was saved with it, in which telephones and sums have spaces that keep them
# together: "67&nbsp;000&nbsp;001". tilts' own form keeps each byte of a text (src/cms/).
. "${0%/*}/lib.sh"
npm_packages @tiptap/markdown@3.35.0 @tiptap/core@3.35.0 @tiptap/pm@3.35.0 @tiptap/starter-kit@3.35.0 commonmark@0.31.2

cat >through.mjs <<'JS'
import { MarkdownManager } from "@tiptap/markdown"
import StarterKit from "@tiptap/starter-kit"
import { HtmlRenderer, Parser } from "commonmark"

const manager = new MarkdownManager({ extensions: [StarterKit] })
const saved = manager.serialize(manager.parse(process.argv[2]))
for (const text of [process.argv[2], saved]) process.stdout.write(new HtmlRenderer().render(new Parser().parse(text)))
JS
# saved TEXT: as HTML before and after.
saved() { node through.mjs "$1" | sed 's/\xc2\xa0/_/g'; }

seen 'an ampersand' '<p>A &amp; B</p>
<p>A &amp; B</p>' saved 'A &amp; B'
seen 'a space by its number' '<p>67_000</p>
<p>67_000</p>' saved '67&#160;000'
seen 'a space by its name' '<p>67_000</p>
<p>67&amp;nbsp;000</p>' saved '67&nbsp;000'
seen 'a dash' '<p>9–17</p>
<p>9&amp;ndash;17</p>' saved '9&ndash;17'
seen 'a sum' '<p>5 €</p>
<p>5 &amp;euro;</p>' saved '5 &euro;'
finish
