#!/usr/bin/env bash
# mammoth 1.13.0 (npm) and pandoc 2.17.1.1 (Debian): what stands in a simple field of a document is lost.
#
# Expected: w:fldSimple is a field with what it shows: the runs in it are the text as it was last worked out (ECMA-376 Part 1,
# section 17.16.19), as are those behind "separate" of a field that is written in pieces (17.16.18). w:cr is a line's end
# as w:br is (17.3.3.4), and w:dstrike strikes out as w:strike does (17.3.2.9).
#
# Seen: a telephone in a simple field is gone from what both write; in pieces it stays. Words before and behind w:cr grow
# together in both. mammoth has a message for either, pandoc has none. What is struck out twice stands there as if it
# were valid, without a message of either.
#
# Who would notice: a reader of a page whose text came from a ministry's template, where the telephone of the office is a
# field: the sentence has none. And of "Open 9–17 10–16" nothing says that the first is struck out. tilts takes
# Markdown alone (src/markdown/).
. "${0%/*}/lib.sh"
npm_packages mammoth@1.13.0
debian pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 liblua5.3-0=5.3.6-2 libyaml-0-2=0.2.5-1

by_mammoth() {
	docx_of "<w:p>$1</w:p>"
	node -e '
require("mammoth").convertToHtml({ path: "a.docx" }).then(({ value, messages }) =>
	console.log(value, messages.map(({ message }) => message).join()))'
}
by_pandoc() {
	docx_of "<w:p>$1</w:p>"
	pandoc --data-dir usr/share/pandoc/data -t html a.docx
}
run() { printf '<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>' "${2-}" "$1"; }

piece() { printf '<w:r><w:fldChar w:fldCharType="%s"/></w:r>' "$1"; }
pieces=$(run 'Call ')$(piece begin)'<w:r><w:instrText>DOCPROPERTY Telephone</w:instrText></w:r>'$(piece separate)$(run 60000001)$(piece end)
simple=$(run 'Call ')'<w:fldSimple w:instr="DOCPROPERTY Telephone">'$(run 60000001)'</w:fldSimple>'
break='<w:r><w:t>Visits</w:t><w:cr/><w:t>Letters</w:t></w:r>'
struck=$(run '9–17' '<w:rPr><w:dstrike/></w:rPr>')$(run ' 10–16')
seen 'a field in pieces, by mammoth' '<p>Call 60000001</p> ' by_mammoth "$pieces"
seen 'a field in pieces, by pandoc' '<p>Call 60000001</p>' by_pandoc "$pieces"
seen 'a simple field, by mammoth' '<p>Call </p> An unrecognised element was ignored: w:fldSimple' \
	by_mammoth "$simple"
seen 'a simple field, by pandoc' '<p>Call</p>' by_pandoc "$simple"
seen 'a line end, by mammoth' '<p>VisitsLetters</p> An unrecognised element was ignored: w:cr' \
	by_mammoth "$break"
seen 'a line end, by pandoc' '<p>VisitsLetters</p>' by_pandoc "$break"
seen 'struck out twice, by mammoth' '<p>9–17 10–16</p> ' by_mammoth "$struck"
seen 'struck out twice, by pandoc' '<p>9–17 10–16</p>' by_pandoc "$struck"
finish
