// Words in another language say so, for those who listen. Letters tell Cyrillic from
// Latin, and Latvian from English in texts as long as a question to an institution.
const { parse } = require("parse5");
const { none, test } = require("./fixture");
const { allPages, pagesOf, site } = require("./portal");

const attribute = (node, name) => (node.attrs || []).find((one) => one.name === name)?.value;
const isCyrillic = (text) => /\p{Script=Cyrillic}{2}/u.test(text);
const ASKED = "ask-text";
const isLatvian = (text) => (text.match(/[āčēģīķļņšūž]/gi) || []).length > 1;

// Calls look(text, language, node) for every text of the page.
function read(node, language, look) {
	const own = attribute(node, "lang") ?? language;
	if (node.nodeName === "#text") look(node.value, own, node.parentNode);
	if (node.nodeName === "script") return;
	for (const child of node.childNodes || []) read(child, own, look);
}

test("Cyrillic letters are Russian, and questions to institutions marked as Latvian", () => {
	const faults = [];
	for (const { address, html } of allPages().filter((page) => isCyrillic(page.html) || page.html.includes(ASKED)))
		read(parse(html), "", (text, language, { attrs }) => {
			if (isCyrillic(text) && language !== "ru") faults.push(`${address}: ${language}: ${text.trim()}`);
			const isAsked = (attrs || []).some(({ name, value }) => name === "class" && value === ASKED);
			if (isAsked && isLatvian(text) !== (language === "lv")) faults.push(`${address}: ${language}: ${text}`);
		});
	none(faults);
});

// An easy page's links stay among easy pages, or say in their own words that they do not.
const easyOnes = site.languages.filter((language) => language.of);
const wordsFor = ({ code }) => require(`../../templates/strings/${code}.json`).harder;

function linksOf(node, found = []) {
	if (node.nodeName === "svg" || attribute(node, "class") === "langs") return found;
	if (node.nodeName === "a") found.push(node);
	for (const child of node.childNodes || []) linksOf(child, found);
	return found;
}

const textOf = (node) => node.value ?? (node.childNodes || []).map(textOf).join("");

test("a link from an easy page to one that is not easy says so", () => {
	const faults = [];
	for (const easy of easyOnes)
		for (const { address, html } of pagesOf(easy.code))
			for (const link of linksOf(parse(html))) {
				const goal = attribute(link, "href");
				const leaves = /^\/(?!\/)[^.]*$/.test(goal) && !goal.startsWith(`/${easy.path}/`);
				if (leaves !== textOf(link).includes(wordsFor(easy))) faults.push(`${address}: ${goal}`);
			}
	none(faults);
});
