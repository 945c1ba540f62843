#!/usr/bin/env bash
# remark-slate 1.8.6 (npm): a link in bold is lost when a page is saved, and so are pictures and the words of other links.
#
# Expected: what is read by the plugin and written by `serialize` says the same: the README calls them the two ways
# between Markdown and Slate. A link may stand in strong emphasis (CommonMark 0.31, section 6.2: inlines), its address
# may stand elsewhere in the text (section 6.3, reference links; 4.7), and a picture is an inline (section 6.4). A
# line of dashes right under a paragraph makes a heading of it (section 4.3), so an empty line stands between.
#
# Seen: of "**[Call](tel:+37160000001)**" nothing is left but a break. A link whose address stands below the text loses
# its words, and the address is gone, too. A picture is a break. And the paragraph before a thematic break becomes a
# heading. A link with its address beside it stays. No message.
#
# Who would notice: an editor of a CMS that stands on it, who corrects a letter elsewhere in the page: the telephone that
# was set in bold is gone. tilts' own form keeps each byte of a text (src/cms/).
. "${0%/*}/lib.sh"
npm_packages remark-slate@1.8.6 remark-parse@11.0.0 unified@11.0.5

cat >save.mjs <<'JS'
import parse from "remark-parse"
import slate from "remark-slate"
import { unified } from "unified"

const { result } = await unified().use(parse).use(slate.default).process(process.argv[2])
process.stdout.write(result.map((block) => slate.serialize(block)).join("") + "|")
JS
# saved TEXT: what is read and written of it, to the bar.
saved() { node save.mjs "$1"; }

link='[Call](tel:+37160000001)'
seen 'a link' "Visits: $link
|" saved "Visits: $link"
seen 'a link in bold' 'Visits: <br>

|' saved "Visits: **$link**"
seen 'a link whose address is below' 'Visits: <br>
 today
|' saved 'Visits: [Call] today

[Call]: tel:+37160000001'
seen 'a picture' 'The way: <br>

|' saved 'The way: ![From the gate left](way.png)'
seen 'a thematic break' 'Visits
---
Letters
|' saved 'Visits

---

Letters'
finish
