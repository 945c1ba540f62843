// What a question costs a reader: bytes sent (brotli) for the first, for the first when each letter is answered, and for a
// later one; and the time of the work on this machine.
//
//	node search.mjs PUBLIC [QUESTIONS]
//	node search.mjs PUBLIC --first        the bytes of the costliest first question, and no more
import { performance } from "node:perf_hooks";
import { brotliCompressSync } from "node:zlib";
import path from "node:path";
import { basesOf, lines, open, root } from "../search/browser.mjs";

const isFirst = process.argv[3] === "--first";
const [site, questionFile] = process.argv.slice(2);
const questions = lines(isFirst || !questionFile ? path.join(root, "tests/search/questions.tsv") : questionFile).map((line) => line.split("\t"));
// Most questions fetch what others did.
const weights = new Map();
const weigh = (body) => {
	const text = body.toString();
	if (!weights.has(text)) weights.set(text, brotliCompressSync(text).length);
	return weights.get(text);
};

// As the page does: the answers, the cards of the first ten, the texts of the first three; while more letters
// may come `soon`, the cards of three.
async function ask({ askAll, sentenceOf }, [code, question], soon) {
	const { hits } = await askAll(basesOf(code), question, soon);
	const show = async ([answer, hit], i) => {
		const page = await answer.index.page(hit.page);
		if (i < 3 && !soon) await sentenceOf(answer, hit, page);
	};
	await Promise.all(hits.slice(0, soon ? 3 : 10).map(show));
}

const of = (list, part) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];
const tell = (name, list, unit) => console.log(`${name}: ${of(list, 0.5)} ${unit} in the middle, ${of(list, 0.9)} for nine of ten, ${of(list, 1)} at most`);

const firsts = [];
for (const question of questions) {
	let bytes = 0;
	const script = await open(site, (body) => (bytes += weigh(body)));
	await ask(script, question);
	firsts.push(bytes);
}
if (isFirst) {
	console.log(Math.max(...firsts));
	process.exit();
}
tell("first question", firsts, "bytes");

const typed = [];
for (const [code, question] of questions.filter((_, i) => i % 4 === 0)) {
	let bytes = 0;
	const script = await open(site, (body) => (bytes += weigh(body)));
	for (let n = 3; n <= question.length; n++) await ask(script, [code, question.slice(0, n)], true);
	await ask(script, [code, question]);
	typed.push(bytes);
}
tell("first question, letter by letter", typed, "bytes");

const laters = [];
const times = [];
for (const code of new Set(questions.map(([code]) => code))) {
	let bytes = 0;
	const script = await open(site, (body) => (bytes += weigh(body)));
	for (const [n, question] of questions.filter(([other]) => other === code).entries()) {
		bytes = 0;
		await ask(script, question);
		if (n > 0) laters.push(bytes);
		const start = performance.now();
		await ask(script, question);
		times.push(Math.round((performance.now() - start) * 100) / 100);
	}
}
tell("later questions", laters, "bytes");
tell("the work of a question", times, "ms");
