// Without a network: what was read stays readable, and says from when it is.
const { expect, test } = require("./fixture");
const { built, folder } = require("./portal");
const { serve } = require("./server");

const PRISON = "/cietumi/jelgavas-cietums/";

test("a visited page and home are readable when the server is gone", async ({ page }) => {
	test.skip(!built("sw.js"), "no /sw.js is built");
	const server = await serve(folder);
	const bar = page.locator("[data-offline]");

	await page.goto(server.url);
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.goto(server.url + PRISON);
	await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
	const title = await page.locator("h1").innerText();
	await page.reload();
	await expect(bar).toBeHidden();

	await server.close();
	await page.goto(server.url + PRISON);
	await expect(page.locator("h1")).toHaveText(title);
	await expect(page.locator('main a[href^="tel:"]').first()).toBeVisible();
	await expect(bar).toBeVisible();
	await expect(bar.locator("time")).toHaveAttribute("datetime", /^2026-11-22/);
	await page.goto(server.url);
	await expect(page.locator(".tiles a")).toHaveCount(6);
	await expect(bar).toBeVisible();
});
