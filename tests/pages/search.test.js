// Search as its users meet it: on a phone, by keyboard, on a bad line and without a network;
// and that what somebody types goes nowhere.
const { readFileSync } = require("node:fs");
const { expect, none, test } = require("./fixture");
const { folder } = require("./portal");
const { serve } = require("./server");

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const PAGE = "/sazina/";

test.use({ viewport: { width: 360, height: 740 } });

const field = (page) => page.locator(".find input");
const results = (page) => page.locator(".found ol > li");
const status = (page) => page.locator(".found [role=status]");

// Words in the field, and what is said of them: the status of other words is emptied first.
async function ask(page, words) {
	await page.evaluate(() => document.querySelector(".found [role=status]")?.replaceChildren());
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
	await expect(results(page).first().locator("p mark").first()).toHaveText(/naud/i);
	await page.locator(".found > button").click();
	await expect(results(page)).toHaveCount(20);
	await expect(results(page).nth(10).locator("a").first()).toBeFocused();
});

test("small words are not marked", async ({ page }) => {
	await page.goto(PAGE);
	await ask(page, "viņš ir slims un ārsts neskatās");
	await expect(results(page).first().locator("mark").first()).toHaveText(/ārst/i);
	none((await results(page).locator("mark").allTextContents()).filter((word) => /^un$/i.test(word)));
});

test("letters of twice the size leave room for words in the field", async ({ page }) => {
	await page.goto(PAGE);
	await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
	expect((await field(page).boundingBox()).width).toBeGreaterThan(200);
});

for (const address of ["/", "/meklet/", "/ru/poisk/"])
	test(`320 px, letters of twice the size: the field and the first result are seen together: ${address}`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 568 });
		await page.goto(address);
		await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
		await field(page).focus();
		await ask(page, "Valmiera");
		const link = results(page).first().locator("a").first();
		await expect(link).toBeVisible();
		const bottom = async () => ((await link.boundingBox())?.y ?? Infinity) + 60;
		await expect.poll(bottom).toBeLessThan(568);
		expect((await field(page).boundingBox()).y).toBeGreaterThanOrEqual(0);
	});

// Then they are answered once; what is said of them, above the results, moves those down.
test("320 px, letters of twice the size: the first result of words typed before the script came is seen", async ({ page }) => {
	let come;
	const coming = new Promise((resolve) => (come = resolve));
	await page.route("**/later-search*.js", async (route) => {
		await coming;
		await route.continue();
	});
	await page.setViewportSize({ width: 320, height: 568 });
	await page.goto("/");
	await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
	await field(page).focus();
	await field(page).fill("Valmiera");
	come();
	await expect(status(page)).not.toBeEmpty();
	const link = results(page).first().locator("a").first();
	const bottom = async () => ((await link.boundingBox())?.y ?? Infinity) + 60;
	await expect.poll(bottom).toBeLessThan(568);
});

test("on a phone what the first result says stands above the keyboard", async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 640 });
	await page.goto("/meklet/");
	await ask(page, "kā satikt vīru cietumā");
	const said = results(page).first().locator("p").first();
	await expect(said).toBeVisible();
	const bottom = async () => {
		const box = await said.boundingBox();
		return box ? box.y + box.height : Infinity;
	};
	await expect.poll(bottom).toBeLessThan(350);
});

test("a prison shows its number, another language says which it is", async ({ page }) => {
	await page.goto(PAGE);
	await ask(page, "Jelgavas cietuma telefons");
	await expect(results(page).first().locator("a").first()).toHaveAttribute("href", "/cietumi/jelgavas-cietums/");
	await expect(results(page).first().locator('a[href="tel:+37163022937"]')).toBeVisible();
	await ask(page, "handwriting");
	const other = results(page).first();
	await expect(other).toHaveAttribute("lang", "en");
	await expect(other.locator("small")).toContainText("angļu");
	await expect(other.locator("small [lang=lv]")).toHaveText("angļu");
});

