// Lists of days between two builds, with a script of less than a kilobyte.
const { readdirSync, statSync } = require("node:fs");
const path = require("node:path");
const { test, expect } = require("./fixture");
const { folder, today } = require("./portal");

const PRISON = "/cietumi/jelgavas-cietums/";
const SHOWN = ".days > li:not([hidden])";

// The day after so many.
const day = (n) => new Date(Date.parse(today) + n * 86400000).toISOString().slice(0, 10);

// In UTC; Rīga is two hours ahead.
async function openAt(page, n, time = "12:00") {
	await page.clock.setFixedTime(`${day(n)}T${time}:00Z`);
	await page.goto(PRISON);
}

test("the script is small", () => {
	const assets = path.join(folder, "assets");
	const [script] = readdirSync(assets).filter((name) => name.startsWith("days."));
	expect(statSync(path.join(assets, script)).size).toBeLessThan(1024);
});

test("on the day of the build all days stand there", async ({ page }) => {
	await page.goto(PRISON);
	await expect(page.locator(SHOWN)).toHaveCount(14);
	await expect(page.locator(".days > .today")).toHaveAttribute("data-day", today);
	await expect(page.locator("[data-none]")).toBeHidden();
});

test("later the days gone by are hidden, by the clock of Rīga", async ({ page }) => {
	await openAt(page, 2, "21:59");
	await expect(page.locator(SHOWN).first()).toHaveAttribute("data-day", day(2));
	await openAt(page, 2, "22:01");
	await expect(page.locator(SHOWN)).toHaveCount(11);
	await expect(page.locator(SHOWN).first()).toHaveAttribute("data-day", day(3));
	await expect(page.locator(".days > .today")).toHaveAttribute("data-day", day(3));
});

test("of a site elsewhere the days change by its own clock", async ({ page }) => {
	await page.route(`**${PRISON}`, async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: (await response.text()).replace('"Europe/Riga"', '"Europe/Lisbon"') });
	});
	await openAt(page, 2, "23:59");
	await expect(page.locator(".days > .today")).toHaveAttribute("data-day", day(2));
	await openAt(page, 3, "00:01");
	await expect(page.locator(".days > .today")).toHaveAttribute("data-day", day(3));
});

test("when the first week is over, the second unfolds", async ({ page }) => {
	await openAt(page, 6);
	await expect(page.locator(`[data-day="${day(7)}"]`)).toBeHidden();
	await openAt(page, 7);
	await expect(page.locator(`[data-day="${day(7)}"]`)).toBeVisible();
});

test("a list that is over says so", async ({ page }) => {
	await openAt(page, 13);
	await expect(page.locator(SHOWN)).toHaveCount(1);
	await openAt(page, 14);
	await expect(page.locator(SHOWN)).toHaveCount(0);
	await expect(page.locator("[data-none]")).toBeVisible();
	await expect(page.locator("[data-days]")).toBeHidden();
});

test("in a page that stays open the day changes at midnight", async ({ page }) => {
	await page.clock.install({ time: `${day(6)}T21:59:00Z` });
	await page.goto(PRISON);
	await expect(page.locator(".days > .today")).toHaveAttribute("data-day", day(6));
	await page.clock.fastForward("02:00");
	await expect(page.locator(".days > .today")).toHaveAttribute("data-day", day(7));
	await expect(page.locator(".days > .today")).toBeVisible();
});

test("who comes back to a page sees the day at once, and folds as they were left", async ({ page }) => {
	await openAt(page, 0);
	const fold = page.locator("[data-days] details");
	await fold.locator("summary").click();
	await page.evaluate(() => dispatchEvent(new Event("focus")));
	await expect(fold).toHaveAttribute("open");
	await page.clock.setFixedTime(`${day(1)}T12:00:00Z`);
	await page.evaluate(() => dispatchEvent(new Event("focus")));
	await expect(page.locator(SHOWN).first()).toHaveAttribute("data-day", day(1));
	await expect(fold).toHaveAttribute("open");
});
