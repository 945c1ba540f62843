// What a page weighs when sent. The build itself refuses what is above the budgets of
// site.json; here they are to be seen.
const { readFileSync } = require("node:fs");
const path = require("node:path");
const { gzipSync } = require("node:zlib");
const { test, expect } = require("@playwright/test");
const { allPages, folder, site } = require("./portal");

const weigh = (bytes) => gzipSync(bytes, { level: 9 }).length;
const line = (bytes, text) => console.log(`${String(bytes).padStart(7)}  ${text}`);

test("the ten heaviest pages", () => {
	const weights = allPages()
		.map(({ address, html }) => ({ address, bytes: weigh(html) }))
		.sort((a, b) => b.bytes - a.bytes);
	for (const { address, bytes } of weights.slice(0, 10)) line(bytes, address);
	const middle = weights[Math.floor(weights.length / 2)];
	line(middle.bytes, `in the middle of ${weights.length} pages; budget ${site.budgets.html}`);
	expect(middle.bytes).toBeLessThan(site.budgets.html);
});

test("home with all it needs is within the budget of a visit", () => {
	const home = readFileSync(path.join(folder, "index.html"), "utf8");
	const assets = [...home.matchAll(/(?:href|src)="(\/assets\/[^"]*)"/g)].map((match) => match[1]);
	const files = ["index.html", ...assets.map((asset) => asset.slice(1))];
	const bytes = files.reduce((sum, name) => sum + weigh(readFileSync(path.join(folder, name))), 0);
	line(bytes, `home with all it needs; budget ${site.budgets.visit}`);
	expect(bytes).toBeLessThanOrEqual(site.budgets.visit);
});
