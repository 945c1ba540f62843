// Questions to the portal: how often the right page comes first, and whether the browser's script
// gives the same answers as `tilts search`.
//
//	node compare.mjs PUBLIC QUESTIONS ANSWERS
//
// PUBLIC is the built site, QUESTIONS has lines "language TAB question TAB right pages", ANSWERS is what
// `tilts search --format json -` said to them, a line each. Prints one line a question that the two
// answer differently, then "N questions, N first, N among three, N among ten".
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const [site, questionFile, answerFile] = process.argv.slice(2);
const assets = fileURLToPath(new URL("../../templates/assets/", import.meta.url));
const asModule = (name) => `data:text/javascript;base64,${readFileSync(assets + name).toString("base64")}`;
const lines = (name) => readFileSync(name, "utf8").split("\n").filter((line) => line && !line.startsWith("#"));

// What the script needs of a browser: parts of the index, and where the stems are.
globalThis.document = { querySelector: () => ({ dataset: { stems: asModule("later-stems.js") } }) };
globalThis.fetch = async (url) => {
	try {
		return new Response(readFileSync(path.join(site, url)));
	} catch {
		return new Response("", { status: 404 });
	}
};
const { askAll } = await import(asModule("later-search.js"));

const { languages } = JSON.parse(readFileSync(fileURLToPath(new URL("../../content/site.json", import.meta.url)), "utf8"));
const basesOf = (code) => {
	const others = languages.filter((language) => language.code !== code && !language.of);
	return [code, ...others.map((language) => language.code)].map((other) => `/search/${other}/`);
};

const inBrowser = async (code, question) => {
	const { hits } = await askAll(basesOf(code), question);
	const places = hits.slice(0, 10).map(async ([{ index }, hit]) => {
		const page = await index.page(hit.page);
		return page.url + (hit.section ? `#${page.sections[3 * hit.section - 3]}` : "");
	});
	return Promise.all(places);
};

const answers = lines(answerFile).map((line) => JSON.parse(line));
const counts = { first: 0, three: 0, ten: 0 };
const questions = lines(questionFile).map((line) => line.split("\t"));
for (const [n, [code, question, right]] of questions.entries()) {
	const ours = answers[n].map(({ url, section }) => url + (section ? `#${section}` : ""));
	const theirs = await inBrowser(code, question);
	if (ours.join(" ") !== theirs.join(" ")) console.log(`${code} ${question}:\n  tilts   ${ours.join(" ")}\n  browser ${theirs.join(" ")}`);
	const place = answers[n].findIndex(({ url }) => right?.split(" ").includes(url));
	if (place < 0) continue;
	counts.first += place < 1;
	counts.three += place < 3;
	counts.ten++;
}
console.log(`${questions.length} questions, ${counts.first} first, ${counts.three} among three, ${counts.ten} among ten`);
