// Questions to the portal: how often the right page comes first, and whether the browser's script
// gives the same answers with the same sentences as `tilts search`.
//
//	node compare.mjs PUBLIC QUESTIONS ANSWERS
//
// PUBLIC is the built site, QUESTIONS has lines "language TAB question TAB right pages", ANSWERS is what
// `tilts search --format json -` said to them, a line each. Prints one line a question that the two
// answer differently, then "N questions, N first, N among three, N among ten".
import { basesOf, lines, open } from "./browser.mjs";

const [site, questionFile, answerFile] = process.argv.slice(2);
const { askAll, sentenceOf } = await open(site);

const inBrowser = async (code, question) => {
	const { hits } = await askAll(basesOf(code), question);
	const places = hits.slice(0, 10).map(async ([answer, hit]) => {
		const page = await answer.index.page(hit.page);
		return `${page.url}${hit.section ? `#${page.sections[2 * hit.section - 2]}` : ""} ${await sentenceOf(answer, hit, page)}`;
	});
	return Promise.all(places);
};

const answers = lines(answerFile).map((line) => JSON.parse(line));
const counts = { first: 0, three: 0, ten: 0 };
const questions = lines(questionFile).map((line) => line.split("\t"));
for (const [n, [code, question, right]] of questions.entries()) {
	const ours = answers[n].map(({ url, section, sentence }) => `${url}${section ? `#${section}` : ""} ${sentence}`);
	const theirs = await inBrowser(code, question);
	const at = ours.findIndex((result, i) => result !== theirs[i]);
	if (at >= 0 || theirs.length > ours.length) console.log(`${code} ${question}:\n  tilts   ${ours[at]}\n  browser ${theirs[at]}`);
	const place = answers[n].findIndex(({ url }) => right?.split(" ").includes(url.replace(/(?<=.)\/$/, "")));
	if (place < 0) continue;
	counts.first += place < 1;
	counts.three += place < 3;
	counts.ten++;
}
console.log(`${questions.length} questions, ${counts.first} first, ${counts.three} among three, ${counts.ten} among ten`);