test("on an easy page, what is not easy says so within its link, in the page's language", async ({ page }) => {
	await page.goto("/viegli/sazina/");
	const harder = (result) => result.locator("a").first().locator("small");
	await ask(page, "nauda");
	const easy = results(page).filter({ has: page.locator('a[href^="/viegli/"]') });
	const hard = results(page).filter({ has: page.locator('a:not([href^="/viegli/"])') });
	await expect(easy.first()).toBeVisible();
	await expect(harder(easy.first())).toHaveCount(0);
	await expect(hard.first()).toBeVisible();
	await expect(harder(hard.first())).toHaveText("(nav viegli)");
	await ask(page, "handwriting");
	await expect(results(page).first()).toHaveAttribute("lang", "en");
	await expect(harder(results(page).first())).toHaveText("(nav viegli)");
	await expect(harder(results(page).first())).toHaveAttribute("lang", "lv");
	await field(page).press("Enter");
	await expect(page).toHaveURL(/\/viegli\/meklet\/#handwriting$/);
	await expect(harder(results(page).first())).toHaveText("(nav viegli)");
	await page.goto(PAGE);
	await ask(page, "nauda");
	await expect(results(page).first()).toBeVisible();
	await expect(page.locator(".found a small")).toHaveCount(0);
});

test("small words of another language do not answer for it", async ({ page }) => {
	await page.goto(PAGE);
	await ask(page, "appointment with the dentist");
	await expect(page.locator('.found li[lang="en"] a[href="/en/situations/doctor/"]')).toBeVisible();
});

test("nothing found: the nearest words, help, the index, the sections", async ({ page }) => {
	await page.goto("/meklet/");
	for (const word of ["blorf", "gliptis", "zorbatiks", "zzqqxxw"]) {
		await ask(page, word);
		await expect(status(page)).toContainText("Nekas nav atrasts");
		await expect(page.locator("[data-near]"), word).toBeHidden();
	}
	for (const href of ["#palidziba", "/raditajs/", "#sadalas"]) {
		const link = page.locator(`[data-found-none] a[href="${href}"]`);
		await expect(link).toBeVisible();
		if (href[0] === "#") await expect(page.locator(href)).toHaveCount(1);
	}
	await ask(page, "advkts");
	await page.locator("[data-near] button").first().click();
	await expect(results(page).first()).toBeVisible();
	await expect(page.locator("[data-found-none]")).toBeHidden();
	await expect(field(page)).toBeFocused();
});

test("a link to a part of the page of search is no question", async ({ page }) => {
	await page.goto("/meklet/#blorf");
	await page.locator('[data-found-none] a[href="#palidziba"]').click();
	await expect(page).toHaveURL(/#palidziba$/);
	await expect(field(page)).toHaveValue("blorf");
	await page.goto("/");
	await page.goto("/meklet/#palidziba");
	await expect(results(page).first()).toBeVisible();
	await ask(page, "nauda");
	await page.goBack();
	await expect(field(page)).toHaveValue("palidziba");
});

test("arrows, Escape, Enter, and the way back", async ({ page }) => {
	await page.goto(PAGE);
	await ask(page, "vēstule");
	await page.keyboard.press("ArrowDown");
	await expect(results(page).first().locator("a").first()).toBeFocused();
	// A few results come while somebody types, and then all: the place is kept.
	await expect(results(page)).toHaveCount(10);
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

test("who turns away when the first few come finds all on coming back", async ({ page }) => {
	await page.goto(PAGE);
	await field(page).focus();
	await page.locator(".found ol").waitFor({ state: "attached" });
	await page.evaluate(() => {
		const turnAway = (_, observer) => {
			observer.disconnect();
			document.body.click();
		};
		new MutationObserver(turnAway).observe(document.querySelector(".found ol"), { childList: true });
	});
	await field(page).fill("vēstule");
	await expect(results(page)).toHaveCount(3);
	await expect(page.locator(".found")).toBeHidden();
	await field(page).blur();
	await field(page).focus();
	await expect(results(page)).toHaveCount(10);
	await expect(page.locator(".found")).toBeVisible();
});

test("what was typed just before turning away opens nothing", async ({ page }) => {
	await page.clock.install();
	await page.goto(PAGE);
	await field(page).focus();
	await page.locator(".found ol").waitFor({ state: "attached" });
	await page.evaluate(() => {
		const input = document.querySelector(".find input");
		input.value = "vēstule";
		input.dispatchEvent(new Event("input", { bubbles: true }));
		document.body.click();
	});
	await page.clock.runFor(1000);
	await expect(page.locator(".found")).toBeHidden();
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
	for (const words of ["<img src=x onerror=alert(1)>nauda", ".*+?^${}()|[]\\ nauda", "a".repeat(10000), "nauda ".repeat(1700), "!?.,"]) {
		await page.goto("/");
		await page.goto("/meklet/#" + encodeURIComponent(words));
		await expect(status(page)).not.toBeEmpty();
		await expect(page.locator(".found img")).toHaveCount(0);
	}
	await page.goto("/");
	await page.goto("/meklet/#%E0%A4%A");
	await expect(field(page)).toHaveValue("");
});

// No worker has kept the parts and answers instead of the line.
test.describe("a line alone", () => {
	test("a broken line says so and gives the index", async ({ page }) => {
		await page.goto(PAGE);
		await page.route("**/search/lv/t*.txt", (route) => route.abort());
		await ask(page, "nauda");
		await expect(status(page)).toContainText("nedarbojas");
		await expect(page.locator('[data-found-none] a[href="/raditajs/"]')).toBeVisible();
		await page.unroute("**/search/lv/t*.txt");
		await ask(page, "naudas");
		await expect(results(page).first()).toBeVisible();
	});

	// How many parts of a kind were asked for and did not come.
	async function cut(page, parts) {
		const asked = { times: 0 };
		await page.route(parts, (route) => {
			asked.times++;
			return route.abort();
		});
		return asked;
	}

	test("a question that broke has no more results of the one before", async ({ page }) => {
		await page.goto(PAGE);
		await ask(page, "naudu cietumā");
		await expect(page.locator(".found > button")).toBeVisible();
		await cut(page, "**/search/lv/**");
		await ask(page, "tikšanās bērniem");
		await expect(status(page)).toContainText("nedarbojas");
		await expect(results(page)).toHaveCount(0);
		await expect(page.locator(".found > button")).toBeHidden();
	});

	test("more results that did not come are said, and come when they are asked for again", async ({ page }) => {
		const more = page.locator(".found > button");
		const titles = () => results(page).locator("a b").allTextContents();
		const grow = async (wanted) => {
			for (let count; (count = await results(page).count()) < wanted; ) {
				await more.click();
				await expect.poll(() => results(page).count()).toBeGreaterThan(count);
			}
		};
		const begin = async () => {
			await page.goto(PAGE);
			await ask(page, "cietums");
			await expect(results(page)).toHaveCount(10);
		};
		await begin();
		await grow(40);
		const wanted = (await titles()).slice(0, 40).sort();
		await page.goto("/");
		await begin();
		const asked = await cut(page, "**/search/lv/d*.txt");
		while (!asked.times) {
			const count = await results(page).count();
			await more.click();
			await expect.poll(async () => asked.times || (await results(page).count()) > count).toBeTruthy();
		}
		await expect(status(page)).toContainText("nedarbojas");
		expect((await status(page).boundingBox()).y).toBeGreaterThan((await results(page).last().boundingBox()).y);
		await page.unroute("**/search/lv/d*.txt");
		await grow(40);
		expect((await titles()).slice(0, 40).sort()).toEqual(wanted);
		await expect(status(page)).toContainText("Atrastas lapas");
		expect((await status(page).boundingBox()).y).toBeLessThan((await results(page).first().boundingBox()).y);
	});

	test("more results that do not come for long: says so, and shows them when they do", async ({ page }) => {
		const waiting = [];
		await page.goto(PAGE);
		await ask(page, "cietums");
		await expect(results(page)).toHaveCount(10);
		let [held, count] = [true, 10];
		await page.route("**/search/lv/d*.txt", (route) => (held ? waiting.push(route) : route.continue()));
		while (!waiting.length) {
			count = await results(page).count();
			await page.locator(".found > button").click();
			await expect.poll(async () => waiting.length || (await results(page).count()) > count).toBeTruthy();
		}
		await expect(status(page)).toContainText("nedarbojas");
		expect((await status(page).boundingBox()).y).toBeGreaterThan((await results(page).last().boundingBox()).y);
		held = false;
		for (const route of waiting) await route.continue();
		await expect.poll(() => results(page).count()).toBeGreaterThan(count);
		await expect(status(page)).toContainText("Atrastas lapas");
	});

	test("a question that breaks late takes nothing from the one after it", async ({ page }) => {
		const waiting = [];
		let [held, broken] = [true, 0];
		await page.goto(PAGE);
		await ask(page, "nauda");
		await page.route("**/search/lv/t*.txt", (route) => (held ? waiting.push(route) : ++broken && route.abort()));
		await field(page).fill("tikšanās");
		await expect.poll(() => waiting.length).toBeGreaterThan(0);
		await ask(page, "nauda");
		held = false;
		for (const route of waiting) await route.abort();
		await expect.poll(() => broken).toBeGreaterThan(0);
		// It has been told by then: a request is not answered before those that came earlier.
		await page.evaluate(() => fetch("/robots.txt").then((response) => response.text()));
		await expect(results(page).first()).toBeVisible();
		await expect(status(page)).toContainText("Atrastas lapas");
	});

	test("a script that did not come is asked for again by the next letter", async ({ page }) => {
		let failed = 0;
		await page.route("**/later-search.*", (route) => {
			failed++;
			return route.abort();
		});
		await page.goto(PAGE);
		await field(page).fill("n");
		await expect.poll(() => failed).toBeGreaterThan(0);
		await page.unroute("**/later-search.*");
		await expect
			.poll(async () => {
				await field(page).fill("");
				await field(page).fill("nauda");
				return results(page).count();
			})
			.toBeGreaterThan(0);
	});

	// Browsers before 2026 keep that a script failed: only another address is asked for anew.
	const plain = (name) => RegExp(`/later-${name}\\.\\w+\\.js$`);

	test("a script that did not come says so, gives the index, and is asked for by another address", async ({ page }) => {
		const failed = await cut(page, plain("search"));
		await page.goto(PAGE);
		await field(page).focus();
		await expect(status(page)).toContainText("nedarbojas");
		await expect(page.locator('[data-found-none] a[href="/raditajs/"]')).toBeVisible();
		await page.evaluate(() => document.body.click());
		await expect(page.locator(".found")).toBeHidden();
		await ask(page, "nauda");
		await expect(results(page).first()).toBeVisible();
		await expect(page.locator("[data-found-none]")).toBeHidden();
		expect(failed.times).toBe(1);
	});

	test("what a question needs besides is asked for by another address", async ({ page }) => {
		const failed = await cut(page, plain("(stems|more)"));
		await page.goto(PAGE);
		await ask(page, "handwriting");
		await expect(results(page).first()).toHaveAttribute("lang", "en");
		expect(failed.times).toBe(1);
	});

	test("the page of search whose own script did not come asks again, once for all", async ({ page }) => {
		const failed = await cut(page, plain("page"));
		await page.goto("/meklet/#nauda");
		await expect(status(page)).toContainText("nedarbojas");
		await page.locator(".find button[type=submit]").click();
		await expect(field(page)).toHaveValue("nauda");
		await expect(results(page)).toHaveCount(10);
		await expect(page.locator(".found ol")).toHaveCount(1);
		await ask(page, "paciņa");
		await expect(page).toHaveURL(/#paci%C5%86a$/);
		expect(failed.times).toBe(1);
	});

	test("parts that come late come", async ({ page }) => {
		await page.route("**/search/**", async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 700));
			await route.continue();
		});
		await page.goto("/meklet/#nauda");
		await expect(results(page).first()).toBeVisible();
	});

	test("parts that never come: says so, and what comes after all is shown", async ({ page }) => {
		const waiting = [];
		await page.goto(PAGE);
		await page.route("**/search/lv/t*.txt", (route) => waiting.push(route));
		await ask(page, "nauda");
		await expect(status(page)).toContainText("nedarbojas");
		await expect(page.locator('[data-found-none] a[href="/raditajs/"]')).toBeVisible();
		for (const route of waiting) await route.continue();
		await expect(results(page).first()).toBeVisible();
		await expect(page.locator("[data-found-none]")).toBeHidden();
	});

	// What was read of the site before fits no part of the new one: read anew, once.
	test("a site published between two questions answers the second", async ({ page }) => {
		await page.goto(PAGE);
		await ask(page, "nauda");
		await expect(results(page).first()).toBeVisible();
		let reloaded = 0;
		await page.route("**/search/lv/*.txt", async (route) => {
			const response = await route.fetch();
			const [first, ...rest] = (await response.text()).split("\n");
			reloaded += /index/.test(route.request().url());
			await route.fulfill({ response, body: [first.replace(/[0-9a-f]{8,}/, "00000000"), ...rest].join("\n") });
		});
		await ask(page, "bērns");
		await expect(results(page).first()).toBeVisible();
		expect(reloaded).toBeGreaterThan(0);
		await page.unrouteAll({ behavior: "ignoreErrors" });
	});
});

test.describe("with the worker", () => {
	test.use({ serviceWorkers: "allow" });

	// The site's policy as a header of every file, the worker's too: stricter than in the page, where it
	// stops nothing before it is read.
	test("the strict policy as a header stops nothing, and the worker keeps pages", async ({ page }) => {
		const [, policy] = readFileSync(`${folder}/index.html`, "utf8").match(/http-equiv="Content-Security-Policy" content="([^"]+)"/);
		expect(policy).not.toMatch(/unsafe|wasm/);
		const server = await serve(folder, { "content-security-policy": policy.replaceAll("&#39;", "'") });
		const faults = [];
		page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
		page.on("pageerror", (error) => faults.push(error.message));
		await page.goto(server.url + "/meklet/#peredacha");
		await expect(results(page).first()).toBeVisible();
		await page.evaluate(() => navigator.serviceWorker.ready);
		await expect.poll(() => page.evaluate(async () => (await caches.match("/search/lv/d0.txt")) !== undefined)).toBe(true);
		none(faults);
		await server.close();
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
		await ask(page, "Valmiras cietumss");
		await expect(prison).toBeVisible();
		await ask(page, "zzzvalmiera");
		await expect(status(page)).toContainText("Nekas nav atrasts.");
		await ask(page, "Valmieras cietums");
		await prison.locator("a").first().click();
		await expect(page.locator("h1")).toHaveText("Valmieras cietums");
	});

	// The copy has the words of all pages, but the cards of those alone that it keeps.
	test("without a network more results are all that the phone has, whatever stands between them", async ({ page }) => {
		const server = await serve(folder);
		await page.goto(server.url + PAGE);
		await page.evaluate(() => navigator.serviceWorker.ready);
		await expect.poll(() => page.evaluate(async () => (await caches.match("/?filled")) !== undefined)).toBe(true);
		await page.goto(server.url + "/meklet/");
		await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
		await server.close();
		await ask(page, "cietums tikšanās");
		const kept = await page.evaluate(async () => {
			const { script, index } = document.querySelector(".find").dataset;
			const { askAll } = await import(script);
			const { hits } = await askAll(index.split(" "), "cietums tikšanās", true);
			const cards = await Promise.all(hits.map(([answer, hit]) => answer.index.page(hit.page).catch(() => null)));
			return cards.filter(Boolean).length;
		});
		expect(kept).toBeGreaterThan(10);
		const more = page.locator(".found > button");
		await expect(more).toBeVisible();
		for (let count; (count = await results(page).count()) < kept; ) {
			await more.click();
			await expect.poll(() => results(page).count()).toBeGreaterThan(count);
		}
		await expect(status(page)).toContainText("Atrastas lapas");
	});
});

const LOOKS = [
	{ colorScheme: "light", forcedColors: "none" },
	{ colorScheme: "dark", forcedColors: "none" },
	{ colorScheme: "light", forcedColors: "active" },
	{ colorScheme: "dark", forcedColors: "active" },
];

// axe measures the colours that the style asks for. Forced ones are what is painted: text and the
// nearest background of at least 4.5:1 (WCAG 2.2, 1.4.3).
const dimAsPainted = () => {
	const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
	const light = (colour) => {
		const [r, g, b] = parts(colour).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const backgroundOf = (element) => {
		const { backgroundColor } = getComputedStyle(element);
		const seen = (parts(backgroundColor)[3] ?? 1) > 0;
		return seen || !element.parentElement ? backgroundColor : backgroundOf(element.parentElement);
	};
	const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
	return [...document.querySelectorAll(".top *, .found *")].filter((element) => hasText(element) && element.checkVisibility()).flatMap((element) => {
		const [a, b] = [light(getComputedStyle(element).color), light(backgroundOf(element))].sort((x, y) => y - x);
		return (a + 0.05) / (b + 0.05) < 4.5 ? [`${element.outerHTML.slice(0, 80)}: ${getComputedStyle(element).color} on ${backgroundOf(element)}`] : [];
	});
};

for (const address of [PAGE, "/meklet/", "/ru/poisk/"])
	test(`axe with results open, 320 px, every look: ${address}`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto(address);
		await ask(page, "цена nauda");
		await expect(results(page).first()).toBeVisible();
		await page.evaluate(AXE);
		for (const look of LOOKS) {
			await page.emulateMedia(look);
			const forced = look.forcedColors === "active";
			const violations = await page.evaluate(async (rules) => {
				const found = await axe.run(document, { resultTypes: ["violations"], rules });
				return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
			}, forced ? { "color-contrast": { enabled: false } } : {});
			none(violations, JSON.stringify(look));
			if (forced) none(await page.evaluate(dimAsPainted), JSON.stringify(look));
		}
		expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBeLessThanOrEqual(320);
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
