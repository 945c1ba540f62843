#!/usr/bin/env bash
# @tiptap/markdown 3.35.0 (npm): a line that begins with an initial becomes a list, and the next initial another letter.
#
# Expected: what an item of a numbered list begins with is one to nine digits and a point or a bracket
# (CommonMark 0.31, section 5.2, ordered list marker), so a letter with a point is text: an initial, a "t." before a
# telephone. "Markdown parser and serializer for tiptap", the package calls itself: what is read and written is the same.
#
# Seen: "J. Alksnis" is an item, the tenth of a list by letters, with the text "Alksnis". Of two names, one under the
# other, the second gets the letter that comes next: "A. Ozols" is saved as "K. Ozols". "Nr. 5" is saved as
# "1. 5", and "a)" as "a.". Letters outside of a to z are text. No message.
#
# Who would notice: readers of a page that was saved with it: another person's name stands in the list of those who
# receive visitors. The guess is in the reading of texts, so it is not in what is typed. tilts' own form
# keeps each byte of a text (src/cms/).
. "${0%/*}/lib.sh"
npm_packages @tiptap/markdown@3.35.0 @tiptap/core@3.35.0 @tiptap/pm@3.35.0 @tiptap/starter-kit@3.35.0

cat >through.mjs <<'JS'
import { MarkdownManager } from "@tiptap/markdown"
import StarterKit from "@tiptap/starter-kit"

const manager = new MarkdownManager({ extensions: [StarterKit] })
const read = manager.parse(process.argv[2])
console.log(read.content.map(({ type }) => type).join())
console.log(manager.serialize(read))
JS
# saved TEXT: what its blocks are, and what is written of it.
saved() { node through.mjs "$1"; }

seen 'a name' 'paragraph
Juris Alksnis' saved 'Juris Alksnis'
seen 'a letter outside of a to z' 'paragraph
Ā. Alksnis' saved 'Ā. Alksnis'
seen 'an initial' 'orderedList
J. Alksnis' saved 'J. Alksnis'
seen 'two initials' 'orderedList
J. Alksnis,
K. Ozols' saved 'J. Alksnis,
A. Ozols'
seen 'a number' 'orderedList
1. 5' saved 'Nr. 5'
seen 'a letter with a bracket' 'orderedList
a. Passport' saved 'a) Passport'
finish
