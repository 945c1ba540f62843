// A phone of 2020 drops each rule whose selector it does not know, and each script that it cannot
// read: what a page says must not lean on them.
const { readFileSync } = require("node:fs");
const path = require("node:path");
const { expect, none, test } = require("./fixture");
const { allPages, root } = require("./portal");

const asset = (name) => readFileSync(path.join(root, "templates/assets", name), "utf8");

// Chrome 80 and Safari 13 know none of these; a rule goes whole, with all its selectors.
const NEWER_SELECTOR = /:(has|is|where)\(|:not\([^()]*,/;
const HIDES = /display: none|visibility: hidden|clip-path|opacity: 0/;
// What such rules may hide, since it does no harm where it stands: a title above its results, the box
// of results while it is empty, needs twice, few letters, a drawing.
const HARMLESS = [
	"h1:has(+ .found > ol > li)",
	".find .found:has(> p:empty)",
	":is(.body, header) > .drawing",
	".body:has(.needs) .facets details:first-child",
	".letters:not(:has(li:nth-child(7))), .letters:not(:has(li:nth-child(7))) ~ .letter > h2",
	".booklet :is(.top, .help, .foot)",
];

test("no rule that older phones do not know hides what would mislead", () => {
	const rules = [...asset("portal.css").replace(/\/\*[^]*?\*\//g, "").matchAll(/([^{};]+)\{([^{}]*)\}/g)];
	const hiding = rules.filter(([, selector, says]) => NEWER_SELECTOR.test(selector) && HIDES.test(says));
	expect(hiding.map(([, selector]) => selector.trim())).toEqual(HARMLESS);
});

// What stands under a heading or a summary, or in the box of what is not known: a list with nothing in it.
const EMPTY =
	/<\/(?:h[2-5]|summary)>\s*(?:<\/summary>\s*)?(?:<p[^>]*>[^<]*<\/p>\s*)?<ul[^>]*>\s*<\/ul>|class="gaps"[^>]*>\s*<p>[^<]*<\/p>\s*<ul>\s*<\/ul>/g;

test("what is lacking nowhere, and what there is none of, has no box", () => {
	const pages = allPages();
	expect(pages.filter(({ html }) => html.includes('class="gaps"')).length, "pages with a box").toBeGreaterThan(0);
	none(pages.flatMap(({ address, html }) => (html.match(EMPTY) || []).map((box) => `${address}: ${box.replace(/\s+/g, " ")}`)));
});

// Syntax and methods that came after Chrome 75 and Safari 13.0: one of them, and nothing of the file runs.
const NEWER_SCRIPT = /\?\?|\?\.(?!\d)|&&=|\|\|=|(?<!\bclients)\.(replaceAll|at|findLast|matchAll|toSorted|hasOwn)\(|\bstatic \{|[\s.]#\w+\s*[(=;]/;

test("the scripts of every page and the worker are read by older phones", () => {
	for (const name of ["portal.js", "days.js", "../sw.js"]) none(asset(name).split("\n").filter((line) => NEWER_SCRIPT.test(line)), name);
});

// Chrome 84 and Firefox 78; Chrome 85.
for (const [name, lack] of [
	["Promise.any", () => delete Promise.any],
	["replaceChildren", () => delete Element.prototype.replaceChildren],
])
	test(`where the script of search cannot run, the index of words stands for the field: ${name}`, async ({ page }) => {
		await page.addInitScript(lack);
		await page.goto("/");
		await expect(page.locator(".find-off").first()).toBeVisible();
		await expect(page.locator(".find")).toBeHidden();
	});

test("a result of another language is shown by browsers that cannot name it", async ({ page }) => {
	await page.addInitScript(() => delete Intl.DisplayNames);
	await page.goto("/meklet/#handwriting");
	await expect(page.locator('.found li[lang="en"] small').first()).toContainText("en");
});
