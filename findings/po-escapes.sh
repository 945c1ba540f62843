#!/usr/bin/env bash
# gettext-parser 10.0.0 and pofile 1.1.4 (npm): translations change when a catalogue is read and written.
#
# Expected: a catalogue that is read and written without a change says the same. Its strings follow the C
# syntax for strings, escapes included, so "\303\244" is two bytes, which in UTF-8 are "ä", and "\x41" is
# "A"; and white space separates keywords and strings, be it a line's end or not (GNU gettext manual, "The
# Format of PO Files"). msgfmt reads all of these so.
#
# Seen: gettext-parser drops the backslash and keeps the digits: "303244", "x41". pofile makes a letter
# of each byte, "Ã¤"; and where msgid and msgstr are in one line, it takes the second for a piece of
# the first, and the message has no translation.
#
# Who would notice: a translator whose program in the browser stands on one of these: a text that was
# right is wrong after another was saved, and nobody looked at it. tilts' catalogues have their letters as
# they are and a line for each keyword, as msgmerge writes them (src/messages/lv.po).
. "${0%/*}/lib.sh"
npm_packages gettext-parser@10.0.0 pofile@1.1.4

cat >rewritten.mjs <<'JS'
import gettextParser from "gettext-parser"
import PO from "pofile"
const [by, entry] = process.argv.slice(2)
const text = `msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n${entry}\n`
const rewritten = by == "pofile" ? PO.parse(text).toString()
	: gettextParser.po.compile(gettextParser.po.parse(Buffer.from(text))).toString()
console.log(rewritten.trim().split("\n\n").at(-1))
JS

plain='msgid "call"
msgstr "zvanīt"'
seen 'letters, by gettext-parser' "$plain" node rewritten.mjs gettext-parser "$plain"
seen 'letters, by pofile' "$plain" node rewritten.mjs pofile "$plain"
escapes='msgid "night"
msgstr "\x41 \303\244"'
seen 'escapes, by gettext-parser' 'msgid "night"
msgstr "x41 303244"' node rewritten.mjs gettext-parser "$escapes"
seen 'escapes, by pofile' 'msgid "night"
msgstr "A Ã¤"' node rewritten.mjs pofile "$escapes"
line='msgid "call" msgstr "zvanīt"'
seen 'one line, by gettext-parser' "$plain" node rewritten.mjs gettext-parser "$line"
seen 'one line, by pofile' 'msgid "call\" msgstr \"zvanīt"
msgstr ""' node rewritten.mjs pofile "$line"
finish
