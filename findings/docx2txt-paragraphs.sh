#!/usr/bin/env bash
# docx2txt 1.4 (Debian): paragraphs of a document that Word did not write grow together.
#
# Expected: each w:p is a paragraph, with attributes or without, with w:pPr or without; both can be left
# out (ECMA-376 Part 1, section 17.3.1.22). The manual promises an equivalent plain text.
#
# Seen: "Visits" and "Letters", two paragraphs, are "VisitsLetters" in one line. With one attribute, or
# with w:pPr, each has its line; Word writes an attribute on each, the package docx of npm on none.
# A soft hyphen, which Word shows only where a line ends, becomes " - ": "apcietināt" is
# "ap - cietināt", two words and a dash.
#
# Who would notice: who searches or compares documents by their text: the last word of one paragraph
# and the first of the next are found by nobody. tilts offers documents as they are and looks only
# for macros in them (src/media/office.c).
. "${0%/*}/lib.sh"
debian docx2txt=1.4-5
command -v unzip >/dev/null || cannot 'unzip is needed'

# text_of BODY: what is read of a document with this body.
text_of() {
	docx_of "$1" && docx2txt a.docx -
}

visits='<w:r><w:t>Visits</w:t></w:r>'
letters='<w:r><w:t>Letters</w:t></w:r>'
hyphen='<w:r><w:t>ap</w:t><w:softHyphen/><w:t>cietināt</w:t></w:r>'
seen 'paragraphs with an attribute' 'Visits
Letters' text_of "<w:p w:rsidR=\"00A1\">$visits</w:p><w:p w:rsidR=\"00A1\">$letters</w:p>"
seen 'paragraphs with properties' 'Visits
Letters' text_of "<w:p><w:pPr/>$visits</w:p><w:p><w:pPr/>$letters</w:p>"
seen 'bare paragraphs' 'VisitsLetters' text_of "<w:p>$visits</w:p><w:p>$letters</w:p>"
seen 'a soft hyphen' 'ap - cietināt' text_of "<w:p w:rsidR=\"00A1\">$hyphen</w:p>"
finish
