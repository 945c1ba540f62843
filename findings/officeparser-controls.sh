#!/usr/bin/env bash
# officeparser 7.8.0 (npm): a paragraph inside a content control is lost without a message.
#
# Expected: a content control around a paragraph or a table is a frame, and what stands in its
# w:sdtContent is text of the document (ECMA-376 Part 1, section 17.5.2.29: block-level
# structured document tag). The README has paragraphs and tables among what is read, and a list
# of warnings for what is not. mammoth reads it.
#
# Seen: a control inside of a paragraph is read. One around a paragraph is not, at the top of the
# document or in a cell, and nor is a table in one; the list of warnings is empty.
#
# Who would notice: who takes rules or a form over from an office: title pages, tables of contents and
# fields to fill in are such controls in Word's own templates, so the very fields are missing. tilts
# takes documents as they are, for download, and looks only for macros (src/media/office.c).
. "${0%/*}/lib.sh"
npm_packages officeparser@7.8.0 mammoth@1.13.0

# text_of PROGRAM BODY: what is read of a document with this body, its ends of paragraphs as " / ".
cat >text.cjs <<'JS'
const officeparser = require("officeparser")
const mammoth = require("mammoth")

const read = {
	async officeparser() {
		const document = await officeparser.parseOffice("a.docx")
		return `${document.toText()} (${document.warnings.length} warnings)`
	},
	mammoth: async () => (await mammoth.extractRawText({ path: "a.docx" })).value
}
read[process.argv[2]]().then((text) => console.log(text.trim().replace(/\n+/g, " / ")))
JS
text_of() {
	docx_of "$2" && node text.cjs "$1"
}

run() { echo "<w:r><w:t>$1</w:t></w:r>"; }
paragraph() { echo "<w:p>$1</w:p>"; }
control() { echo "<w:sdt><w:sdtContent>$1</w:sdtContent></w:sdt>"; }
cell() { echo "<w:tbl><w:tr><w:tc>$1</w:tc></w:tr></w:tbl>"; }
first=$(paragraph "$(run first)")
last=$(paragraph "$(run last)")
name=$(paragraph "$(run name)")
within=$first$(paragraph "$(control "$(run name)")")$last
around=$first$(control "$name")$last
in_cell=$first$(cell "$(control "$name")")$last
table=$first$(control "$(cell "$name")")$last

seen 'mammoth: a control around a paragraph' 'first / name / last' text_of mammoth "$around"
seen 'a control in a paragraph' 'first / name / last (0 warnings)' text_of officeparser "$within"
seen 'a control around a paragraph' 'first / last (0 warnings)' text_of officeparser "$around"
seen 'a control in a cell' 'first / last (0 warnings)' text_of officeparser "$in_cell"
seen 'a control around a table' 'first / last (0 warnings)' text_of officeparser "$table"
finish
