#!/usr/bin/env bash
# @testing-library/dom 10.4.2 (npm): the header of an article is the banner of the page, and a search is none.
#
# Expected: the manual has getByRole() first of all, since it asks as people with a screen reader do. A
# <header> is a banner, and a <footer> a contentinfo, only where it is of the page, not inside of an
# <article>, <main> or <section>; and <search> is a search (HTML-AAM 1.0, "HTML Element Role Mappings").
#
# Seen: inside of an article, too, a <header> is a banner, and a <footer> a contentinfo. So
# getByRole("banner") fails for two on a page that has one. <search> has no role at all. A <section>
# without a name is rightly no region.
#
# Who would notice: who tests a page of valid HTML and writes <div> for <header> until the test is
# content, or `role` where no reader needs it. tilts looks at its pages with Chromium's own tree of
# accessibility (tests/pages/).
. "${0%/*}/lib.sh"
npm_packages @testing-library/dom@10.4.2 jsdom@29.1.1

cat >roles.cjs <<'JS'
const { window } = new (require("jsdom").JSDOM)(process.argv[2])
Object.assign(globalThis, { window, document: window.document })
const { queryAllByRole } = require("@testing-library/dom")
console.log(...["banner", "contentinfo", "region", "search"].map(role =>
	`${role} ${queryAllByRole(window.document.body, role).length}`))
JS

page='<header>Portal</header><footer>Desk</footer>'
seen 'of the page' 'banner 1 contentinfo 1 region 0 search 0' node roles.cjs "$page"
seen 'with an article' 'banner 2 contentinfo 2 region 0 search 0' node roles.cjs \
	"$page<article><header>Visits</header><footer>Checked</footer></article>"
seen 'a search, by its element' 'banner 0 contentinfo 0 region 0 search 0' node roles.cjs '<search>Words</search>'
seen 'a search, by its role' 'banner 0 contentinfo 0 region 0 search 1' node roles.cjs '<div role="search">Words</div>'
seen 'a section without a name' 'banner 0 contentinfo 0 region 0 search 0' node roles.cjs '<section>Words</section>'
finish
