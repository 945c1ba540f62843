// Search as its users meet it: on a phone, by keyboard, on a bad line and without a network;
// and that what somebody types goes nowhere.
const { expect, none, test } = require("./fixture");
const { folder } = require("./portal");
const { serve } = require("./server");

const PAGE = "/sazina/";

test.use({ viewport: { width: 360, height: 740 } });

const field = (page) => page.locator(".find input");
const results = (page) => page.locator(".found ol > li");
const status = (page) => page.locator(".found [role=status]");

async function ask(page, words) {
	await field(page).fill(words);
	await expect(status(page)).not.toBeEmpty();
}

test("words find pages, below the field", async ({ page }) => {
	await page.goto(PAGE);
	await field(page).focus();
	await ask(page, "naudu cietumā");
	await expect(status(page)).toContainText(/Atrastas lapas: \d+/);
	await expect(results(page)).toHaveCount(10);
	await expect(results(page).first().locator("mark").first()).toHaveText(/naud/i);
	await expect(results(page).first().locator("a")).toHaveAttribute("href", /^\/sazina\/nauda\//);
	await page.locator(".found button.btn").last().click();
	await expect(results(page)).toHaveCount(20);
});

test("arrows, Escape, Enter, and the way back", async ({ page }) => {
	await page.goto(PAGE);
	await ask(page, "vēstule");
	await page.keyboard.press("ArrowDown");
	await expect(results(page).first().locator("a").first()).toBeFocused();
	await page.keyboard.press("ArrowDown");
	await expect(results(page).nth(1).locator("a").first()).toBeFocused();
	await page.keyboard.press("Escape");
	await expect(page.locator(".found")).toBeHidden();
	await expect(field(page)).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/\/meklet\/#v%C4%93stule$/);
	await expect(results(page).first()).toBeVisible();
	await field(page).fill("paciņa");
	await expect(page).toHaveURL(/#paci%C5%86a$/);
	await page.goBack();
	await expect(field(page)).toHaveValue("vēstule");
	await page.goForward();
	await expect(field(page)).toHaveValue("paciņa");
});

test("what is typed goes nowhere, and nothing comes before the field is touched", async ({ page }) => {
	const requests = [];
	page.on("request", (request) => requests.push(request));
	await page.goto(PAGE);
	expect(requests.filter((request) => /later-|\/search\//.test(request.url()))).toEqual([]);
	await ask(page, "svidanka narkotikas");
	await field(page).press("Enter");
	await expect(results(page).first()).toBeVisible();
	const sent = requests.map((request) => decodeURIComponent(request.url().replace(/#.*/, "")) + (request.postData() ?? "") + JSON.stringify(request.headers()));
	none(sent.filter((text) => /svidank|narkot/i.test(text)));
	none(requests.map((request) => request.url()).filter((url) => new URL(url).origin !== new URL(page.url()).origin));
	expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ""]);
});

test("a question is never markup, whatever it is", async ({ page }) => {
	await page.goto("/meklet/");
	for (const words of ["<img src=x onerror=alert(1)>nauda", ".*+?^${}()|[]\\ nauda", "a".repeat(5000), "!?.,"]) {
		await page.goto("/");
		await page.goto("/meklet/#" + encodeURIComponent(words));
		await expect(status(page)).not.toBeEmpty();
		await expect(page.locator(".found img")).toHaveCount(0);
	}
	await page.goto("/");
	await page.goto("/meklet/#%E0%A4%A");
	await expect(field(page)).toHaveValue("");
});

// A worker that has kept the parts already would answer instead of the line.
test.describe("a line alone", () => {
	test.use({ serviceWorkers: "block" });

	test("a broken line says so and gives the index", async ({ page }) => {
		await page.goto(PAGE);
		await page.route("**/search/lv/t*.txt", (route) => route.abort());
		await ask(page, "nauda");
		await expect(status(page)).toContainText("nav pie rokas");
		await expect(page.locator('[data-found-none] a[href="/raditajs/"]')).toBeVisible();
		await page.unroute("**/search/lv/t*.txt");
		await ask(page, "naudas");
		await expect(results(page).first()).toBeVisible();
	});

	test("parts that come late come; parts of another build are fetched anew", async ({ page }) => {
		await page.route("**/search/**", async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 700));
			await route.continue();
		});
		await page.goto("/meklet/#nauda");
		await expect(results(page).first()).toBeVisible();
		let once = true;
		await page.route("**/search/lv/t0.txt", async (route) => {
			if (!once) return route.continue();
			once = false;
			await route.fulfill({ body: "0000000000000000\nx" });
		});
		await page.goto("/");
		await page.goto("/meklet/#bērns");
		await expect(results(page).first()).toBeVisible();
	});
});

test("pages that a phone keeps are found without a network", async ({ page }) => {
	const server = await serve(folder);
	await page.goto(server.url + PAGE);
	await page.evaluate(() => navigator.serviceWorker.ready);
	const isKept = async () => (await caches.match("/search/lv/d0.txt")) !== undefined;
	await expect.poll(() => page.evaluate(isKept)).toBe(true);
	await page.goto(server.url + "/meklet/");
	await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
	await server.close();
	await ask(page, "Valmieras cietums");
	const prison = page.locator('.found li:has(a[href^="/cietumi/valmieras-cietums/"])');
	await expect(prison).toContainText("ir tālrunī");
	await prison.locator("a").first().click();
	await expect(page.locator("h1")).toHaveText("Valmieras cietums");
});

test.describe("without script", () => {
	test.use({ javaScriptEnabled: false });
	test("the header leads to the index of words", async ({ page }) => {
		await page.goto(PAGE);
		await expect(page.locator(".find")).toBeHidden();
		await page.locator(".find-off a").click();
		await expect(page).toHaveURL("/raditajs/");
		await page.locator(".words li", { hasText: "peredača" }).getByRole("link", { name: "Sūtījumi" }).first().click();
		await expect(page).toHaveURL("/sazina/sutijumi/");
	});
});
