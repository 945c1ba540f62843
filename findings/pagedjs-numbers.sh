#!/usr/bin/env bash
# pagedjs 0.4.3 (npm), with the Chromium that is installed: over the page, a point of a list has another number.
#
# Expected: "Paged.js is an open-source library to paginate content in the browser": what is on the next sheet is the same as without
# sheets. An item that says `value` has that number, and those behind it count on; a list with `reversed` counts down, and without
# `start` from the number of its items (HTML Living Standard, "The ol element" and "The li element").
#
# Seen: on each sheet the list is a new one, whose `start` is the first plus the number of items that stood before: behind 5 and 9
# comes 7. A reversed list of three is given `start` 1 and reads 1, 0, and 3 on the next sheet. A list that counts by
# ones from any number is right. No message.
#
# Who would notice: who takes a printed leaflet to a meeting and says "point 7": on the screen that is none, or another. tilts lays
# no sheets out: its booklet is printed as the browser does it (templates/booklet.html; tests/pages/print.test.js).
. "${0%/*}/lib.sh"
chromium=$(command -v chromium) || cannot "Chromium is needed"
export chromium
npm_packages pagedjs@0.4.3 playwright-core@1.60.0

cat >sheets.mjs <<'JS'
import { chromium } from "playwright-core"

const browser = await chromium.launch({ executablePath: process.env.chromium })
const page = await browser.newPage()
await page.setContent(`<!DOCTYPE html><html lang="en"><title>Points</title><style>@page { size: A6; margin: 10mm } li { padding-top: 50mm }</style>${process.argv[2]}`)
await page.evaluate(() => (window.PagedConfig = { auto: false }))
await page.addScriptTag({ path: "node_modules/pagedjs/dist/paged.polyfill.js" })
const points = await page.evaluate(async () => {
	await window.PagedPolyfill.preview()
	return [...document.querySelectorAll(".pagedjs_page_content ol")].flatMap((list, sheet) => {
		let number = list.reversed && !list.hasAttribute("start") ? list.children.length : list.start
		return [...list.children].map((item) => {
			if (item.hasAttribute("value")) number = item.value
			const said = `sheet ${sheet + 1}: ${number} ${item.textContent}`
			number += list.reversed ? -1 : 1
			return said
		})
	})
})
console.log(points.join("\n"))
await browser.close()
JS
sheets() { node sheets.mjs "$1"; }
seen 'by ones' 'sheet 1: 1 Call.
sheet 1: 2 Write.
sheet 2: 3 Come.' sheets "<ol><li>Call.<li>Write.<li>Come.</ol>"
seen 'with a value' 'sheet 1: 5 Call.
sheet 1: 9 Write.
sheet 2: 7 Come.' sheets "<ol start=5><li>Call.<li value=9>Write.<li>Come.</ol>"
seen 'reversed' 'sheet 1: 1 Call.
sheet 1: 0 Write.
sheet 2: 3 Come.' sheets "<ol reversed><li>Call.<li>Write.<li>Come.</ol>"
finish
