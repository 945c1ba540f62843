// Questions to the portal: how often the right page comes first, and whether the browser's script
// gives the same answers with the same sentences as `tilts search`.
//
//	node compare.mjs PUBLIC QUESTIONS ANSWERS [SITE.JSON]
//
// PUBLIC is the built site (of SITE.JSON, if it is not the portal), QUESTIONS has lines "language TAB question TAB right
// pages TAB place of the first of them" (0: not among ten), ANSWERS is what `tilts search --format json -` said to them, a line each. Prints one line
// a question that the two answer differently or whose right page has another place, then "N questions, N first,
// N among three, N among ten". With UPDATE in the environment the places are written into QUESTIONS.
import { readFileSync, writeFileSync } from "node:fs";
import { basesOf, lines, open } from "./browser.mjs";

const [site, questionFile, answerFile, config] = process.argv.slice(2);
const { askAll, sentenceOf } = await open(site);

const inBrowser = async (code, question) => {
	const { hits } = await askAll(basesOf(code, config), question);
	const places = hits.slice(0, 10).map(async ([answer, hit]) => {
		const page = await answer.index.page(hit.page);
		// Programs get plain spaces, readers those that hold a date together.
		return `${page.url}${hit.section ? `#${page.sections[2 * hit.section - 2]}` : ""} ${(await sentenceOf(answer, hit, page)).replaceAll("\u00a0", " ")}`;
	});
	return Promise.all(places);
};

const answers = lines(answerFile).map((line) => JSON.parse(line));
const counts = { first: 0, three: 0, ten: 0 };
const questions = lines(questionFile).map((line) => line.split("\t"));
const places = new Map();
for (const [n, [code, question, right, written]] of questions.entries()) {
	const ours = answers[n].map(({ url, section, sentence }) => `${url}${section ? `#${section}` : ""} ${sentence}`);
	const theirs = await inBrowser(code, question);
	const at = ours.findIndex((result, i) => result !== theirs[i]);
	if (at >= 0 || theirs.length > ours.length) console.log(`${code} ${question}:\n  tilts   ${ours[at]}\n  browser ${theirs[at]}`);
	if (!right) continue;
	const place = 1 + answers[n].findIndex(({ url }) => right.split(" ").includes(url.replace(/(?<=.)\/$/, "")));
	if (place !== +written) console.log(`${code} ${question}: the right page was at ${written}, is at ${place}`);
	places.set(`${code}\t${question}\t${right}`, place);
	if (!place) continue;
	counts.first += place <= 1;
	counts.three += place <= 3;
	counts.ten++;
}
if (process.env.UPDATE) {
	const withPlace = (line) => line.replace(/^([^#\t]+\t[^\t]+\t[^\t]+).*/, (_, asked) => `${asked}\t${places.get(asked)}`);
	writeFileSync(questionFile, readFileSync(questionFile, "utf8").split("\n").map(withPlace).join("\n"));
}
console.log(`${questions.length} questions, ${counts.first} first, ${counts.three} among three, ${counts.ten} among ten`);
