#!/usr/bin/env bash
# pandoc 2.17.1.1 (Debian) and officeparser 7.8.0 (npm): of an OpenDocument text, sections or fields are lost.
#
# Expected: a section is a part of the text with a name, which gives it columns or keeps it from being changed (OpenDocument 1.2
# Part 1, section 5.4, <text:section>); what stands in it is text as around it. A field has inside what it shows (chapter 7), as
# <text:user-field-get> and <text:date> have. An item that says text:start-value has that number (section 5.3,
# <text:list-item>).
#
# Seen: by pandoc each paragraph in a section is gone; a numbered paragraph that stands by itself (<text:numbered-paragraph>) as
# well. So are the telephone in a user's field and a date; a reference to a bookmark stays. A list from 5 begins at 1. With
# --verbose there is no message. officeparser has the sections, and no field, a reference neither.
#
# Who would notice: who takes rules over from an office's document set in two columns: the page has a title and an end. And
# "Call  by " has neither a number nor a day. tilts takes Markdown alone (src/markdown/), and offers documents as they are.
. "${0%/*}/lib.sh"
debian pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 liblua5.3-0=5.3.6-2 libyaml-0-2=0.2.5-1
npm_packages officeparser@7.8.0

by_pandoc() {
	odt_of "$1"
	pandoc --data-dir usr/share/pandoc/data --verbose -t plain a.odt | grep .
}
by_officeparser() {
	odt_of "$1"
	node -e 'require("officeparser").parseOffice("a.odt").then((document) => console.log(document.toText()))' | grep .
}
paragraph() { echo "<text:p>$1</text:p>"; }

section="$(paragraph first)<text:section text:name=\"s\">$(paragraph inside)</text:section>$(paragraph last)"
seen 'a section, by pandoc' 'first
last' by_pandoc "$section"
seen 'a section, by officeparser' 'first
inside
last' by_officeparser "$section"
numbered="<text:numbered-paragraph text:list-id=\"l\">$(paragraph one)</text:numbered-paragraph>$(paragraph last)"
seen 'a numbered paragraph, by pandoc' last by_pandoc "$numbered"
fields=$(paragraph "Call <text:user-field-get text:name=\"t\">60000001</text:user-field-get> by <text:date>3.11.</text:date>, see \
<text:bookmark-ref text:ref-name=\"b\">point 5</text:bookmark-ref>.")
seen 'fields, by pandoc' 'Call by , see point 5.' by_pandoc "$fields"
seen 'fields, by officeparser' 'Call  by , see .' by_officeparser "$fields"
seen 'a list from 5, by pandoc' '1.  five' by_pandoc "<text:list><text:list-item text:start-value=\"5\">$(paragraph five)</text:list-item></text:list>"
finish
