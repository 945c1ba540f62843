// A reader's walk at each host (hosts.t), with the settings of the other pages.
const pages = require("../playwright.config.js");

module.exports = { ...pages, testDir: ".", outputDir: "../../build/tests/hosts", workers: 1, timeout: 1_200_000 };
