#!/usr/bin/env bash
# odt2txt 0.5 (Debian) and officeparser 7.8.0 (npm): what was deleted from a document is there as if it were valid.
#
# Expected: with changes recorded, what is deleted is kept in <text:tracked-changes> so that it can be brought back, and the
# place where it stood has a mark; it is no text of the document any more (OpenDocument 1.2 Part 1, section 5.5,
# <text:deletion>). And <text:s text:c="3"/> is three spaces (section 6.1, <text:s>). pandoc has both so.
#
# Seen: "9–17", which was deleted for "10–16", comes first in both, a paragraph of its own, in odt2txt with the name of who
# deleted it and the moment. odt2txt writes no space for <text:s>, so that two words that are kept apart by more than one grow
# together. No message.
#
# Who would notice: a reader of rules that were taken over from an office's document: two sets of hours, and the old one stands
# first. Writers of documents put more than one space where people set columns by hand, between a name and its telephone, say.
# tilts offers documents as they are and looks only for macros in them (src/media/office.c).
. "${0%/*}/lib.sh"
debian odt2txt=0.5-7 pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 liblua5.3-0=5.3.6-2 libyaml-0-2=0.2.5-1
npm_packages officeparser@7.8.0

# by PROGRAM BODY: the lines that are not empty.
by() {
	odt_of "$2"
	case $1 in
	odt2txt) odt2txt.odt2txt --encoding=UTF-8 --width=-1 a.odt ;;
	pandoc) pandoc --data-dir usr/share/pandoc/data -t plain a.odt ;;
	officeparser) node -e '
require("officeparser").parseOffice("a.odt").then((document) => console.log(document.toText()))' ;;
	esac | grep .
}

who='<office:change-info><dc:creator>Editor</dc:creator><dc:date>2026-11-03T00:00:00</dc:date></office:change-info>'
deleted="<text:tracked-changes><text:changed-region text:id=\"c\"><text:deletion>$who<text:p>9–17</text:p></text:deletion>\
</text:changed-region></text:tracked-changes><text:p>Open <text:change text:change-id=\"c\"/>10–16</text:p>"
seen 'deleted, by pandoc' 'Open 10–16' by pandoc "$deleted"
seen 'deleted, by odt2txt' 'Editor2026-11-03T00:00:009–17
Open 10–16' by odt2txt "$deleted"
seen 'deleted, by officeparser' '9–17
Open 10–16' by officeparser "$deleted"
columns='<text:p>Office<text:s text:c="3"/>60000001</text:p>'
seen 'columns, by pandoc' 'Office 60000001' by pandoc "$columns"
seen 'columns, by odt2txt' 'Office60000001' by odt2txt "$columns"
finish
