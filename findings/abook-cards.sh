#!/usr/bin/env bash
# abook 0.6.1 (Debian): of a card, a telephone with a label is lost, and a text ends where its line is folded.
#
# Expected: the manual has vcard among the formats that are read. There a line may be folded anywhere, and what follows on the
# next line behind a space belongs to it (RFC 2426, section 2.6); a name may stand before a property and a point behind it,
# which keeps together what belongs together (section 4: contentline has a group), as telephones write a number with a
# label of its own; and "\n" and "\," in a text are a line's end and a comma (section 4, ESCAPED-CHAR).
#
# Seen: "item1.TEL" is not read: the person has no such telephone. A note ends at its fold, in the middle of a word. "\," and
# "\n" stay as they are written. No message, and status 0.
#
# Who would notice: who takes a prison's card into the address book beside mutt: the number for visits is not there, and the note
# "call be" says nothing. Cards of tilts give the label with the group alone, since no other way reaches a telephone,
# and have the address of the page, which says all (src/feed/vcard.c).
. "${0%/*}/lib.sh"
debian abook=0.6.1-2+b1

printf '%s\r\n' BEGIN:VCARD VERSION:3.0 FN:Prison 'N:Prison;;;;' 'TEL;TYPE=WORK:+371 67000001' \
	'item1.TEL:+371 67000002' 'item1.X-ABLabel:Visits' 'NOTE:On Tuesdays\, Fridays. Call be' ' fore you come.' \
	END:VCARD >card.vcf
taken() { HOME=$there abook --convert --informat vcard --infile card.vcf --outformat abook | sed -n '/^\[0\]/,$p'; }

seen 'what is left of a card' '[0]
name=Prison
workphone=+371 67000001
notes=On Tuesdays\, Fridays. Call be' taken
finish
