// Every link of every page leads somewhere: files and anchors, read from the built files.
const { readFileSync, readdirSync, statSync } = require("node:fs");
const path = require("node:path");
const { parse } = require("parse5");
const { expect, none, test } = require("./fixture");
const { allPages, folder, pagesOf, site } = require("./portal");

const SCHEMES = ["https:", "http:", "mailto:", "tel:", "sms:", "geo:", "webcal:"];
const ADDRESSES = new Set(["href", "src", "poster", "action"]);

// The addresses that an attribute holds.
function addresses(name, value) {
	if (ADDRESSES.has(name)) return [value];
	if (name === "srcset") return value.split(",").map((part) => part.trim().split(" ")[0]);
	if (name === "content" && /^\d+; *url=/i.test(value)) return [value.replace(/^.*?url=/i, "")];
	return [];
}

// Adds the ids and links of a node and of all in it.
function visit(node, found) {
	const attributes = node.attrs || [];
	const rel = attributes.find(({ name }) => name === "rel")?.value;
	for (const { name, value } of attributes) {
		if (name === "id") found.ids.add(value);
		for (const address of addresses(name, value)) found.links.push({ tag: node.tagName, rel, value: address });
	}
	for (const child of node.childNodes || []) visit(child, found);
	return found;
}

// The address of every file, as a server gives it.
function files() {
	const names = readdirSync(folder, { recursive: true });
	const real = names.filter((name) => statSync(path.join(folder, name)).isFile());
	return new Set(real.map((name) => "/" + name.replace(/(^|\/)index\.html$/, "$1")));
}

// All tests here run in one process, so that each page is read once.
test.describe.configure({ mode: "default" });

let read;
function documents() {
	read ??= new Map(allPages().map(({ address, html }) => [address, visit(parse(html), { ids: new Set(), links: [] })]));
	return read;
}

// What is wrong with a link on the page `address`, or nothing.
function fault({ value, tag, rel }, address, known, ids) {
	const ours = value.startsWith(site.base_url + "/") || value === site.base_url;
	if (ours && tag === "a") return "leaves a preview: begins with base_url";
	const url = new URL(ours ? value.slice(site.base_url.length) || "/" : value, `http://portal${address}`);
	if (url.host !== "portal") {
		if (!SCHEMES.includes(url.protocol)) return "a scheme that is not allowed";
		if (tag !== "a" && rel !== "canonical" && rel !== "alternate") return "asks another host";
		return null;
	}
	if (!known.has(decodeURIComponent(url.pathname))) return "no such file";
	const anchor = decodeURIComponent(url.hash.slice(1));
	const target = ids.get(decodeURIComponent(url.pathname));
	return anchor && target && !target.ids.has(anchor) ? "no such anchor" : null;
}

test("every link, anchor, picture and style exists", () => {
	const known = files();
	const pages = documents();
	const faults = [];
	let links = 0;
	for (const [address, page] of pages)
		for (const link of page.links) {
			const why = fault(link, address, known, pages);
			links++;
			if (why) faults.push(`${address}: ${link.value}: ${why}`);
		}
	console.log(`${pages.size} pages, ${links} links`);
	expect(links).toBeGreaterThan(10_000);
	none(faults);
});

test("styles ask for nothing", () => {
	const sheets = readdirSync(path.join(folder, "assets")).filter((name) => name.endsWith(".css"));
	expect(sheets.length).toBeGreaterThan(0);
	for (const name of sheets) {
		const text = readFileSync(path.join(folder, "assets", name), "utf8");
		expect(text.match(/url\(|@import|https?:/g), name).toBeNull();
	}
});

// The number of links from home to every page.
function distances(pages) {
	const reached = new Map([["/", 0]]);
	for (const [address, step] of reached)
		for (const { tag, value } of pages.get(address).links) {
			const { host, pathname } = new URL(value, `http://portal${address}`);
			const isPage = tag === "a" && host === "portal" && pages.has(pathname);
			if (isPage && !reached.has(pathname)) reached.set(pathname, step + 1);
		}
	return reached;
}

// A list narrowed twice is a list still, one more link away.
const isNarrowedTwice = (address) => /\/[a-z_]+-[^/]+\/[a-z_]+-[^/]+\/$/.test(address);

test("every page is at most three links from home", () => {
	const reached = distances(documents());
	const far = pagesOf(site.languages[0].code)
		.filter(({ name, address }) => name !== "404.html" && !isNarrowedTwice(address))
		.filter(({ address }) => !(reached.get(address) <= 3))
		.map(({ address }) => `${address}: ${reached.get(address)}`);
	none(far);
});
