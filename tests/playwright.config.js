// The built portal in Debian's Chromium. `make pages` builds build/portal first.
const { existsSync } = require("node:fs");
const { availableParallelism } = require("node:os");
const { defineConfig } = require("@playwright/test");

// The same engine without windows opens a page at a third of the cost.
const CHROMIUM = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find(existsSync);

module.exports = defineConfig({
	testDir: "pages",
	outputDir: "../build/tests/pages",
	fullyParallel: true,
	workers: Math.max(2, availableParallelism()),
	// Bounds against hanging, not against a slow machine.
	timeout: process.env.EVERY_PAGE || process.env.LONG ? 0 : 1_200_000,
	expect: { timeout: 120_000 },
	reporter: [["list"]],
	use: {
		actionTimeout: 120_000,
		navigationTimeout: 120_000,
		browserName: "chromium",
		locale: "lv-LV",
		timezoneId: "Europe/Riga",
		// Each test has a new profile: a worker would keep its pages there anew. Tests of what
		// it does let it in.
		serviceWorkers: "block",
		contextOptions: { reducedMotion: "reduce" },
		launchOptions: {
			executablePath: process.env.CHROMIUM || CHROMIUM,
			args: [
				"--no-sandbox",
				"--disable-gpu",
				"--disable-quic",
				"--no-first-run",
				"--disable-background-networking",
				"--disable-component-update",
				"--disable-sync",
			],
		},
	},
});
