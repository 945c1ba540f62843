// Every page of the default language, and every kind of element in the others (LONG=1: every
// page), is valid HTML, by html-validate's recommended rules but three: names of laws
// make titles long; styles keep a number on one line, and the words after it need not be
// (tel-non-breaking); an id may begin with a digit, as headings that are years do.
const { HtmlValidate } = require("html-validate");
const { none, test } = require("./fixture");
const { allPages, isLong, languages, sample } = require("./portal");
const rules = require("./html-rules.json");

for (const language of languages)
	test(`valid HTML: ${language}`, () => {
		const validate = new HtmlValidate(rules);
		const faults = [];
		const all = allPages().filter((page) => page.language === language);
		const pages = isLong || language === languages[0] ? all : sample(language);
		for (const { address, html } of pages)
			for (const { messages } of validate.validateStringSync(html, address).results)
				for (const { line, column, ruleId, message } of messages)
					faults.push(`${address}:${line}:${column}: ${message} [${ruleId}]`);
		none(faults);
	});
