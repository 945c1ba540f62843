#!/usr/bin/env bash
# vcf 2.1.2 (npm): a field that it does not know gets another name by reading and writing.
#
# Expected: a name that begins with "X-" is private between those who agree on it (RFC 2426,
# section 3.8); who does not know it keeps it as it is. X-ABLabel is what telephones show
# beside a number.
#
# Seen: X-ABLabel is written as X-AB-LABEL, which is another name: the field is kept under a
# key of JavaScript, and its words are told apart by capitals. In capitals alone it stays,
# though capitals make no difference in names (RFC 2425, section 5.8.2).
#
# Who would notice: somebody whose address book stands on it and who sends a prison's card on:
# the two numbers are there, but no telephone says which of them is for visits. Cards of tilts
# carry the label in that field alone (src/feed/vcard.c), since no other reaches a telephone.
. "${0%/*}/lib.sh"
npm_packages vcf@2.1.2

# rewritten LINE: what becomes of it.
rewritten() {
	printf '%s\r\n' BEGIN:VCARD VERSION:3.0 FN:Desk 'N:Desk;;;;' item1.TEL:+37160000004 "$1" END:VCARD |
		node -e '
const card = require("vcf").parse(require("fs").readFileSync(0, "utf8"))[0]
console.log(card.toString("3.0"))' | tr -d '\r' | grep -i '^item1.x'
}

seen 'the label of a number' 'item1.X-AB-LABEL:Visits' rewritten 'item1.X-ABLabel:Visits'
seen 'in capitals it stays' 'item1.X-ABLABEL:Visits' rewritten 'item1.X-ABLABEL:Visits'
finish
