// Lists of days between two builds, with a script of less than a kilobyte.
const { readdirSync, statSync } = require("node:fs");
const path = require("node:path");
const { test, expect } = require("./fixture");
const { folder } = require("./portal");

const PRISON = "/cietumi/jelgavas-cietums/";
const SHOWN = ".days > li:not([hidden])";

async function openAt(page, time) {
	await page.clock.setFixedTime(time);
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
	await expect(page.locator(".days > .today")).toHaveAttribute("data-day", "2026-11-22");
	await expect(page.locator("[data-none]")).toBeHidden();
});

test("later the days gone by are hidden, by the clock of Rīga", async ({ page }) => {
	await openAt(page, "2026-11-24T21:59:00Z");
	await expect(page.locator(SHOWN).first()).toHaveAttribute("data-day", "2026-11-24");
	await openAt(page, "2026-11-24T22:01:00Z");
	await expect(page.locator(SHOWN)).toHaveCount(11);
	await expect(page.locator(SHOWN).first()).toHaveAttribute("data-day", "2026-11-25");
	await expect(page.locator(".days > .today")).toHaveAttribute("data-day", "2026-11-25");
});

test("when the first week is over, the second unfolds", async ({ page }) => {
	await openAt(page, "2026-11-28T12:00:00Z");
	await expect(page.locator('[data-day="2026-11-29"]')).toBeHidden();
	await openAt(page, "2026-11-29T12:00:00Z");
	await expect(page.locator('[data-day="2026-11-29"]')).toBeVisible();
});

test("a list that is over says so", async ({ page }) => {
	await openAt(page, "2026-12-05T12:00:00Z");
	await expect(page.locator(SHOWN)).toHaveCount(1);
	await openAt(page, "2026-12-06T12:00:00Z");
	await expect(page.locator(SHOWN)).toHaveCount(0);
	await expect(page.locator("[data-none]")).toBeVisible();
});
