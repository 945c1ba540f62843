// The reading view of Firefox: it leaves out what it takes for something beside the text. The
// telephones to call and the warnings are not.
const { readFileSync } = require("node:fs");
const { none, test } = require("./fixture");
const { languages, pagesOf, sample } = require("./portal");

const LIBRARY = readFileSync(require.resolve("@mozilla/readability/Readability.js"), "utf8");
const SHOWN = { telephones: "main a[href^='tel:']", notes: "main [role='note']" };

// The home page is for choosing, not for reading.
const isText = ({ html }) => html.includes("<article");

// Where a page says little, the view throws out more: what holds a link more than words.
const briefest = () =>
	pagesOf(languages[0])
		.filter(({ html }) => /<article[^]*href="tel:[^]*<\/article>/.test(html))
		.sort((a, b) => a.html.length - b.html.length)
		.slice(0, 30);

// The texts of these elements that the reading view does not have.
const lost = (page, selector) =>
	page.evaluate((selector) => {
		const text = ({ textContent }) => textContent.replace(/\s/g, "");
		const wanted = [...document.querySelectorAll(selector)].filter((node) => !node.closest("[hidden]"));
		const reading = text(new Readability(document.cloneNode(true)).parse());
		return wanted.map(text).filter((words) => !reading.includes(words));
	}, selector);

for (const [what, selector] of Object.entries(SHOWN))
	test(`the reading view has the ${what}`, async ({ page }) => {
		for (const { address } of [...sample(languages[0]), ...briefest()].filter(isText)) {
			await page.goto(address, { waitUntil: "domcontentloaded" });
			await page.evaluate(LIBRARY);
			none(await lost(page, selector), address);
		}
	});
