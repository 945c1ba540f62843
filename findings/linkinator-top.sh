#!/usr/bin/env bash
# linkinator 7.6.1 (npm): with --check-fragments, a link to the top of the page is a broken one.
#
# Expected: "#top" leads to the top of the page where nothing has this id, in small letters or
# capitals (HTML Living Standard, "Scrolling to a fragment", find the indicated part of the
# document); such a link is valid on each page. The README says of the option that it tells of
# fragments that the page does not have.
#
# Seen: "#top" and "#TOP" are told as an id that nothing on the page has, and the status is 1. The
# empty fragment, which leads to the same place, is accepted, and so is an id of the page.
#
# Who would notice: an editor with "to the top" at the end of a long page: the check of links
# asks for an id that nobody needs. tilts made the same mistake until it was tried here
# (is_top() in src/check/links.c; tests/sites/links.txt).
. "${0%/*}/lib.sh"
npm_packages linkinator@7.6.1

# broken FRAGMENT: the links of a page with one to the fragment that are told.
broken() {
	mkdir -p site
	printf '<!doctype html><html lang="en"><title>A</title><h1 id="visits">A</h1><a href="#%s">B</a></html>\n' "$1" \
		>site/index.html
	node_modules/.bin/linkinator site --check-fragments --format json |
		node -e '
const { links, passed } = JSON.parse(require("fs").readFileSync(0, "utf8"))
for (const { url, state } of links) if (state === "BROKEN") console.log(url.replace(/.*#/, "#"))
console.log(passed ? "passed" : "failed")'
}

seen 'an id of the page' passed broken visits
seen 'an id that is not there' '#none
failed' broken none
seen 'the empty fragment' passed broken ''
seen 'the top' '#top
failed' broken top
seen 'the top, in capitals' '#TOP
failed' broken TOP
finish
