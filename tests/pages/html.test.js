// Every page that is written by hand in the default language, and every kind of element in each
// (LONG=1: every page), is valid HTML, by html-validate's recommended rules but three: names of
// laws make titles long; styles keep a number on one line, and the words after it need not be
// (tel-non-breaking); an id may begin with a digit, as headings that are years do.
const { HtmlValidate } = require("html-validate");
const { none, test } = require("./fixture");
const { allPages, isLong, isWritten, languages, parts, sample } = require("./portal");
const rules = require("./html-rules.json");

// Pages to look at: a page of a record has nothing that its template and its texts have not.
function chosen(language) {
	const all = allPages().filter((page) => page.language === language);
	if (isLong) return all;
	const kinds = sample(language);
	return all.filter((page) => isWritten(page) || kinds.includes(page));
}

for (const { title, pages } of languages.flatMap((language) => parts(chosen(language), 64)))
	test(`valid HTML: ${title}`, () => {
		const validate = new HtmlValidate(rules);
		const faults = [];
		for (const { address, html } of pages)
			for (const { messages } of validate.validateStringSync(html, address).results)
				for (const { line, column, ruleId, message } of messages)
					faults.push(`${address}:${line}:${column}: ${message} [${ruleId}]`);
		none(faults);
	});

// What is named for those who hear the page has a name: validators let an empty one pass.
test("no name is empty", () =>
	none(allPages().filter(({ html }) => /\saria-label="\s*"/.test(html)).map(({ address }) => address)));
