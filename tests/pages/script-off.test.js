// Nothing needs the script.
const { test, expect } = require("./fixture");
const { exitAddress } = require("./portal");

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

const EXIT = exitAddress();
const PRISON = "/cietumi/jelgavas-cietums/";

test("home answers and its menu opens", async ({ page }) => {
	await page.goto("/");
	await expect(page.locator("h1")).toBeVisible();
	await expect(page.locator(".tiles a")).toHaveCount(6);
	await expect(page.locator('.callnow a[href^="tel:"]').first()).toBeVisible();
	await page.locator(".menu > summary").click();
	await page.locator(".menu nav a").first().click();
	await expect(page).toHaveURL("/aizturets/");
});

test("a prison shows where it is and whom to call", async ({ page }) => {
	await page.goto(PRISON);
	await expect(page.locator("address").first()).toContainText("Jelgava");
	await expect(page.locator('main a[href^="tel:"]').first()).toBeVisible();
	await page.locator("details:has(.ask-text) > summary").first().click();
	await expect(page.locator(".ask-text").first()).toBeVisible();
});

test("letters lead to their places", async ({ page }) => {
	await page.goto("/vardnica/");
	const letter = page.locator(".letters a").last();
	const place = decodeURIComponent((await letter.getAttribute("href")).replace(/^.*#/, ""));
	await letter.click();
	await expect(page.locator(`[id="${place}"]`)).toBeInViewport();
});

test("a list leads to its records, those that a fold holds as well", async ({ page }) => {
	await page.goto("/palidziba/organizacijas/");
	await page.locator(".not-yet > summary").click();
	await page.locator(".not-yet .cards a").first().click();
	await expect(page).not.toHaveURL(/organizacijas\/(#.*)?$/);
	await expect(page.locator("h1")).toBeVisible();
});

test("the way out is a link", async ({ page }) => {
	const news = { contentType: "text/html", body: "News" };
	await page.route("https://www.lsm.lv/**", (route) => route.fulfill(news));
	await page.goto(EXIT);
	await expect(page.locator("[data-exit-keys]")).toBeHidden();
	await page.locator(".leave [data-exit]").click();
	await expect(page).toHaveURL("https://www.lsm.lv/");
});

test("no button that does nothing", async ({ page }) => {
	for (const address of ["/", PRISON, "/sazina/uztraucos/", EXIT]) {
		await page.goto(address);
		await expect(page.locator("button:visible"), address).toHaveCount(0);
	}
});
