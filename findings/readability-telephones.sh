#!/usr/bin/env bash
# @mozilla/readability 0.6.0 (npm): in the reading view, a telephone in a <div> is lost, in a <section> it is not.
#
# Expected: a <div> says nothing about what is in it (HTML Living Standard, "The div element": "no special
# meaning at all"), so what stands in one, between paragraphs of the text, is text. The README has the main
# content of a page as what is returned.
#
# Seen: a <div> with a paragraph and a telephone to tap is not there: it has few words, and half of them are
# of a link. The same in a <section>, an <address> or in the paragraph alone is kept, and so is
# it in a <div> when the number is no link. An <aside> and a <footer> are never there.
#
# Who would notice: a mother who turns on the reading view of Firefox since the letters are larger: the page
# has all of its steps, and not the numbers to call. tilts made the same mistake on the pages of prisons until
# it was tried here (templates/locations.html; tests/pages/reading.test.js).
. "${0%/*}/lib.sh"
npm_packages @mozilla/readability@0.6.0 jsdom@29.1.1

# kept HTML: whether the telephone in it is, between long paragraphs.
kept() {
	node -e '
const { JSDOM } = require("jsdom")
const { Readability } = require("@mozilla/readability")
const text = `<p>${"The day of the visit is in the letter, and it comes by mail. ".repeat(5)}</p>`
const page = `<html lang="en"><title>Visits</title><main><h1>Visits</h1>${text}${process.argv[1]}${text}</main></html>`
const { window } = new JSDOM(page, { url: "https://example.org/" })
console.log(/60000001/.test(new Readability(window.document).parse().textContent) ? "kept" : "lost")' "$1"
}

call='Duty: <a href="tel:+37160000001">60000001</a>'
seen 'a paragraph' kept kept "<p>$call</p>"
seen 'in a section' kept kept "<section><p>$call</p></section>"
seen 'in an address' kept kept "<address>$call</address>"
seen 'in a div' lost kept "<div><p>$call</p></div>"
seen 'in a div, not a link' kept kept "<div><p>Duty: 60000001</p></div>"
finish
