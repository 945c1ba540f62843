#!/usr/bin/env bash
# remark-validate-links 13.1.0 (npm): a link to a heading with Latvian letters, as a browser gives it, is called broken.
#
# Expected: #tik%C5%A1an%C4%81s and #tikšanās lead to the same place: a fragment that is no id as it stands
# is decoded and looked for again (HTML, "select the indicated part").
# markdownlint 0.40.0 (MD051), beside it, takes both.
#
# Seen: the letters themselves are found; the encoded form, which is what a browser copies from its
# address line and cmark writes into pages, is a heading that cannot be found, and in lower-case letters.
#
# Who would notice: an editor of Latvian or Russian pages: a link that works in the browser is refused by
# the check of the repository, and only for who copied it. tilts gives headings ids without marks and in
# Latin letters (src/base/slug.c), which have one form only.
. "${0%/*}/lib.sh"
npm_packages remark@15.0.1 remark-validate-links@13.1.0 vfile@6.0.3 markdownlint@0.40.0

# broken PROGRAM LINK: what it says of a page with this link.
cat >broken.mjs <<'JS'
import { lint } from "markdownlint/sync"
import { remark } from "remark"
import links from "remark-validate-links"
import { VFile } from "vfile"

const [, , program, link] = process.argv
const text = `# Lapa\n\n[Kārtība](${link})\n\n## Tikšanās\n\nTeksts.\n`
if (program === "markdownlint") {
	const found = lint({ strings: { a: text }, config: { default: false, MD051: true } }).a
	console.log(found.map(({ ruleDescription }) => ruleDescription).join("\n") || "(nothing)")
} else {
	const { messages } = await remark().use(links, { repository: false }).process(new VFile({ path: "a.md", value: text }))
	console.log(messages.map(({ reason }) => reason).join("\n") || "(nothing)")
}
JS
broken() { node broken.mjs "$@"; }

seen 'markdownlint: letters' '(nothing)' broken markdownlint '#tikšanās'
seen 'markdownlint: encoded' '(nothing)' broken markdownlint '#tik%C5%A1an%C4%81s'
seen 'letters' '(nothing)' broken remark '#tikšanās'
seen 'encoded' 'Cannot find heading for `#tik%c5%a1an%c4%81s`' broken remark '#tik%C5%A1an%C4%81s'
seen 'another place' 'Cannot find heading for `#zvani`' broken remark '#zvani'
seen 'markdownlint: another place' 'Link fragments should be valid' broken markdownlint '#zvani'
finish
