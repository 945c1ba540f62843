// A reader at a real host: reads, comes back when something new is published, then loses the network.
// hosts.t starts the host at ORIGIN, reads from the pipe DEEDS what is to happen there (stop; start; publish with
// the title that /sazina/ gets) and says in DONE that it has. COMPRESSED: the host sends what --compress wrote.
const { execFileSync } = require("node:child_process");
const { writeFileSync } = require("node:fs");
const { expect, test } = require("@playwright/test");

const { COMPRESSED, ORIGIN } = process.env;
const atHost = (deed) => execFileSync("sh", ["-c", 'echo "$1" >"$DEEDS" && read -r _ <"$DONE"', "sh", deed]);

test.use({ serviceWorkers: "allow" });

const PAGE = "/sazina/";
const PRISON = "/cietumi/valmieras-cietums/";

const heading = (page) => page.locator("h1");
const isSaved = (page) => page.locator("[data-offline] time");
const copies = () => caches.keys().then((names) => names.filter((name) => !name.endsWith("visited")));
const isKept = async (address) => (await caches.match(address)) !== undefined;

// The copy of the page's language is whole, and no other lies beside it.
const settled = async (page, address) => {
	await page.evaluate(() => navigator.serviceWorker.ready);
	await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
	await expect.poll(() => page.evaluate(isKept, `${address}?filled`)).toBe(true);
	await expect.poll(async () => (await page.evaluate(copies)).length).toBe(1);
	return (await page.evaluate(copies))[0];
};

const open = async (page, address) => {
	const response = await page.goto(ORIGIN + address);
	return { status: response.status(), headers: response.headers() };
};

async function readsOnline(page) {
	const home = await open(page, "/");
	expect(home.status).toBe(200);
	expect(home.headers["cache-control"]).toBe("no-cache");
	if (COMPRESSED) expect(home.headers["content-encoding"]).toMatch(/^(br|gzip)$/);
	for (const [address, language] of [["/ru/", "ru"], ["/en/", "en"], ["/viegli/", "lv"]]) {
		expect((await open(page, address)).status, address).toBe(200);
		await expect(page.locator("html")).toHaveAttribute("lang", language);
	}
	await open(page, "/cietumi");
	expect(new URL(page.url()).pathname).toBe("/cietumi/");
	await open(page, "/viegli/talruni/");
	await expect.poll(() => new URL(page.url()).pathname).toBe("/viegli/palidziba/talruni/");
	for (const [address, language] of [["/nav/te", "lv"], ["/ru/nav/te/", "ru"]]) {
		expect((await open(page, address)).status, address).toBe(404);
		await expect(page.locator("html")).toHaveAttribute("lang", language);
	}
}

async function seesWhatIsNew(page) {
	const title = `Vēl ${Math.floor(process.uptime() * 1e6)}`;
	await open(page, PAGE);
	const first = await settled(page, "/");
	atHost(`publish ${title}`);
	await open(page, PAGE);
	await expect(heading(page)).toHaveText(title);
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
	await expect
		.poll(async () => {
			await page.reload();
			return page.evaluate(copies);
		})
		.not.toContain(first);
	await settled(page, "/");
	return title;
}

async function readsOffline(page, title) {
	await page.goto(ORIGIN + PAGE);
	await expect(heading(page)).toHaveText(title);
	await expect(isSaved(page)).toBeVisible();
	await page.goto(ORIGIN + "/palidziba/nauda/");
	await expect(page.locator("[data-offline]:not(:has(time))")).toBeVisible();
	await page.goto(ORIGIN + PRISON);
	await expect(isSaved(page)).toBeVisible();
	const phone = page.locator('main a[href^="tel:"]').first();
	await expect(phone).toBeVisible();
	return phone.innerText();
}

async function printsOffline(page, number, place) {
	writeFileSync(place, await page.pdf());
	const text = execFileSync("pdftotext", [place, "-"], { encoding: "utf8" });
	expect(text).toContain("Valmieras cietums");
	expect(text.replace(/\s/g, "")).toContain(number.replace(/\s/g, ""));
}

async function searchesOffline(page) {
	await page.goto(ORIGIN + "/meklet/");
	await page.locator(".find input").fill("Valmieras cietums");
	const prison = page.locator(`.found li:has(a[href^="${PRISON}"])`);
	await expect(prison).toContainText("ir tālrunī");
	await prison.locator("a").first().click();
	await expect(heading(page)).toHaveText("Valmieras cietums");
}

test("reads, comes back, loses the network and gets it again", async ({ page }, info) => {
	const faults = [];
	page.on("pageerror", (error) => faults.push(error.message));
	await readsOnline(page);
	const title = await seesWhatIsNew(page);
	atHost("stop");
	const number = await readsOffline(page, title);
	await printsOffline(page, number, info.outputPath("prison.pdf"));
	await searchesOffline(page);
	atHost("start");
	await open(page, PAGE);
	await expect(heading(page)).toHaveText(title);
	await expect(isSaved(page)).toBeHidden();
	expect(faults).toEqual([]);
});
