// On paper: a visit pack is one sheet of A4, and a page is printed without what only a
// screen can use.
const { execFileSync } = require("node:child_process");
const { mkdirSync } = require("node:fs");
const path = require("node:path");
const { expect, none, test } = require("./fixture");
const { booklets, isBooklet, isLong, isWritten, languages, pagesOf, root, sampleOnce, site } = require("./portal");

const PACK = /\/(pack|lapa)\/$/;

async function sheets(page, address) {
	await page.goto(address);
	const folder = path.join(root, "build/tests/print");
	mkdirSync(folder, { recursive: true });
	const file = path.join(folder, address.replace(/\//g, "-") + ".pdf");
	await page.pdf({ path: file, format: "A4", preferCSSPageSize: true });
	const facts = execFileSync("pdfinfo", [file], { encoding: "utf8" });
	return { file, count: Number(facts.match(/^Pages: +(\d+)/m)[1]), size: facts.match(/^Page size: +(.*)/m)[1] };
}

const A4 = { margin: 16, width: 210 };
const A5 = { margin: 13, width: 148 };
const pixels = ({ width, margin }) => Math.floor(((width - 2 * margin) * 96) / 25.4);

// How tall each is on paper: only the tallest are printed, if not all.
async function tallest(page, packs) {
	const heights = [];
	await page.setViewportSize({ width: pixels(A4), height: 800 });
	await page.emulateMedia({ media: "print" });
	for (const { address } of packs) {
		await page.goto(address, { waitUntil: "domcontentloaded" });
		heights.push([await page.evaluate(() => document.body.scrollHeight), address]);
	}
	await page.emulateMedia({ media: null });
	return heights.sort(([a], [b]) => b - a).map(([, address]) => address);
}

const isEasy = (language) => site.languages.some(({ code, of }) => code === language && of);

for (const language of languages) {
	const packs = pagesOf(language).filter(({ address }) => PACK.test(address));
	test(`visit packs are one A4 page: ${language}`, async ({ page }) => {
		test.skip(isEasy(language) && packs.length === 0, "an easy language may have none");
		expect(packs).not.toEqual([]);
		const addresses = await tallest(page, packs);
		for (const address of isLong ? addresses : addresses.slice(0, 2)) {
			const { count, size } = await sheets(page, address);
			expect.soft([count, size], address).toEqual([1, expect.stringContaining("(A4)")]);
		}
	});
}

// What is wider than its paper makes Chromium print the whole document smaller.
function widest() {
	const boxes = [...document.body.querySelectorAll("*")].map((element) => [element.getBoundingClientRect().right, element]);
	const [right, element] = boxes.reduce((a, b) => (b[0] > a[0] ? b : a));
	return right > innerWidth + 1 ? [`${element.tagName} ends at ${right}: ${element.textContent.trim().slice(0, 40)}`] : [];
}

for (const { title, pages } of [{ title: "booklets", pages: booklets() }, ...sampleOnce()])
	test(`nothing is wider than its paper: ${title}`, async ({ page }) => {
		await page.emulateMedia({ media: "print" });
		for (const one of pages) {
			const { address } = one;
			const paper = isBooklet(one) ? A5 : A4;
			await page.setViewportSize({ width: pixels(paper), height: 800 });
			await page.goto(address);
			none(await page.evaluate(widest), address);
		}
	});

// A column so narrow that a word of it goes on in the next line, in tables of so few columns.
function partedWords(most) {
	const range = document.createRange();
	const isNarrow = (cell) => cell.closest("table").querySelector("tr").cells.length <= most;
	const words = [];
	for (const cell of [...document.querySelectorAll("main :is(td, th)")].filter(isNarrow)) {
		const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
		while (texts.nextNode())
			for (const { 0: word, index } of texts.currentNode.data.matchAll(/[\p{L}\d]+/gu)) {
				range.setStart(texts.currentNode, index);
				range.setEnd(texts.currentNode, index + word.length);
				const tops = [...range.getClientRects()].map(({ top }) => top);
				if (Math.max(...tops) - Math.min(...tops) > 8) words.push(word);
			}
	}
	return words;
}

test("a sheet of A4 has room for the words of a table", async ({ page }) => {
	await page.emulateMedia({ media: "print" });
	await page.setViewportSize({ width: pixels(A4), height: 800 });
	const hasTable = ({ html }) => /<article[^]*<div class="scroll" role="group"[^]*<\/article>/.test(html);
	for (const { address } of pagesOf(languages[0]).filter((one) => isWritten(one) && !isBooklet(one) && hasTable(one))) {
		await page.goto(address);
		none(await page.evaluate(partedWords, Infinity), address);
	}
});

test("a booklet has room for the words of a table of up to five columns", async ({ page }) => {
	await page.emulateMedia({ media: "print" });
	await page.setViewportSize({ width: pixels(A5), height: 800 });
	for (const { address } of booklets()) {
		await page.goto(address);
		none(await page.evaluate(partedWords, 5), address);
	}
});

// A heading whose words are for the screen alone would stand on paper with nothing under it.
function lonely() {
	const seen = [];
	const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
	while (texts.nextNode()) {
		const { parentElement, data } = texts.currentNode;
		const heading = parentElement.closest("h2, h3, h4, h5");
		if (!data.trim() || parentElement.getClientRects().length === 0 || (heading && seen.at(-1)?.heading === heading)) continue;
		seen.push({ heading, level: heading ? Number(heading.tagName[1]) : 9 });
	}
	return seen.filter(({ heading, level }, i) => heading && (seen[i + 1]?.level ?? 0) <= level).map(({ heading }) => heading.textContent.trim());
}

for (const { title, pages } of sampleOnce())
	test(`no heading stands alone on paper: ${title}`, async ({ page }) => {
		await page.emulateMedia({ media: "print" });
		for (const { address } of pages) {
			await page.goto(address);
			none(await page.evaluate(lonely), address);
		}
	});

// A letter that had to stand whole left a third of a sheet white, and the numbers of help a sheet of their own.
for (const [address, most] of [["/sazina/nauda/", 3], ["/cietumi/jelgavas-cietums/", 4]])
	test(`few sheets are needed: ${address}`, async ({ page }) => {
		expect((await sheets(page, address)).count).toBeLessThanOrEqual(most);
	});

// Two rows of prices stood on two sheets, each below a head of its own.
test("a short table stays on one sheet", async ({ page }) => {
	await page.emulateMedia({ media: "print" });
	await page.goto("/sazina/ilga-tiksanas/");
	const [short, long] = await page.evaluate(() =>
		["table:not(:has(tr:nth-child(5)))", "table:has(tr:nth-child(5))"].map((name) => getComputedStyle(document.querySelector(name)).breakInside),
	);
	expect([short, long]).toEqual(["avoid", "auto"]);
});

// The head of a long one and a first row were left behind at a sheet's end.
test("a table's first row takes the second along", async ({ page }) => {
	await page.emulateMedia({ media: "print" });
	await page.goto("/palidziba/talruni/");
	const rows = await page.evaluate(() => [...document.querySelectorAll("tbody > tr")].slice(0, 2).map((row) => getComputedStyle(row).breakAfter));
	expect(rows).toEqual(["avoid", "auto"]);
});

test("a prison's number stays on paper", async ({ page }) => {
	await page.emulateMedia({ media: "print" });
	await page.goto("/cietumi/jelgavas-cietums/");
	await expect(page.locator(".first-call")).toContainText("+371");
	await expect(page.locator(".call-place")).toBeVisible();
});

// Chromium kept a phone's lines where the paper's rules made one of two: "Otrdiena1. decembri" and an "s" below it.
test("on paper from a phone a weekday and its date stand apart", async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto("/cietumi/jelgavas-cietums/");
	const date = (await page.locator(".days time:visible").first().textContent()).replaceAll("\u00a0", " ");
	const { file } = await sheets(page, "/cietumi/jelgavas-cietums/");
	const lines = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).replaceAll("\u00a0", " ").split("\n");
	expect(lines.filter((line) => line.startsWith(date)).length, `lines that begin with ${date}`).toBeGreaterThan(0);
});

test("a page is printed without navigation", async ({ page }) => {
	const parts = [".langs", ".menu", ".call", ".skip", ".crumbs", ".leave", ".foot nav", "button"];
	const seen = new Set();
	for (const address of ["/", "/sazina/isa-tiksanas/", "/cietumi/jelgavas-cietums/", "/palidziba/drosiba/"]) {
		await page.goto(address);
		for (const part of parts) if (await page.locator(`${part}:visible`).count()) seen.add(part);
		await page.emulateMedia({ media: "print" });
		for (const part of parts)
			await expect(page.locator(`${part}:visible`), `${address} ${part}`).toHaveCount(0);
		await expect(page.locator("h1")).toBeVisible();
		await page.emulateMedia({ media: "screen" });
	}
	expect(parts.filter((part) => !seen.has(part)), "on no screen either").toEqual([]);
});

test("paper is white and ink is black, also when the screen is dark", async ({ page }) => {
	await page.emulateMedia({ media: "print", colorScheme: "dark" });
	await page.goto("/sazina/");
	const colours = await page.evaluate(() => {
		const { backgroundColor, color } = getComputedStyle(document.body);
		return [backgroundColor, color];
	});
	expect(colours).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
});
