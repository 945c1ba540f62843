// What a phone needs to put the portal on its screen. Whether it could is known to the whole browser
// alone, not to the one without windows.
const { existsSync } = require("node:fs");
const config = require("../playwright.config");
const { expect, test } = require("./fixture");

const CHROMIUM = "/usr/bin/chromium";

test.use({ launchOptions: { ...config.use.launchOptions, executablePath: CHROMIUM } });
test.skip(!existsSync(CHROMIUM), "no whole Chromium here");

test("the browser takes the manifest of each language, and could put it on a phone's screen", async ({ page, portal }) => {
	const client = await page.context().newCDPSession(page);
	for (const home of ["/", "/ru/", "/en/", "/viegli/"]) {
		await page.goto(home);
		const manifest = await client.send("Page.getAppManifest");
		expect(manifest.errors, home).toEqual([]);
		const said = JSON.parse(manifest.data);
		expect(said.start_url).toBe(home);
		expect(said.icons.map((icon) => icon.purpose)).toEqual(["any", "maskable"]);
		for (const { src } of said.icons) expect((await page.request.get(portal.url + src)).ok(), src).toBe(true);
		const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
		// A window that keeps nothing installs nothing: the only thing that is wrong here.
		expect(installabilityErrors.map((error) => error.errorId), home).toEqual(["in-incognito"]);
	}
});
