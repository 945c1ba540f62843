// Questions to the portal: how often the right page comes first, and whether the browser's script
// gives the same answers as `tilts search`.
//
//	node compare.mjs PUBLIC QUESTIONS ANSWERS
//
// PUBLIC is the built site, QUESTIONS has lines "language TAB question TAB right pages", ANSWERS is what
// `tilts search --format json -` said to them, a line each. Prints one line a question that the two
// answer differently, then "N questions, N first, N among three, N among ten".
import { basesOf, lines, open } from "./browser.mjs";

const [site, questionFile, answerFile] = process.argv.slice(2);
const askAll = await open(site);

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
	const place = answers[n].findIndex(({ url }) => right?.split(" ").includes(url.replace(/(?<=.)\/$/, "")));
	if (place < 0) continue;
	counts.first += place < 1;
	counts.three += place < 3;
	counts.ten++;
}
console.log(`${questions.length} questions, ${counts.first} first, ${counts.three} among three, ${counts.ten} among ten`);
