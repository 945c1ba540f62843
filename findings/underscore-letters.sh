#!/usr/bin/env bash
# Showdown 2.1.0 (npm) and Discount 2.2.7 (Debian): an underscore in a word is none beside a Latvian or Russian letter.
#
# Expected: Showdown's option literalMidWordUnderscores, which its flavor "github" has as well, is to "stop showdown from
# interpreting underscores in the middle of words" (README). Discount's "relaxed emphasis" is the same and on unless it is
# turned off (markdown(1)). What a letter is does not depend on the language: in CommonMark an underscore between two characters
# that are neither white space nor punctuation by Unicode opens and closes nothing (0.31, section 6.2).
#
# Seen: a letter is A to Z. "lapa_viens_2026" is a word in both; in "anketa_lūgumā_2026 un vēl_ā_b" the underscore behind "ā"
# opens emphasis, and an underscore of each of two words is gone; "лист_Б_общий" (sheet B, common) is three words. No message.
#
# Who would notice: who copies the name of a form or of a file from a page and finds nothing: "lūgumā2026" is not what it is
# called; in English all is well, so tests see nothing. tilts reads with cmark, which is CommonMark, and its own writer tells
# letters by Unicode (src/markdown/phrase.c).
. "${0%/*}/lib.sh"
npm_packages showdown@2.1.0
debian discount=2.2.7-2 libmarkdown2=2.2.7-2

showdown() {
	node -e '
const { Converter } = require("showdown")
const converter = new Converter({ literalMidWordUnderscores: true })
console.log(converter.makeHtml(process.argv[1]))' "$1"
}
discount() { echo "$1" | markdown; }

plain='lapa_viens_2026'
latvian='anketa_lūgumā_2026 un vēl_ā_b'
russian='лист_Б_общий'
seen 'ASCII, by Showdown' "<p>$plain</p>" showdown "$plain"
seen 'ASCII, by Discount' "<p>$plain</p>" discount "$plain"
seen 'Latvian, by Showdown' '<p>anketa_lūgumā<em>2026 un vēl</em>ā_b</p>' showdown "$latvian"
seen 'Latvian, by Discount' '<p>anketa_lūgumā<em>2026 un vēl</em>ā_b</p>' discount "$latvian"
seen 'Russian, by Showdown' '<p>лист<em>Б</em>общий</p>' showdown "$russian"
seen 'Russian, by Discount' '<p>лист<em>Б</em>общий</p>' discount "$russian"
finish
