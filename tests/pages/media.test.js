// The oracle of what media/ lets out: a real browser runs nothing of it, and asks for
// nothing. Each file is opened by itself, as a reader who follows a link to it would,
// from a server that sends no policy, and no type where it doesn't know the ending.
const { execFileSync } = require("node:child_process");
const { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const http = require("node:http");
const { tmpdir } = require("node:os");
const path = require("node:path");
const { test, expect } = require("@playwright/test");
const { none } = require("./fixture");
const { isEvery, root } = require("./portal");

// What a file does when it runs, or loads: it asks for an address that begins so.
const RUN = "fetch('/ran')";
const LOAD = "/loaded";

// The same numbers each time (Lehmer's generator), so that what fails can be seen again.
function numbers(seed) {
	let state = seed;
	const next = (below) => {
		state = (state * 48271) % 2147483647;
		return state % below;
	};
	return { next, one: (list) => list[next(list.length)] };
}

// --- drawings ------------------------------------------------------------------------

const SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (inside, attributes = "") => `<svg ${SVG} ${attributes}>${inside}</svg>`;

const drawings = {
	plain: svg('<rect width="9" height="9" fill="red"/>'),
	style: svg("<style>rect { fill: url(#a) }</style><rect/>"),
	inside: svg('<use href="#a"/><image href="data:image/gif;base64,R0lGODlhAQABAAAAACw="/>'),
	link: svg('<a href="https://example.org/"><text>x</text></a>'),
	script: svg(`<script>${RUN}</script>`),
	event: svg("", `onload="${RUN}"`),
	far: svg(`<image href="${LOAD}"/>`),
	import: svg(`<style>@import "${LOAD}";</style>`),
	page: svg(`<foreignObject><p xmlns="http://www.w3.org/1999/xhtml" onfocus="${RUN}" tabindex="0" autofocus="">x</p></foreignObject>`),
	prefix: `<x:svg xmlns:x="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/1999/xhtml"><svg:script>${RUN}</svg:script></x:svg>`,
	sheet: `<?xml-stylesheet href="${LOAD}"?>${svg("")}`,
};

const ELEMENTS =
	"g rect text a use image style title desc metadata switch symbol view filter pattern mask textPath linearGradient".split(" ");
const STRANGE = ["script", "foreignObject", "set", "animate", "iframe", "h:script", "h:img", "i:script", "feImage", "handler", "listener"];
const NAMES = "id class style fill stroke filter mask clip-path marker-start cursor href xlink:href x d values type data-a aria-label lang i:onload i:href".split(" ");
const ODD = ["onload", "onfocus", "onbegin", "xml:base", "src", "attributeName", "to", "begin", "srcset", "h:onload"];
const VALUES = [
	"1", "#a", "url(#a)", " url( '#a' ) ", "red", "text/css", RUN, `javascript:${RUN}`, LOAD, `url(${LOAD})`,
	`url("#a"),url(${LOAD})`, `URL(${LOAD})`, `u\\72l(${LOAD})`, `image-set('${LOAD}' 1x)`, `@import '${LOAD}'`,
	`fill:url(${LOAD}#a)`, `*{fill:url(${LOAD})}`, "data:image/png;base64,AA", `data:text/html,<script>${RUN}</script>`,
	`&#106;avascript:${RUN}`, "https://example.org/",
].map((value) => value.replaceAll("<", "&lt;").replaceAll('"', "&quot;"));

function element({ next, one }, depth) {
	const name = next(24) ? one(ELEMENTS) : one(STRANGE);
	const attributes = new Map();
	for (let n = next(3); n > 0; n--) attributes.set(next(24) ? one(NAMES) : one(ODD), one(VALUES));
	const words = [...attributes].map(([key, value]) => ` ${key}="${value}"`).join("");
	const inside = depth && next(2) ? elements({ next, one }, depth - 1) : next(3) ? "" : one(VALUES);
	return `<${name}${words}>${inside}</${name}>`;
}

const elements = (random, depth) => Array.from({ length: 1 + random.next(3) }, () => element(random, depth)).join("");

function madeUp(count) {
	const random = numbers(2026);
	const spaces = 'xmlns:h="http://www.w3.org/1999/xhtml" xmlns:i="http://www.inkscape.org/namespaces/inkscape"';
	return Array.from({ length: count }, () => svg(elements(random, 2), spaces));
}

// --- other kinds ---------------------------------------------------------------------

const PAGE = `<script>${RUN}</script>`;
const STARTS = ["", " \n", "\ufeff", "a", "<!-- -->", "<!DOCTYPE html>", "<p>", "<x>", "<?xml version='1.0'?>", "1\n00:00:00,000 -->\n"];
const BEGINNINGS = { vtt: "WEBVTT\n", ics: "BEGIN:VCALENDAR\n", vcf: "BEGIN:VCARD\n", pdf: "%PDF-1.7\n", rtf: "{\\rtf1 ", gif: "GIF89a", mp3: "ID3", ogg: "OggS" };

function otherKinds() {
	const files = {};
	for (const ext of ["txt", "csv", "srt", "vtt", "ics", "vcf", "pdf", "rtf", "gif", "mp3", "ogg", "jpg", "docx"])
		STARTS.forEach((start, n) => {
			files[`start${n}.${ext}`] = start + PAGE;
			if (BEGINNINGS[ext] && n < 2) files[`behind${n}.${ext}`] = BEGINNINGS[ext] + start + PAGE;
		});
	return files;
}

// --- what tilts lets through ---------------------------------------------------------

// The names of those that a build would publish.
function letThrough(files) {
	const folder = mkdtempSync(path.join(tmpdir(), "tilts-media-"));
	try {
		cpSync(path.join(root, "tests/sites/common"), folder, { recursive: true });
		mkdirSync(path.join(folder, "content/media"));
		for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(folder, "content/media", name), bytes);
		const refused = new Set([...report(folder).matchAll(/\bmedia\/([\w.-]+)/g)].map((match) => match[1]));
		return Object.keys(files).filter((name) => !refused.has(name));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function report(folder) {
	const tilts = process.env.TILTS || path.join(root, "build/tilts");
	try {
		return execFileSync(tilts, ["check", "--now", "2026-11-22"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] }).toString();
	} catch (error) {
		return error.stderr.toString();
	}
}

// --- the browser ---------------------------------------------------------------------

const TYPES = { svg: "image/svg+xml", html: "text/html" };

async function serveFiles(files) {
	const server = http.createServer((request, response) => {
		const name = request.url.slice(1);
		const type = TYPES[name.split(".").pop()];
		response.writeHead(name in files ? 200 : 404, type ? { "content-type": type } : {});
		response.end(files[name] ?? "");
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	return { server, url: `http://127.0.0.1:${server.address().port}` };
}

// What a reader's hand could set off.
async function touchAll(frame) {
	await frame.evaluate(() => {
		for (const element of document.querySelectorAll("*")) {
			for (const kind of ["mouseover", "focus", "focusin", "load", "begin", "toggle"])
				element.dispatchEvent(new Event(kind));
			if (element.localName !== "a") element.dispatchEvent(new MouseEvent("click"));
		}
	}).catch(() => {}); // a frame that shows no document
}

// The names of the files that asked for something, of which nobody asked it.
async function whoAsks(page, files) {
	const { server, url } = await serveFiles(files);
	const asked = new Set();
	const names = Object.keys(files);
	page.on("request", (request) => {
		const wanted = request.url();
		if (wanted.startsWith("http") && !names.some((name) => wanted === `${url}/${name}`) && wanted !== `${url}/frames.html`)
			asked.add(request.frame().url().split("/").pop());
	});
	for (let at = 0; at < names.length; at += 40) {
		files["frames.html"] = names.slice(at, at + 40).map((name) => `<iframe src="${name}"></iframe>`).join("");
		await page.goto(`${url}/frames.html`);
		for (const frame of page.frames().slice(1)) await touchAll(frame);
		await page.evaluate(() => new Promise((done) => setTimeout(done)));
	}
	server.closeAllConnections();
	server.close();
	return [...asked];
}

const pick = (files, names) => Object.fromEntries(names.map((name) => [name, files[name]]));

const HOW_MANY = isEvery ? 6000 : 240;

function candidates() {
	const files = otherKinds();
	for (const [name, bytes] of Object.entries(drawings)) files[`${name}.svg`] = bytes;
	madeUp(HOW_MANY).forEach((bytes, n) => (files[`made${n}.svg`] = bytes));
	return files;
}

test("a browser runs nothing of what media/ lets out, and asks for nothing", async ({ page }) => {
	const files = candidates();
	const names = letThrough(files);
	const out = (pattern) => names.filter((name) => pattern.test(name)).length;
	for (const name of ["plain", "style", "inside", "link"]) expect(names).toContain(`${name}.svg`);
	expect(out(/^made/)).toBeGreaterThan(HOW_MANY / 6);
	expect(out(/^(start|behind)/)).toBeGreaterThan(20);
	none(await whoAsks(page, pick(files, names)));
});

test("it would have told: the same files, unlooked at, run and ask", async ({ page }) => {
	const files = { "page.srt": PAGE, "plain.svg": drawings.plain };
	for (const name of ["script", "event", "far", "import", "prefix", "sheet"]) files[`${name}.svg`] = drawings[name];
	const asked = await whoAsks(page, files);
	expect(asked.sort()).toEqual(["event.svg", "far.svg", "import.svg", "page.srt", "prefix.svg", "script.svg", "sheet.svg"]);
});
