// Words and numbers in the order and form of each language, whatever ICU tilts is built
// with: a current browser is the oracle.
const { execFileSync } = require("node:child_process");
const { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const path = require("node:path");
const { test, expect } = require("@playwright/test");
const { root } = require("./portal");

const tilts = process.env.TILTS || path.join(root, "build/tilts");
const LETTERS = [..."aābcčdeēfgģhiyījkķlļmnņoōpqrŗsštuūvwxzž"];
// Each letter small and capital, before others and behind them.
const WORDS = LETTERS.flatMap((letter) => [`${letter}z`, `${letter.toUpperCase()}b`, `a${letter}a`, `ž${letter}`]);
const NUMBERS = [0, 7, 999, 1000, 1234, 9999, 10000, 12345, 1234567, 1234.5, -4321, 0.25];

const SCHEMA = {
	type: "object",
	properties: { name: { type: "string" }, value: { type: "number" } },
};
const TEMPLATE = `---
lists: {things: {from: things, sort: name}}
---
{{> parts/private}}
{{#lists.things}}<li>{{name}}|{{value}}|{{value.raw}}</li>
{{/lists.things}}`;

// Words and numbers as tilts sorts and writes them: [word, number written, number].
function things() {
	const folder = mkdtempSync(path.join(tmpdir(), "tilts-order-"));
	const put = (name, text) => writeFileSync(path.join(folder, name), text);
	try {
		cpSync(path.join(root, "tests/sites/common"), folder, { recursive: true });
		mkdirSync(path.join(folder, "content/data/things"), { recursive: true });
		put("content/data/things/schema.json", JSON.stringify(SCHEMA));
		WORDS.forEach((name, n) =>
			put(`content/data/things/t${n}.json`, JSON.stringify({ name, value: NUMBERS[n % NUMBERS.length] })),
		);
		put("templates/page.html", TEMPLATE);
		execFileSync(tilts, ["build", "--now", "2026-11-22"], { cwd: folder });
		const html = readFileSync(path.join(folder, "public/index.html"), "utf8");
		return [...html.matchAll(/<li>(.*)\|(.*)\|(.*)<\/li>/g)].map((match) => match.slice(1));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

test("Latvian words stand in the browser's order, and numbers are written as it does", async ({ page }) => {
	const listed = things();
	expect(listed.length).toBe(WORDS.length);
	const words = listed.map(([word]) => word);
	const sorted = await page.evaluate((list) => list.sort(new Intl.Collator("lv").compare), [...words]);
	expect(words).toEqual(sorted);
	const format = (list) => list.map((number) => new Intl.NumberFormat("lv").format(Number(number)));
	expect(listed.map((row) => row[1])).toEqual(await page.evaluate(format, listed.map((row) => row[2])));
});
