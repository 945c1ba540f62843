// The built portal as the tests see it: its pages, and the few of them that show
// every kind of element there is.
const { existsSync, readFileSync, readdirSync } = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");
const folder = path.join(root, "build/portal");
const site = JSON.parse(readFileSync(path.join(root, "content/site.json"), "utf8"));
// The day for which `make pages` builds: in winter, and none of the portal's facts was checked later.
const today = readFileSync(path.join(__dirname, "day"), "utf8").trim();
const languages = site.languages.map((language) => language.code);

// /en/contact/ is English; what is below no other language's path is of the first one.
function languageOf(address) {
	const first = address.split("/")[1];
	const found = site.languages.find((language) => language.path !== "" && language.path === first);
	return (found || site.languages[0]).code;
}

function readPage(name) {
	const address = "/" + name.replace(/(^|\/)index\.html$/, "$1");
	const html = readFileSync(path.join(folder, name), "utf8");
	const redirect = html.includes('http-equiv="refresh"');
	return { address, name, html, redirect, language: languageOf(address) };
}

let pages;
// Every page, by address.
function allPages() {
	pages ??= readdirSync(folder, { recursive: true })
		.filter((name) => name.endsWith(".html"))
		.sort()
		.map(readPage);
	return pages;
}

// Written by hand in the default language, and not made of a record.
const isWritten = ({ address }) =>
	[`${address}index.md`, address.replace(/\/$/, ".md")]
		.map((name) => path.join(root, "content", languages[0], name))
		.some(existsSync);

// What people read: no redirects.
const pagesOf = (language) => allPages().filter((page) => page.language === language && !page.redirect);

// The address of a page with the leave-quickly button.
const exitAddress = () => pagesOf(languages[0]).find(({ html }) => html.includes("data-exit")).address;

const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)/g;

// EVERY_PAGE=1: no sample is taken, each page is looked at. That takes hours.
const isEvery = process.env.EVERY_PAGE !== undefined;
// LONG=1, as in `make check`: looks that take a quarter of an hour.
const isLong = isEvery || process.env.LONG !== undefined;

// The whole guide on one page, as long as thirty others, which it is made of.
const isBooklet = ({ html }) => html.includes('<body class="booklet">');
const booklets = () => languages.flatMap(pagesOf).filter(isBooklet);

const kinds = { true: new Map(), false: new Map() };

// Every kind of element of a page: its tag, classes, names of attributes, and, where the
// look is to be a close one, what it is in.
function features(html, close) {
	if (!kinds[close].has(html)) kinds[close].set(html, read(html, close));
	return new Set(kinds[close].get(html));
}

function read(html, close) {
	const found = new Set();
	const around = [""];
	for (const [, end, tag, rest] of html.matchAll(TAG)) {
		if (end) {
			around.pop();
			continue;
		}
		const names = [...rest.matchAll(/\s([a-z-]+)(?:="[^"]*")?/g)].map((match) => match[1]);
		const classes = (rest.match(/\sclass="([^"]*)"/) || ["", ""])[1];
		const own = `${tag} ${classes}`;
		found.add([close && around.at(-1), own, ...names.sort()].join(" "));
		if (!VOID.has(tag)) around.push(own);
	}
	return found;
}

const samples = new Map();

// The fewest pages, roughly, that together hold every kind of element of all: so a new
// template, part or embed is looked at without being named anywhere. A long look is a close
// one in the default language (templates differ little in the others), and takes booklets in.
function sample(language, close = isLong && language === languages[0]) {
	const key = `${language} ${close}`;
	if (!samples.has(key)) samples.set(key, isEvery ? pagesOf(language) : choose(language, close));
	return samples.get(key);
}

// Home and the page for what is missing are in every sample.
const isAlways = ({ name, language }) => {
	const { path: below } = site.languages.find(({ code }) => code === language);
	return ["index.html", "404.html"].some((last) => name === path.join(below, last));
};

// Nothing is chosen for what is `known`.
function choose(language, close, known = []) {
	const pages = pagesOf(language).filter((page) => isLong || !isBooklet(page));
	const rest = pages.map((page) => ({ page, left: features(page.html, close) }));
	const chosen = [];
	const forget = (some) => {
		for (const { left } of rest) for (const feature of some) left.delete(feature);
	};
	const take = ({ page, left }) => {
		chosen.push(page);
		forget([...left]);
	};
	forget(known);
	rest.filter(({ page }) => isAlways(page)).forEach(take);
	for (;;) {
		const best = rest.reduce((a, b) => (b.left.size > a.left.size ? b : a));
		if (best.left.size === 0) return chosen;
		take(best);
	}
}

// Pages in parts, each the work of one test: {title, pages}.
function parts(pages, size = 16) {
	const list = [];
	for (let at = 0; at < pages.length; at += size) {
		const some = pages.slice(at, at + size);
		list.push({ title: `${some[0].language} ${at + 1}-${at + some.length}`, pages: some });
	}
	return list;
}

// The samples of all languages, or of some, in parts.
const sampleParts = (codes = languages, close) => codes.flatMap((code) => parts(sample(code, close)));

// For what does not depend on words: the sample of the default language, and of each other
// what only that one has. In a long look the samples of all.
function sampleOnce() {
	if (isLong) return sampleParts(languages, false);
	const known = new Set(pagesOf(languages[0]).flatMap(({ html }) => [...features(html, false)]));
	const others = languages.slice(1).flatMap((code) => parts(choose(code, false, known)));
	return [...sampleParts(languages.slice(0, 1)), ...others];
}

module.exports = {
	today,
	allPages,
	booklets,
	exitAddress,
	folder,
	isBooklet,
	isEvery,
	isLong,
	isWritten,
	languages,
	pagesOf,
	parts,
	root,
	sample,
	sampleOnce,
	sampleParts,
	site,
};
