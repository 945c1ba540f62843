// Without a network: what was read stays readable, and says from when it is.
const { execFileSync } = require("node:child_process");
const { cpSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const { expect, test } = require("./fixture");
const { exitAddress, folder, root } = require("./portal");
const { DATE, serve } = require("./server");

test.use({ serviceWorkers: "allow" });

const PRISON = "/cietumi/jelgavas-cietums/";

test("a visited page and home are readable when the server is gone", async ({ page }) => {
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
	await expect(bar.locator("time")).toHaveAttribute("datetime", new Date(DATE).toJSON());
	await page.goto(server.url + PRISON.slice(0, -1));
	await expect(page.locator("h1")).toHaveText(title);
	await page.goto(server.url);
	await expect(page.locator(".tiles a")).toHaveCount(6);
	await expect(bar).toBeVisible();
});

// The worker rules the page, and has kept all that it keeps unasked of the page's language.
async function settled(page, address) {
	await page.goto(address);
	await page.evaluate(() => navigator.serviceWorker.ready);
	await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
	await expect.poll(() => page.evaluate(isKept, `${new URL(address).pathname}?filled`)).toBe(true);
}

const isKept = async (address) => (await caches.match(address)) !== undefined;

// Kept unasked, and not because it was visited.
async function isFetched(address) {
	const names = (await caches.keys()).filter((name) => !name.endsWith("visited"));
	const found = await Promise.all(names.map(async (name) => (await caches.open(name)).match(address)));
	return found.some(Boolean);
}

test("prisons and helplines are kept in the language that is read", async ({ page }) => {
	const server = await serve(folder);
	await settled(page, server.url + "/ru/");
	await server.close();
	for (const address of ["/ru/uchrezhdeniya/rigas-centralcietums/", "/ru/pomoshch/telefony/"]) {
		await page.goto(server.url + address);
		await expect(page.locator("[data-offline]")).toBeVisible();
		await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", RegExp(`${address}$`));
	}
});

test("what a lost network left out is fetched at the next page", async ({ page }) => {
	const server = await serve(folder);
	const lost = "/ru/pomoshch/telefony/";
	server.lost = lost;
	await page.goto(server.url + "/ru/");
	await expect.poll(() => server.cuts).toBeGreaterThan(0);
	await expect.poll(() => page.evaluate(isFetched, "/ru/")).toBe(true);
	server.lost = "";
	await expect
		.poll(async () => {
			await page.reload();
			return page.evaluate(isKept, lost);
		})
		.toBe(true);
	await server.close();
});

const renumbered = (body) => body.toString().replace(/(^tilts-search 3 |(?:^|\x1d)[td]\d+\n)[0-9a-f]{8}/g, "$100000000");

// Another site under the same addresses: other numbers of the index; another style or the same, another
// worker or none yet.
const republish = (server, { page = "portal.0000000000.css", worker = "$&" } = {}) => {
	server.alter = (address, body) => {
		if (address.startsWith("/search/")) return renumbered(body);
		if (address.endsWith("/")) return body.toString().replace(/portal\.[0-9a-f]{10}\.css/, page);
		return address === "/sw.js" ? body.toString().replace(/VERSION = "[^"]+"/, worker) : body;
	};
};

// What is kept unasked, by address.
const keptTexts = async () => {
	const texts = {};
	for (const name of await caches.keys()) {
		const cache = await caches.open(name);
		if (name.endsWith("visited")) continue;
		for (const request of await cache.keys()) texts[new URL(request.url).pathname + new URL(request.url).search] = await (await cache.match(request)).text();
	}
	return texts;
};

// Words and cards for searching what is kept.
const partsOf = (kept) => Object.entries(kept).filter(([address]) => /^\/search\/lv\/[td]/.test(address));

test("a site published while the copy is being fetched is not mixed into it", async ({ page }) => {
	const server = await serve(folder);
	let answers = 0;
	server.alter = (address, body) => {
		if (!address.endsWith("/copy.txt")) return body;
		answers++;
		return renumbered(body);
	};
	await page.goto(server.url + "/");
	await expect.poll(() => answers).toBeGreaterThan(0);
	await expect.poll(() => page.evaluate(isFetched, "/palidziba/talruni/")).toBe(true);
	expect(partsOf(await page.evaluate(keptTexts))).toEqual([]);
	republish(server);
	await expect
		.poll(async () => {
			await page.reload();
			return page.evaluate(isKept, "/?filled");
		})
		.toBe(true);
	const kept = await page.evaluate(keptTexts);
	expect(kept["/search/lv/index.txt"]).toMatch(/^tilts-search 3 00000000\n/);
	const parts = partsOf(kept);
	expect(parts.length).toBeGreaterThan(100);
	expect(parts.filter(([, text]) => !text.startsWith("00000000")).map(([address]) => address)).toEqual([]);
	await server.close();
});

// Where each request has a price of its own, as on a slow line, hundreds of small files are dearer than one.
test("what is kept unasked comes in few requests, and is what the site has", async ({ page }) => {
	const server = await serve(folder);
	const asked = new Set();
	server.alter = (address, body) => {
		asked.add(address);
		return body;
	};
	await settled(page, server.url);
	expect(asked.size).toBeLessThan(40);
	const parts = partsOf(await page.evaluate(keptTexts));
	expect(parts.length).toBeGreaterThan(100);
	const others = parts.filter(([address, text]) => text !== readFileSync(path.join(folder, address), "utf8"));
	expect(others.map(([address]) => address)).toEqual([]);
	await server.close();
});

test("a page that needs another site's style is not kept without it", async ({ page }) => {
	const server = await serve(folder);
	server.lost = PRISON;
	await page.goto(server.url + "/");
	await expect.poll(() => server.cuts).toBeGreaterThan(0);
	await expect.poll(() => page.evaluate(isFetched, "/cietumi/")).toBe(true);
	republish(server);
	const { alter } = server;
	let answers = 0;
	server.alter = (address, body) => {
		answers += address === PRISON;
		return alter(address, body);
	};
	server.lost = "";
	await expect
		.poll(async () => {
			await page.reload();
			return answers;
		})
		.toBeGreaterThan(1);
	expect(await page.evaluate(isFetched, PRISON)).toBe(false);
	await server.close();
});

test("a new site's copy takes the old one's place when it is whole", async ({ page }) => {
	const server = await serve(folder);
	const hasNew = async () => (await caches.keys()).some((name) => name.endsWith("later"));
	const copies = async () => (await caches.keys()).filter((name) => !name.endsWith("visited")).length;
	await settled(page, server.url + "/");
	republish(server, { page: "$&", worker: 'VERSION = "later"' });
	server.lost = "/cietumi/";
	await page.reload();
	await expect.poll(() => page.evaluate(hasNew)).toBe(true);
	await expect.poll(() => server.cuts).toBeGreaterThan(0);
	expect(await page.evaluate(isFetched, "/cietumi/")).toBe(true);
	server.lost = "";
	await expect
		.poll(async () => {
			await page.reload();
			return page.evaluate(copies);
		})
		.toBe(1);
	await server.close();
	await page.goto(server.url + PRISON);
	await expect(page.locator("[data-offline] time")).toBeVisible();
});

test.describe("on a line that is paid by what it brings", () => {
	const metered = (server) => {
		const type = 'Object.defineProperty(WorkerNavigator.prototype, "connection", { get: () => ({ type: "cellular" }) });';
		server.asked = [];
		server.alter = (address, body) => {
			server.asked.push(address);
			return address === "/sw.js" ? type + body : body;
		};
	};

	test("what was read and home are kept, and nothing else is fetched", async ({ page }) => {
		const server = await serve(folder);
		metered(server);
		await page.goto(server.url + "/sazina/");
		for (const address of ["/sazina/", "/"]) await expect.poll(() => page.evaluate(isKept, address)).toBe(true);
		await page.goto(server.url + "/sazina/zvani/");
		await expect.poll(() => page.evaluate(isKept, "/sazina/zvani/")).toBe(true);
		expect(server.asked.filter((address) => /later-|^\/search\/|^\/cietumi\//.test(address))).toEqual([]);
		await server.close();
		await page.goto(server.url + "/sazina/");
		await expect(page.locator("[data-offline] time")).toBeVisible();
		await page.goto(server.url + PRISON);
		await expect(page.locator("[data-offline]:not(:has(time))")).toBeVisible();
	});

	test("all is kept when somebody asks for it", async ({ page }) => {
		const server = await serve(folder);
		metered(server);
		await page.goto(server.url + "/ru/uchrezhdeniya/");
		const box = page.locator("[data-keep]");
		await box.getByRole("button").click();
		await expect(box.getByRole("button")).toHaveText("Сохранено.");
		await server.close();
		await page.goto(server.url + "/ru/uchrezhdeniya/rigas-centralcietums/");
		await expect(page.locator("[data-offline] time")).toBeVisible();
		await page.goto(server.url + "/ru/uchrezhdeniya/");
		await expect(box).toBeHidden();
	});

	test("while all is being kept the button says so", async ({ page }) => {
		const server = await serve(folder);
		metered(server);
		const { alter } = server;
		const waits = 'const { fetch: now } = self; let go; const gone = new Promise((resolve) => (go = resolve)); fetch = async (url, ...words) => { if (/[/]search[/]/.test(url)) await gone; return now(url, ...words); };';
		const goes = 'addEventListener("message", ({ data }) => data === "go" && go());';
		server.alter = (address, body) => (address === "/sw.js" ? waits + goes + alter(address, body) : alter(address, body));
		await page.goto(server.url + "/ru/uchrezhdeniya/");
		const button = page.locator("[data-keep]").getByRole("button");
		await button.click();
		await expect(button).toHaveText("Сохраняется…");
		await page.evaluate(async () => (await navigator.serviceWorker.ready).active.postMessage("go"));
		await expect(button).toHaveText("Сохранено.");
		await server.close();
	});

	test("all is kept by the worker of a site that was published since the page came", async ({ page }) => {
		const server = await serve(folder);
		metered(server);
		await page.goto(server.url + "/ru/uchrezhdeniya/");
		const button = page.locator("[data-keep]").getByRole("button");
		await expect(button).toBeVisible();
		const { alter } = server;
		server.alter = (address, body) => (address === "/sw.js" ? alter(address, body).replace(/VERSION = "[^"]+"/, 'VERSION = "later"') : body);
		await page.evaluate(async () => {
			const registration = await navigator.serviceWorker.ready;
			const before = registration.active;
			await registration.update();
			while (registration.active === before) await new Promise((resolve) => setTimeout(resolve, 50));
		});
		await button.click();
		await expect(button).toHaveText("Сохранено.");
		await server.close();
	});
});

test("a file that is opened is not kept as a page", async ({ page }) => {
	const server = await serve(folder);
	await settled(page, server.url);
	await page.goto(server.url + "/sitemap.xml");
	await page.goto(server.url + "/sazina/");
	await expect.poll(() => page.evaluate(isKept, "/sazina/")).toBe(true);
	expect(await page.evaluate(isKept, "/sitemap.xml/")).toBe(false);
	await server.close();
});

test("what was never kept leads home and says so", async ({ page }) => {
	const server = await serve(folder);
	await settled(page, server.url);
	await server.close();
	await page.goto(server.url + "/palidziba/nauda/");
	await expect(page.locator("[data-offline]:not(:has(time))")).toBeVisible();
	await expect(page.locator(".tiles a")).toHaveCount(6);
});

test("a slow network is waited for where there is no copy", async ({ page }) => {
	const server = await serve(folder);
	await settled(page, server.url);
	server.delay = 4000;
	await page.goto(server.url + "/palidziba/nauda/");
	await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", /\/palidziba\/nauda\/$/);
	await expect(page.locator("[data-offline]")).toBeHidden();
	await server.close();
});

test("a page that can be left quickly is not kept", async ({ page }) => {
	const server = await serve(folder);
	await settled(page, server.url);
	await page.goto(server.url + exitAddress());
	await expect(page.locator("[data-exit]").first()).toBeAttached();
	await page.goto(server.url + "/sazina/");
	await expect.poll(() => page.evaluate(isKept, "/sazina/")).toBe(true);
	expect(await page.evaluate(isKept, exitAddress())).toBe(false);
	await server.close();
});

test("a page that got the button to leave quickly is forgotten", async ({ page }) => {
	const server = await serve(folder);
	const address = "/sazina/zvani/";
	await settled(page, server.url);
	await page.goto(server.url + address);
	await expect.poll(() => page.evaluate(isKept, address)).toBe(true);
	server.alter = (name, body) => (name === address ? body.toString().replace("<main", "<main data-exit") : body);
	await page.reload();
	await expect(page.locator("main[data-exit]")).toBeAttached();
	await expect.poll(() => page.evaluate(isKept, address)).toBe(false);
	await server.close();
});

test("a phone that has no room for a page's new text keeps the old one", async ({ page }) => {
	const server = await serve(folder);
	const address = "/sazina/zvani/";
	const full = 'const put = Cache.prototype.put; Cache.prototype.put = function (url, response) { return /zvani/.test(url) && caches.full ? Promise.reject(new DOMException("", "QuotaExceededError")) : put.call(this, url, response); };';
	const fill = 'addEventListener("message", ({ data }) => { if (data === "full") caches.full = true; });';
	server.alter = (name, body) => (name === "/sw.js" ? full + fill + body : body);
	await settled(page, server.url);
	await page.goto(server.url + address);
	await expect.poll(() => page.evaluate(isKept, address)).toBe(true);
	await page.evaluate(() => navigator.serviceWorker.controller.postMessage("full"));
	await page.reload();
	await page.goto(server.url + "/sazina/");
	await expect.poll(() => page.evaluate(isKept, "/sazina/")).toBe(true);
	await server.close();
	await page.goto(server.url + address);
	await expect(page.locator("[data-offline] time")).toBeVisible();
	await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", RegExp(`${address}$`));
});

test("a phone that cannot open its copies has styles and scripts from the line, and hears that nothing was saved", async ({ page }) => {
	const server = await serve(folder);
	const broken = 'const { open } = CacheStorage.prototype; CacheStorage.prototype.open = function (name) { return this.broken ? Promise.reject(new DOMException("", "UnknownError")) : open.call(this, name); };';
	const breaks = 'addEventListener("message", ({ data }) => { if (data === "break") caches.broken = true; });';
	const metered = 'Object.defineProperty(WorkerNavigator.prototype, "connection", { get: () => ({ type: "cellular" }) });';
	server.alter = (name, body) => (name === "/sw.js" ? metered + broken + body + breaks : body);
	await page.goto(server.url + "/cietumi/");
	const button = page.locator("[data-keep]").getByRole("button");
	await expect(button).toBeVisible();
	await page.evaluate(async () => (await navigator.serviceWorker.ready).active.postMessage("break"));
	await page.reload();
	await expect(page.locator(".find")).toHaveCSS("display", "flex");
	await button.click();
	await expect(button).toContainText("nav saglabāts");
	await server.close();
});

test("a server in trouble is no reason to show nothing", async ({ page }) => {
	const server = await serve(folder);
	const address = "/sazina/zvani/";
	await settled(page, server.url);
	await page.goto(server.url + address);
	await expect.poll(() => page.evaluate(isKept, address)).toBe(true);
	server.trouble = true;
	await page.reload();
	await expect(page.locator("[data-offline] time")).toBeVisible();
	const never = await page.goto(server.url + "/palidziba/nauda/");
	expect(never.status()).toBe(503);
	await server.close();
});

test("switched off, the worker leaves and takes the copy along", async ({ page }, info) => {
	const place = info.outputPath("public");
	for (const name of ["index.html", "404.html", "assets", "cietumi", "palidziba", "search", "sw.js"])
		cpSync(path.join(folder, name), path.join(place, name), { recursive: true });
	const server = await serve(place);
	await settled(page, server.url);
	writeFileSync(path.join(place, "sw.js"), switchedOff(info.outputPath("off")));
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
	await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0);
	await expect
		.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
		.toBe(0);
	await server.close();
});

// What `offline: false` makes of /sw.js.
function switchedOff(place) {
	cpSync(path.join(root, "tests/sites/common"), place, { recursive: true });
	const config = path.join(place, "content/site.json");
	const site = JSON.parse(readFileSync(config, "utf8"));
	writeFileSync(config, JSON.stringify({ ...site, offline: false }));
	execFileSync(path.join(root, "build/tilts"), ["build", "--now", "2026-11-22"], { cwd: place });
	return readFileSync(path.join(place, "public/sw.js"), "utf8");
}
