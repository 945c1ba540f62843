#!/usr/bin/env bash
# vcard-parser 1.0.0 (npm): a space beside a fold is lost, and two words become one.
#
# Expected: a line may be folded between any two of its characters; to unfold it, the line's end
# and the one space behind it are taken out, and nothing else (RFC 2425, section 5.8.1; RFC 2426,
# section 2.6, for cards). So it does not matter whether the fold is in a word or beside one.
#
# Seen: a space right behind a fold is gone, and so is one at the end of a line that is itself a
# continuation. "9.00 16.00" becomes "9.0016.00". The same text folded inside its words is whole.
#
# Who would notice: whoever takes a prison's card into a program that stands on it: notes with
# words and hours grown together. tilts folds lines of cards inside of words, never beside a
# space (cut_of() in src/feed/vcard.c; tests/unit/feed_vcard_test.c).
. "${0%/*}/lib.sh"
npm_packages vcard-parser@1.0.0

# note LINES…: what is read of a note that is folded so.
note() {
	node -e '
const lines = process.argv.slice(1).join("\r\n ")
const card = ["BEGIN:VCARD", "VERSION:3.0", "FN:A", "N:A;;;;", "NOTE:" + lines, "END:VCARD", ""].join("\r\n")
console.log(require("vcard-parser").parse(card).note[0].value)' "$@"
}

seen 'not folded' 'Visits 9.00 16.00 daily' note 'Visits 9.00 16.00 daily'
seen 'folded in words' 'Visits 9.00 16.00 daily' note 'Vis' 'its 9.00 16.' '00 daily'
seen 'a space behind the fold' 'Visits 9.0016.00 daily' note 'Visits 9.00' ' 16.00 daily'
seen 'a space before the first fold' 'Visits 9.00 16.00 daily' note 'Visits 9.00 ' '16.00 daily'
seen 'a space before the second fold' 'Visits 9.00 16.00daily' note 'Visits 9.00 ' '16.00 ' 'daily'
finish
