// Pagefind and MiniSearch beside our own search, on the same built pages and the same questions: what their
// index costs to make, what the first question costs a reader in bytes, how often the right page comes first and
// among three. Both come from npm, into build/peers.
//
//	node peers.mjs PUBLIC [QUESTIONS]
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { lines, root } from "../search/browser.mjs";
import { inChromium } from "./chromium.mjs";

const [site, questionFile = path.join(root, "tests/search/questions.tsv")] = process.argv.slice(2);
const questions = lines(questionFile).map((line) => line.split("\t"));
const { languages } = JSON.parse(readFileSync(path.join(root, "content/site.json"), "utf8"));
const tagOf = (code) => languages.find((language) => language.code === code).of ?? code;

const build = path.join(root, "build/peers");
if (!existsSync(path.join(build, "node_modules/minisearch"))) {
	console.log("Installing from npm: pagefind, minisearch");
	mkdirSync(build, { recursive: true });
	execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", build, "pagefind@1.6.0", "minisearch@7.2.0"]);
}
const require = createRequire(path.join(build, "package.json"));

const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const tell = (name, cpu, bytes, places) => {
	const among = (n) => places.filter((place) => place >= 0 && place < n).length;
	console.log(`${name}: index ${cpu.toFixed(1)} cpu s; first question ${middle(bytes)} bytes in the middle; of ${places.length} questions ${among(1)} first, ${among(3)} among three`);
};
const placeOf = (urls, right) => urls.findIndex((url) => right.split(" ").includes(new URL(url, "http://x").pathname.replace(/(?<=.)\/$/, "")));

/* --- Pagefind ------------------------------------------------------------------------- */

const tool = path.join(build, "node_modules/.bin/pagefind");
const made = path.join(build, "pagefind");
// The shell's own account of its children: the second line of `times`.
const ran = spawnSync("sh", ["-c", '"$@" >/dev/null 2>&1 || echo failed; times', "sh", tool, "--site", site, "--output-path", made], { encoding: "utf8" });
if (ran.stdout.startsWith("failed")) throw Error("pagefind failed");
const cpu = [...ran.stdout.split("\n")[1].matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + 60 * m + +s, 0);

// In the page: one question, as its own interface asks it; the pages of the first three.
const ask = async (question) => {
	window.pagefind ??= await import("/pagefind/pagefind.js");
	const { results } = await window.pagefind.search(question);
	return Promise.all(results.slice(0, 3).map(async (result) => (await result.data()).url));
};

let sum = 0;
const firsts = [];
const places = [];
const work = async (page, address) => {
	await page.route("**/blank-*", (route) => route.fulfill({ contentType: "text/html", body: `<html lang="${route.request().url().split("-").pop()}">` }));
	const languages = new Set();
	for (const [code, question, right] of questions) {
		const isFirst = !languages.has(code);
		if (isFirst) await page.goto(`${address}/blank-${tagOf(code)}`);
		languages.add(code);
		sum = 0;
		places.push(placeOf(await page.evaluate(ask, question), right));
		if (isFirst) firsts.push(sum);
	}
};
await inChromium({ "/pagefind/": made, "/": site }, work, (bytes) => (sum += bytes));
tell("Pagefind", cpu, firsts, places);

/* --- MiniSearch ------------------------------------------------------------------------- */

const MiniSearch = require("minisearch");
const plain = (html) => html.replace(/<(script|style|nav|svg)[^]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " ").replace(/&[#\w]+;/g, " ");
const first = (html, pattern) => plain((html.match(pattern) ?? ["", ""])[1]);

const documents = new Map();
for (const name of readdirSync(site, { recursive: true }).filter((name) => name.endsWith("index.html"))) {
	const html = readFileSync(path.join(site, name), "utf8");
	const main = (html.match(/<main[^]*<\/main>/) ?? [""])[0];
	const tag = (html.match(/<html[^>]* lang="([a-z]+)/) ?? ["", "lv"])[1];
	if (!documents.has(tag)) documents.set(tag, []);
	const heads = [...main.matchAll(/<h[2-6][^>]*>([^]*?)<\/h[2-6]>/g)].map(([, text]) => plain(text)).join(" ");
	documents.get(tag).push({ id: `/${name.replace(/index\.html$/, "")}`, title: first(html, /<title>([^<]*)/), heads, text: plain(main) });
}
const start = process.cpuUsage();
const fields = ["title", "heads", "text"];
const indexes = new Map();
for (const [tag, list] of documents) {
	const index = new MiniSearch({ fields });
	index.addAll(list);
	indexes.set(tag, index);
}
const used = process.cpuUsage(start);
const library = brotliCompressSync(readFileSync(require.resolve("minisearch"))).length;
const weights = [...indexes.values()].map((index) => library + brotliCompressSync(JSON.stringify(index)).length);
const options = { prefix: true, fuzzy: 0.2, boost: { title: 4, heads: 2 } };
tell(
	"MiniSearch",
	(used.user + used.system) / 1e6,
	weights,
	questions.map(([code, question, right]) => placeOf(indexes.get(tagOf(code)).search(question, options).map(({ id }) => id), right))
);
