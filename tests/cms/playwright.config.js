// The form for editors in Debian's Chromium, with the settings of the other pages.
const pages = require("../playwright.config.js");

module.exports = { ...pages, testDir: ".", outputDir: "../../build/tests/cms", workers: 1, timeout: 600_000 };
