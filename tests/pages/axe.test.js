// WCAG 2.2 AA and axe's best practice: every kind of element, in the default language on a
// wide screen in the dark as well. LONG=1: in every language at two widths, light and dark,
// script on and off; and each page of the default language once, records aside.
// EVERY_PAGE=1 looks at each page of the site so.
const { readFileSync } = require("node:fs");
const { none, test, unfold } = require("./fixture");
const { booklets, isLong, isWritten, languages, pagesOf, parts, sample, sampleOnce, sampleParts } = require("./portal");

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// The rules whose answer depends on colours and sizes; the others were asked already.
const LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 800 };

// Violations of the page as it stands, a line each.
async function violations(page, only) {
	return page.evaluate(async (runOnly) => {
		const result = await axe.run(document, { runOnly, resultTypes: ["violations"] });
		return result.violations.flatMap(({ id, nodes }) =>
			nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`),
		);
	}, only);
}

async function look(page, size, colorScheme, only) {
	await page.setViewportSize(size);
	await page.emulateMedia({ colorScheme });
	const place = `${new URL(page.url()).pathname} at ${size.width}, ${colorScheme}`;
	none(await violations(page, only), place);
}

async function open(page, address) {
	await page.goto(address);
	await unfold(page);
	await page.evaluate(AXE);
}

const all = { type: "tag", values: TAGS };
const looks = { type: "rule", values: LOOKS };

// The looks that follow the first one, of a page in this language.
const further = [
	[WIDE, "dark"],
	[NARROW, "dark"],
	[WIDE, "light"],
];
const furtherLooks = (language) => further.slice(0, isLong ? 3 : language === languages[0] ? 1 : 0);

async function lookAll(page, language) {
	await look(page, NARROW, "light", all);
	for (const [size, scheme] of furtherLooks(language)) await look(page, size, scheme, looks);
}

for (const { title, pages } of isLong ? sampleParts() : sampleOnce())
	test(`axe, every kind of element: ${title}`, async ({ page }) => {
		for (const { address, language } of pages) {
			await page.setViewportSize(NARROW);
			await open(page, address);
			await lookAll(page, language);
		}
	});

test("axe: a booklet with its first chapter", async ({ page }) => {
	const { address, language } = booklets()[0];
	await page.setViewportSize(NARROW);
	await page.goto(address);
	await page.evaluate(() => document.querySelectorAll(".chapter ~ .chapter").forEach((chapter) => chapter.remove()));
	await page.evaluate(AXE);
	await lookAll(page, language);
});

async function lookOnce(page, pages) {
	for (const { address } of pages) {
		await page.setViewportSize(NARROW);
		await open(page, address);
		await look(page, NARROW, "light", all);
	}
}

// axe is a script itself, so those of the page are kept away instead of turned off.
test.describe("without script", () => {
	for (const { title, pages } of isLong ? sampleParts() : [])
		test(`axe, every kind of element: ${title}`, async ({ page }) => {
			await page.route("**/*.js", (route) => route.abort());
			await lookOnce(page, pages);
		});
});

const seen = new Set(sample(languages[0]).map(({ address }) => address));
const others = pagesOf(languages[0]).filter((page) => isWritten(page) && !seen.has(page.address));
for (const { title, pages } of isLong ? parts(others) : [])
	test(`axe, every page: ${title}`, ({ page }) => lookOnce(page, pages));
