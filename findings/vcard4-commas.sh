#!/usr/bin/env bash
# vcard4 4.0.5 (npm): an address label is torn at its comma, and a list of types is one type.
#
# Expected: a comma parts the values of a parameter, as in "TYPE=work,voice", and one that belongs to
# a value stands between quotation marks (RFC 6350, section 3.3: param-value, SAFE-CHAR and
# QSAFE-CHAR). Section 6.3.1 has a label with commas as its example, in quotation marks.
#
# Seen: the other way round. A label with a comma between quotation marks becomes a list of two,
# and "TYPE=work,voice" is one type, "work,voice". A label without a comma stays whole.
#
# Who would notice: who prints an envelope from a card: the address is no text but a list of
# pieces; and who looks for a telephone of the type "voice" finds none. Cards of tilts are vCard 3.0
# (src/feed/vcard.c): a label is a property there, and no parameter has a comma but TYPE.
. "${0%/*}/lib.sh"
npm_packages vcard4@4.0.5

# parameters NAME LINE: of the card's line, as they are read.
parameters() {
	node -e '
const [, property, line] = process.argv
const card = ["BEGIN:VCARD", "VERSION:4.0", "FN:A", line, "END:VCARD", ""].join("\r\n")
console.log(JSON.stringify(require("vcard4").parse(card).parsedVcard.find((p) => p.property === property).parameters))' "$@"
}

seen 'a label without a comma' '{"LABEL":"3 Mill Street"}' \
	parameters ADR 'ADR;LABEL="3 Mill Street":;;3 Mill Street;Town;;;'
seen 'a label with one' '{"LABEL":["3 Mill Street"," Town"]}' \
	parameters ADR 'ADR;LABEL="3 Mill Street, Town":;;3 Mill Street;Town;;;'
seen 'one type' '{"TYPE":"voice"}' parameters TEL 'TEL;TYPE=voice:+37160000001'
seen 'two types' '{"TYPE":"work,voice"}' parameters TEL 'TEL;TYPE=work,voice:+37160000001'
finish
