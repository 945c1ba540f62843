// Words in another language say so, for those who listen. Letters tell Cyrillic from
// Latin, and Latvian from English in texts as long as a question to an institution.
const { parse } = require("parse5");
const { none, test } = require("./fixture");
const { allPages } = require("./portal");

const attribute = (node, name) => (node.attrs || []).find((one) => one.name === name)?.value;
const isCyrillic = (text) => /\p{Script=Cyrillic}{2}/u.test(text);
const isLatvian = (text) => (text.match(/[āčēģīķļņšūž]/gi) || []).length > 1;

// Calls look(text, language, node) for every text of the page.
function read(node, language, look) {
	const own = attribute(node, "lang") ?? language;
	if (node.nodeName === "#text") look(node.value, own, node.parentNode);
	if (node.nodeName === "script") return;
	for (const child of node.childNodes || []) read(child, own, look);
}

test("what is written in Cyrillic letters is Russian", () => {
	const faults = [];
	for (const { address, html } of allPages())
		read(parse(html), "", (text, language) => {
			if (isCyrillic(text) && language !== "ru") faults.push(`${address}: ${language}: ${text.trim()}`);
		});
	none(faults);
});

test("questions to institutions are marked as Latvian", () => {
	const faults = [];
	for (const { address, html } of allPages())
		read(parse(html), "", (text, language, { attrs }) => {
			const isAsked = (attrs || []).some(({ name, value }) => name === "class" && value === "ask-text");
			if (isAsked && isLatvian(text) !== (language === "lv")) faults.push(`${address}: ${language}: ${text}`);
		});
	none(faults);
});
