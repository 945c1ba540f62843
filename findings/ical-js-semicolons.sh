#!/usr/bin/env bash
# ical.js 2.2.1 (npm): a semicolon in a card's name or note gets a backslash that everybody sees.
#
# Expected: in a text of a vCard 3.0 a semicolon is written "\;" (RFC 2426, section 4, ESCAPED-CHAR and
# text-value), and read it is a semicolon again, like "\," and "\n". ical.js reads it so in N, ORG
# and ADR, where semicolons part the pieces, and in the texts of calendars.
#
# Seen: in FN, TITLE and NOTE the backslash stays: the name is "Visits\; post". Written again it is
# "\\;", so the next program, whichever it is, is told that a backslash belongs there. A comma is
# read well in the same text, and so is the semicolon of a calendar.
#
# Who would notice: a family that keeps a prison's card in Nextcloud's contacts, which stand on
# ical.js, and everybody it is sent on to. tilts writes "\;" as the standard has it
# (content_line_add_text() in src/feed/content_line.c): no other way is valid.
. "${0%/*}/lib.sh"
npm_packages ical.js@2.2.1

# card LINE, event LINE: what is read of the line, and how it is written again.
cat >read.mjs <<'JS'
import ICAL from "ical.js"

const [, , kind, line] = process.argv
const lines = {
	card: ["BEGIN:VCARD", "VERSION:3.0", line, "END:VCARD", ""],
	event: ["BEGIN:VEVENT", "UID:1", line, "END:VEVENT", ""]
}
const parsed = ICAL.parse(lines[kind].join("\r\n"))
console.log(JSON.stringify(parsed[1][1][3]))
console.log(ICAL.stringify(parsed).split("\r\n")[2])
JS
card() { node read.mjs card "$1"; }
event() { node read.mjs event "$1"; }

seen 'a comma in a name' '"Visits, post"
FN:Visits\, post' card 'FN:Visits\, post'
seen 'a semicolon in a name' '"Visits\\; post"
FN:Visits\\; post' card 'FN:Visits\; post'
seen 'a semicolon in a note' '"Ring first\\; then come"
NOTE:Ring first\\; then come' card 'NOTE:Ring first\; then come'
seen 'a semicolon in one piece of an organisation' '["Visits; post","Gate"]
ORG:Visits\; post;Gate' card 'ORG:Visits\; post;Gate'
seen 'a semicolon in a calendar' '"Visits; post"
SUMMARY:Visits\; post' event 'SUMMARY:Visits\; post'
finish
