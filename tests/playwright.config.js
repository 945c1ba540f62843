// The built portal in Debian's Chromium. `make pages` builds build/portal first.
const { defineConfig } = require("@playwright/test");

module.exports = defineConfig({
	testDir: "pages",
	outputDir: "../build/tests/pages",
	fullyParallel: true,
	workers: 2,
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
		contextOptions: { reducedMotion: "reduce" },
		launchOptions: {
			executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
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
