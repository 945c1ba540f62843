// Nothing needs the script, and little the styles.
const { test, expect, none } = require("./fixture");
const { exitAddress, languages, sample } = require("./portal");

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
	await page.locator("summary:has(#bez-talruna)").click();
	await page.locator("details:has(#bez-talruna) .cards a").first().click();
	await expect(page).not.toHaveURL(/organizacijas\/(#.*)?$/);
	await expect(page.locator("h1")).toBeVisible();
});

test("the way out is a link", async ({ page }) => {
	const news = { contentType: "text/html", body: "News" };
	await page.route("https://www.lsm.lv/**", (route) => route.fulfill(news));
	await page.goto(EXIT);
	await expect(page.locator(".leave-note > span")).toBeHidden();
	await page.locator(".leave [data-exit]").click();
	await expect(page).toHaveURL("https://www.lsm.lv/");
});

// Browsers of text alone know no `hidden`: what only the script makes true has to be said by it.
test("what waits for the script says nothing", async ({ page }) => {
	const said = (elements) => {
		const texts = [];
		for (const element of elements) {
			const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
			while (walk.nextNode())
				if (walk.currentNode.data.trim() && !walk.currentNode.parentElement.closest("a, button, label"))
					texts.push(walk.currentNode.data.trim());
		}
		return texts;
	};
	for (const { address } of sample(languages[0])) {
		await page.goto(address, { waitUntil: "domcontentloaded" });
		none(await page.locator("[hidden]:not([hidden] *)").evaluateAll(said), address);
	}
});

test("no button that does nothing", async ({ page }) => {
	for (const address of ["/", PRISON, "/sazina/uztraucos/", EXIT]) {
		await page.goto(address);
		await expect(page.locator("button:visible"), address).toHaveCount(0);
	}
});

// Styles that never come: signs stay small beside their words, and drawings are no black blots.
test("home is read without styles", async ({ page }) => {
	await page.route("**/*.css", (route) => route.abort());
	await page.goto("/");
	const heights = await page.locator("figcaption svg").evaluateAll((signs) => signs.map((sign) => sign.clientHeight));
	expect(Math.max(...heights)).toBeLessThan(24);
	expect(await page.locator("svg .land").evaluate((land) => getComputedStyle(land).fill)).toBe("none");
});
