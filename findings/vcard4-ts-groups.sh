#!/usr/bin/env bash
# vcard4-ts 0.4.1 (npm): which telephone is for visits is lost, and an office and its department are one name.
#
# Expected: a name before a property and a point, "item1.TEL", keeps together what belongs together (RFC 6350, section 3.3, group), and
# groupVCard() is to "group properties with group labels into their named group", the README says. ORG has parts with a semicolon
# between, and a comma of a part is escaped: section 6.6.4 has "ABC\, Inc.;North American Division;Marketing" as its
# example, which are three. The package calls itself "compliant with RFC 6350".
#
# Seen: no property has its group: the two telephones and the two labels are in "top", and the labels can't be told apart but
# by their order. ORG is a list of one, with the semicolons in it. No message: `hasErrors` is false. An address and a
# name are taken apart as they should be.
#
# Who would notice: who looks for the number for visits in a prison's card and dials the guard's; and who looks for all of an
# office's departments. tilts gives labels by groups, as address books do, and writes vCard 3.0 (src/feed/vcard.c).
. "${0%/*}/lib.sh"
npm_packages vcard4-ts@0.4.1

cat >read.mjs <<'JS'
import { groupVCard, parseVCards } from "vcard4-ts"

const lines = ["BEGIN:VCARD", "VERSION:4.0", "FN:Prison", ...process.argv.slice(2), "END:VCARD", ""]
const { hasErrors, ...card } = parseVCards(lines.join("\r\n")).vCards[0]
for (const [name, { TEL, x, ORG, ADR }] of Object.entries(groupVCard(card)))
	console.log(JSON.stringify({ group: name, TEL, labels: x?.X_ABLABEL, ORG, street: ADR?.[0].value.streetAddress, hasErrors }))
JS
read_card() { node read.mjs "$@"; }

seen 'two telephones with labels' '{"group":"top","TEL":[{"value":"1"},{"value":"2"}],"labels":[{"value":"Guard"},{"value":"Visits"}],"hasErrors":false}' \
	read_card item1.TEL:1 item1.X-ABLABEL:Guard item2.TEL:2 item2.X-ABLABEL:Visits
seen 'the example of an organisation' '{"group":"top","ORG":[{"value":["ABC, Inc.;North American Division;Marketing"]}],"hasErrors":false}' read_card 'ORG:ABC\, Inc.;North American Division;Marketing'
seen 'an address' '{"group":"top","street":["Street 1, gate 2"],"hasErrors":false}' read_card 'ADR:;;Street 1\, gate 2;Town;;1001;'
finish
