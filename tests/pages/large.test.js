// A phone whose owner chose letters of twice the size in the browser's settings: media queries know of them there.
const { expect, test } = require("./fixture");
const { languages, pagesOf } = require("./portal");
const { launchOptions } = require("../playwright.config").use;

test.use({
	launchOptions: { ...launchOptions, args: [...launchOptions.args, "--blink-settings=defaultFontSize=32"] },
	viewport: { width: 360, height: 740 },
});

for (const language of languages)
	test(`letters of 32 px: whom to call and the menu stand side by side: ${language}`, async ({ page }) => {
		await page.goto(pagesOf(language)[0].address);
		expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
		const tops = await page.evaluate(() =>
			[".top .call", ".menu > summary"].map((name) => {
				const { top, bottom } = document.querySelector(name).getBoundingClientRect();
				return (top + bottom) / 2;
			}),
		);
		expect(Math.abs(tops[0] - tops[1])).toBeLessThan(2);
	});

// The head took two thirds of the screen: the name of the page stood at its lower edge.
for (const language of languages)
	test(`letters of 32 px: the head leaves the larger part of a small screen: ${language}`, async ({ page }) => {
		await page.goto(pagesOf(language)[0].address);
		expect((await page.locator(".top").boundingBox()).height).toBeLessThan(400);
	});
