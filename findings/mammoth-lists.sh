#!/usr/bin/env bash
# mammoth 1.13.0 (npm): a list that begins at 5 begins at 1, and two lists become one.
#
# Expected: `start` is the number with which a list begins, and paragraphs with another
# w:numId are of another list, which counts anew (ECMA-376 Part 1, sections 17.9.25 and 17.9.18).
# So items 5 and 6 and, behind them, 1 of another list: `<ol start="5">` of two and an `<ol>` of
# one. The README has lists among what is kept, and a warning is given for what is not.
#
# Seen: one `<ol>` of three: 1, 2, 3. No warning.
#
# Who would notice: an editor who brings rules over from a document: "see point 5" leads to
# another point, and what was first in the second list is third. tilts keeps the number with which
# a list begins where the Markdown has it (src/markdown/html.c).
. "${0%/*}/lib.sh"
npm_packages mammoth@1.13.0 jszip@3.10.1

cat >convert.cjs <<'JS'
const JSZip = require("jszip")
const mammoth = require("mammoth")

const formats = "http://schemas.openxmlformats.org"
const word = `xmlns:w="${formats}/wordprocessingml/2006/main"`
const mime = "application/vnd.openxmlformats"
const override = (name, kind) =>
	`<Override PartName="/word/${name}.xml" ContentType="${mime}-officedocument.wordprocessingml.${kind}+xml"/>`
const relation = (kind, target) =>
	`<Relationships xmlns="${formats}/package/2006/relationships"><Relationship Id="a"
		Type="${formats}/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`
const kindOfList = (id, start) =>
	`<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="${start}"/>
		<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>`
const list = (id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`
const item = (list, text) =>
	`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>
		<w:r><w:t>${text}</w:t></w:r></w:p>`

const types = `<Types xmlns="${formats}/package/2006/content-types">
	<Default Extension="rels" ContentType="${mime}-package.relationships+xml"/>
	${override("document", "document.main")}${override("numbering", "numbering")}</Types>`
const body = item(1, "five") + item(1, "six") + item(2, "one")
const kinds = kindOfList(1, 5) + kindOfList(2, 1)
const buffer = new JSZip()
	.file("[Content_Types].xml", types)
	.file("_rels/.rels", relation("officeDocument", "word/document.xml"))
	.file("word/_rels/document.xml.rels", relation("numbering", "numbering.xml"))
	.file("word/document.xml", `<w:document ${word}><w:body>${body}</w:body></w:document>`)
	.file("word/numbering.xml", `<w:numbering ${word}>${kinds}${list(1)}${list(2)}</w:numbering>`)
	.generateAsync({ type: "nodebuffer" })
buffer
	.then((buffer) => mammoth.convertToHtml({ buffer }))
	.then(({ value, messages }) => console.log(value, messages.length, "messages"))
JS
seen 'items 5 and 6 of a list, 1 of another' \
	'<ol><li>five</li><li>six</li><li>one</li></ol> 0 messages' node convert.cjs
finish
