// Without a mouse: skip link, menu, languages, the way out; and a focus that is seen.
const { expect, none, test } = require("./fixture");
const { exitAddress, isLong, languages, sampleOnce, site } = require("./portal");

const EXIT = exitAddress();
const focused = (page) => page.locator(":focus");

// Presses Tab until the focus is on `target`.
async function tabTo(page, target, most = 40) {
	for (let i = 0; i < most; i++) {
		await page.keyboard.press("Tab");
		if (await target.evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error("the keyboard does not reach it");
}

test("the skip link comes first and leads to the content", async ({ page }) => {
	await page.goto("/sazina/");
	await page.keyboard.press("Tab");
	await expect(focused(page)).toHaveClass("skip");
	await expect(focused(page)).toBeInViewport({ ratio: 1 });
	await page.keyboard.press("Enter");
	await expect(focused(page)).toHaveAttribute("id", "saturs");
	await page.keyboard.press("Tab");
	await expect(page.locator("main :focus")).toHaveCount(1);
});

for (const width of [360, 1280])
	test(`the menu works at ${width}`, async ({ page }) => {
		await page.setViewportSize({ width, height: 740 });
		await page.goto("/sazina/");
		const summary = page.locator(".menu > summary");
		const link = page.locator(".menu nav a").nth(1);
		if (await summary.isVisible()) {
			await expect(link).toBeHidden();
			await tabTo(page, summary);
			await page.keyboard.press("Enter");
			await expect(link).toBeVisible();
			await page.keyboard.press("Enter");
			await expect(link).toBeHidden();
			await page.keyboard.press("Space");
		}
		const href = await link.getAttribute("href");
		await tabTo(page, link);
		await page.keyboard.press("Enter");
		await expect(page).toHaveURL(href);
		await expect(page.locator('.menu [aria-current="true"]').first()).toHaveAttribute("href", href);
	});

for (const { code, name } of site.languages.slice(1))
	test(`the language switch leads to ${name}`, async ({ page }) => {
		await page.goto("/");
		const link = page.locator(".langs a", { hasText: name });
		const href = await link.getAttribute("href");
		await tabTo(page, link);
		await page.keyboard.press("Enter");
		await expect(page).toHaveURL(href);
		await expect(page.locator(".langs [aria-current]")).toHaveText(name);
		await expect(page.locator("html")).toHaveAttribute("lang", code.slice(0, 2));
	});

test.describe("leaving quickly", () => {
	const elsewhere = "https://www.lsm.lv/";

	test.beforeEach(async ({ page }) => {
		await page.route(elsewhere + "**", (route) => route.fulfill({ contentType: "text/html", body: "News" }));
		await page.goto("/");
		await page.goto(EXIT);
	});

	async function isGone(page) {
		await expect(page).toHaveURL(elsewhere);
		await page.goBack();
		await expect(page).toHaveURL("/");
	}

	test("by Enter, from the first link of the page", async ({ page }) => {
		await tabTo(page, page.locator("[data-exit]").first(), 3);
		await page.keyboard.press("Enter");
		await isGone(page);
	});
	test("by Enter, from the button", async ({ page }) => {
		await tabTo(page, page.locator(".leave [data-exit]"));
		await page.keyboard.press("Enter");
		await isGone(page);
	});
	test("by Shift three times", async ({ page }) => {
		for (let i = 0; i < 3; i++) await page.keyboard.press("Shift");
		await isGone(page);
	});
	test("also where the address names a part that can't be", async ({ page }) => {
		await page.goto("/");
		await page.goto(EXIT + "#100%");
		for (let i = 0; i < 3; i++) await page.keyboard.press("Shift");
		await isGone(page);
	});
	test("not by Shift while somebody writes", async ({ page }) => {
		for (const key of ["Shift", "Shift+A", "Shift", "b", "Shift"]) await page.keyboard.press(key);
		await page.waitForTimeout(300);
		await expect(page).toHaveURL(EXIT);
	});
	test("by a finger", async ({ page }) => {
		await page.locator(".leave [data-exit]").click();
		await isGone(page);
	});
});

// Faults of each place where the focus can be: not seen, or below something else.
function focusFaults() {
	const faults = [];
	const reached = "a[href], button, summary, input, select, textarea, [tabindex='0']";
	for (const element of document.querySelectorAll(reached)) {
		if (!element.checkVisibility({ visibilityProperty: true })) continue;
		element.focus({ focusVisible: true });
		const style = getComputedStyle(element);
		const name = `${element.tagName.toLowerCase()}.${element.className} ${element.textContent.trim().slice(0, 30)}`;
		if (document.activeElement !== element) continue;
		if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push(`${name}: no outline`);
		const box = element.getClientRects()[0];
		const isInside = box.right > 1 && box.bottom > 1 && box.left < innerWidth && box.top < innerHeight;
		if (!isInside) faults.push(`${name}: outside the window`);
		const points = [0.1, 0.5, 0.9].map((part) => [box.left + box.width * part, box.top + box.height / 2]);
		const seen = points.some(([x, y]) => {
			const top = document.elementFromPoint(x, y);
			return top && (element.contains(top) || top.contains(element));
		});
		if (isInside && !seen) faults.push(`${name}: covered`);
	}
	return faults;
}

for (const { title, pages } of sampleOnce())
	test(`the focus is seen everywhere: ${title}`, async ({ page }) => {
		for (const { address } of pages)
			for (const width of isLong ? [360, 1280] : [360]) {
				await page.setViewportSize({ width, height: 740 });
				await page.goto(address);
				none(await page.evaluate(focusFaults), `${address} at ${width}`);
			}
	});
