#!/usr/bin/env bash
# lunr 2.3.9 (npm): a Latvian word that begins or ends with a letter with a mark is not found
# by itself.
#
# Expected: what is asked goes through what the words of the pages went through, so the very
# word of a page finds it. The reference warns of the trimmer only that it "may not work
# correctly for non latin characters"; Latvian is written in Latin letters.
#
# Seen: "cietumā" (in prison), "Āgenskalns", "žēl" find nothing, and neither does "café".
# "brīvība" is found: its marks stand inside. The trimmer takes what is not A to Z off the
# ends of the pages' words, but does not see the question: "cietumā" stands as "cietum",
# and "cietum", which is no word, finds it. A star behind the word does not help.
#
# Who would notice: a reader who types the word that stands on the page; the case that says
# where ends in ā, ē, ī or ū. tilts folds the words of pages and of questions by one function
# (src/locale/fold.c; tests/cli/search.t compares the browser's script with it).
. "${0%/*}/lib.sh"
npm_packages lunr@2.3.9

# found WORD QUESTION: how many pages of a page that is this word.
found() {
	node -e '
const [, word, question] = process.argv
const index = require("lunr")(function () {
	this.ref("id")
	this.field("text")
	this.add({ id: 1, text: word })
})
console.log(index.search(question).length)' "$1" "$2"
}

for word in cietumā Āgenskalns žēl café; do
	seen "$word by itself" 0 found "$word" "$word"
done
seen 'brīvība by itself' 1 found brīvība brīvība
seen 'cietumā by cietum' 1 found cietumā cietum
seen 'cietumā by cietumā*' 0 found cietumā 'cietumā*'
finish
