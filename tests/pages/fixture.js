// Playwright's `test` with the portal served: addresses begin with "/". The clock
// stands at the day for which `make pages` builds.
const base = require("@playwright/test");
const { folder, today } = require("./portal");
const { serve } = require("./server");

const NOW = `${today}T10:00:00+02:00`;

const test = base.test.extend({
	portal: [
		async ({}, use) => {
			const server = await serve(folder);
			await use(server);
			await server.close();
		},
		{ scope: "worker" },
	],
	baseURL: ({ portal }, use) => use(portal.url),
	page: async ({ page }, use) => {
		await page.clock.setFixedTime(NOW);
		await use(page);
	},
});

// No faults, or a readable list of them; the test goes on.
function none(faults, place = "") {
	const list = faults.slice(0, 30).join("\n");
	base.expect.soft(faults.length, `${place}\n${list}\nfaults`).toBe(0);
}

// Opens what is folded, to look at that too.
const unfold = (page) =>
	page.evaluate(() => {
		for (const details of document.querySelectorAll("main details, footer details")) details.open = true;
	});

module.exports = { test, expect: base.expect, none, unfold };
