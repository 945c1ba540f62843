// Letters: filled in once for the whole page, opened in the mail with the text in it, kept nowhere.
const { expect, none, test } = require("./fixture");
const { pagesOf, languages } = require("./portal");

const BLANK = "(vārds, uzvārds, dzimšanas gads";
const { address } = pagesOf(languages[0]).find(({ html }) => html.includes(BLANK) && html.includes("data-fill"));

// A letter that names nobody goes nowhere; so does a text for a call.
for (const language of languages)
	test(`each letter names whom it goes to: ${language}`, () => {
		const letters = pagesOf(language).flatMap(({ address, html }) =>
			[...html.matchAll(/<details class="fold ask">\s*<summary[^>]*>([^<]*)</g)].map(([, summary]) => `${address}: ${summary}`),
		);
		expect(letters.length).toBeGreaterThan(0);
		none(letters.filter((letter) => !/: .*: \S/.test(letter)), "a letter to nobody");
	});

/* Opens the section and the letter in it by hand: a touch on what can be seen. */
async function unfold(page) {
	const around = page.locator("details:has([data-fill])");
	for (let i = 0; i < (await around.count()); i++) {
		const fold = around.nth(i);
		if (!(await fold.evaluate((element) => element.open))) await fold.locator("> summary").click();
	}
}

test("what is filled in stands in every letter, and nowhere afterwards", async ({ page }) => {
	await page.goto(address);
	await unfold(page);
	const fill = page.locator("[data-fill]:not([hidden])");
	await expect(fill).toHaveCount(1);
	const letter = page.locator(".ask-text", { hasText: BLANK }).first();
	const before = await letter.textContent();
	const handle = await letter.elementHandle();
	await fill.locator("[data-in=name]").fill("Jānis Paraugs");
	await fill.locator("[data-in=year]").fill("1990");
	const filled = before.replace("(vārds, uzvārds, dzimšanas gads", "(Jānis Paraugs, 1990");
	expect(await handle.textContent()).toBe(filled);
	const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie, location.href]);
	expect(kept.slice(0, 3)).toEqual([0, 0, ""]);
	expect(kept[3]).not.toContain("Paraugs");
	await page.reload();
	expect(await page.locator(".ask-text").first().textContent()).not.toContain("Paraugs");
});

// Who writes names themselves before the relative or behind, alone or with who they are to them.
for (const [page_of, own, theirs] of [
	["/sazina/sudzibas/", "Es, (Anna Cita), esmu", "(Jānis Paraugs, 1990), kurš"],
	["/sazina/uztraucos/", "Es: (Anna Cita, radniecība", "Viņš: (Jānis Paraugs, 1990"],
	["/viegli/sazina/uztraucos/", "Es esmu (Anna Cita, kas jūs", "Viņu sauc (Jānis Paraugs, 1990)"],
	["/kam/jauniesi/", "Esmu (Anna Cita), (māte", "Mans bērns (Jānis Paraugs, 1990)"],
])
	test(`each of the two names stands where it belongs: ${page_of}`, async ({ page }) => {
		await page.goto(page_of);
		await unfold(page);
		const fill = page.locator("[data-fill]:not([hidden])");
		await fill.locator("[data-in=name]").fill("Jānis Paraugs");
		await fill.locator("[data-in=year]").fill("1990");
		await fill.locator("[data-in=me]").fill("Anna Cita");
		const texts = (await page.locator(".ask-text").allTextContents()).join("\n");
		expect(texts).toContain(own);
		expect(texts).toContain(theirs);
	});

test("a name is taken as it is written", async ({ page }) => {
	await page.goto(address);
	await unfold(page);
	await page.locator("[data-fill]:not([hidden]) [data-in=name]").fill("<b>$&</b>");
	const texts = await page.locator(".ask-text").allTextContents();
	expect(texts.join("\n")).toContain("(<b>$&</b>, ");
	await expect(page.locator(".ask-text b")).toHaveCount(0);
});

test("the mail opens with the address and the text", async ({ page }) => {
	await page.goto("/cietumi/liepajas-cietums/");
	const opened = await page.evaluate(async () => {
		const button = document.querySelector('[data-send^="mailto:"]');
		const text = button.closest(".ask").querySelector(".ask-text").textContent;
		return { start: button.dataset.send, hidden: button.hidden, text };
	});
	expect(opened.start).toMatch(/^mailto:[^?\s]+@[^?\s]+\?subject=\S+&body=$/);
	expect(opened.hidden).toBe(false);
	expect(opened.text).toContain("Liepājas cietums");
});

test("without script nothing to press that does nothing", async ({ browser, portal }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(portal.url + address);
	for (const name of ["[data-fill]", "[data-copy]", "[data-send]"])
		expect(await page.locator(`${name}:visible`).count()).toBe(0);
	await context.close();
});
