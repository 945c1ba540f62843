#!/usr/bin/env bash
# @guidepup/virtual-screen-reader 0.33.0 (npm): what is folded away is read out, as if it were open.
#
# Expected: of a <details> without `open` only the summary is shown: the rest is in a slot with content-visibility: hidden
# (HTML Living Standard, "Rendering", The details and summary elements), and what that skips is not there for
# search, focus or selection either (CSS Containment Level 2, section 4). The README calls the package a virtual screen
# reader to test with, and it leaves out what has `hidden`, "until-found" too.
#
# Seen: the text of a closed <details> is read like that of an open one, and whether it is open is not said.
#
# Who would notice: whoever tests that a blind mother reaches a step: the test says that she hears it, and no screen reader does
# until she opens it. tilts looks at what is folded with Chromium's own tree of accessibility (tests/pages/).
. "${0%/*}/lib.sh"
npm_packages @guidepup/virtual-screen-reader@0.33.0 jsdom@26.1.0

cat >read.mjs <<'JS'
import { JSDOM } from "jsdom"

const { window } = new JSDOM("<!doctype html>", { pretendToBeVisual: true })
for (const name of Object.getOwnPropertyNames(window))
	if (!(name in globalThis) && /^[A-Z]/.test(name)) globalThis[name] = window[name]
Object.assign(globalThis, { window, document: window.document, getComputedStyle: window.getComputedStyle.bind(window) })
const { virtual } = await import("@guidepup/virtual-screen-reader")

window.document.body.innerHTML = process.argv[2]
await virtual.start({ container: window.document.body })
for (let i = 0; i < 20 && (await virtual.lastSpokenPhrase()) !== "end of document"; i++) await virtual.next()
console.log((await virtual.spokenPhraseLog()).join("; "))
await virtual.stop()
process.exit()
JS
spoken() { node read.mjs "$1"; }

said='document; group; More; paragraph; Bring a passport; end of paragraph; end of group; end of document'
seen 'open' "$said" spoken '<details open><summary>More</summary><p>Bring a passport</p></details>'
seen 'closed' "$said" spoken '<details><summary>More</summary><p>Bring a passport</p></details>'
seen 'hidden until found' 'document; paragraph; Come early; end of paragraph; end of document' \
	spoken '<p>Come early</p><p hidden="until-found">Bring a passport</p>'
finish
