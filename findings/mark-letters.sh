#!/usr/bin/env bash
# mark.js 8.11.1 (npm): who types Latvian without marks finds some letters and not others.
#
# Expected: with `diacritics`, which is on, letters with marks are found by those without. Latvian has
# eleven such letters, each a Latin letter with a mark by Unicode's decomposition, and the package
# diacritics knows all.
#
# Seen: ā č ē ī š ū ž are found; ģ ķ ļ ņ are not: "skola" marks "škola", "kekava" does not mark
# "Ķekava".
#
# Who would notice: a reader whose keyboard has no Latvian and who is led from a search to a page
# that highlights what was found: nothing is, on the page of her prison. tilts folds each letter
# by Unicode's decomposition, in pages and in questions (src/locale/fold.c; tests/cli/search.t).
. "${0%/*}/lib.sh"
npm_packages mark.js@8.11.1 jsdom@24.1.3 diacritics@1.3.0

cat >marked.cjs <<'JS'
const { JSDOM } = require("jsdom")
const { remove } = require("diacritics")

const { window } = new JSDOM("<p></p>")
for (const name of ["window", "document", "Node", "NodeFilter", "NodeList", "HTMLElement"])
	globalThis[name] = name === "window" ? window : window[name]
const Mark = require("mark.js")

/* With the letter alone on the page, is it marked when it is asked for without its mark? */
const isMarked = (letter) => {
	document.body.innerHTML = `<p>${letter}</p>`
	new Mark(document.body).mark(remove(letter), { diacritics: true })
	return document.querySelector("mark") !== null
}
for (const letter of "āčēģīķļņšūž") console.log(letter, remove(letter), isMarked(letter) ? "marked" : "not found")
JS

seen 'the letters of Latvian that have marks' 'ā a marked
č c marked
ē e marked
ģ g not found
ī i marked
ķ k not found
ļ l not found
ņ n not found
š s marked
ū u marked
ž z marked' node marked.cjs
finish
