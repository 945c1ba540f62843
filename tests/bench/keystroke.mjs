// What a keystroke costs: from the letter to what ten results say, on a processor slowed down four times
// (Chromium's own switch). What was fetched before is at hand, as it is for who types on.
//
//	node keystroke.mjs PUBLIC [QUESTIONS]
import path from "node:path";
import { basesOf, lines, root } from "../search/browser.mjs";
import { inChromium } from "./chromium.mjs";

const [site, questionFile = path.join(root, "tests/search/questions.tsv")] = process.argv.slice(2);
const questions = lines(questionFile).map((line) => line.split("\t"));
const some = questions.filter((_, i) => i % Math.ceil(questions.length / 24) === 0);

// In the page: one script types the question to fetch its parts; then another, which has read nothing yet, is timed.
const type = async ([bases, text]) => {
	const real = (window.realFetch ??= window.fetch);
	const bodies = (window.bodies ??= new Map());
	window.fetch = async (url) => {
		if (!bodies.has(url)) bodies.set(url, await real(url).then(async (response) => [await response.text(), response.status]));
		const [body, status] = bodies.get(url);
		return new Response(body, { status });
	};
	const script = () => import(`/assets-of-search/later-search.js?${(window.scripts = (window.scripts ?? 0) + 1)}`);
	const answer = async ({ askAll, sentenceOf }, typed) => {
		const { hits } = await askAll(bases, typed, true);
		await Promise.all(
			hits.slice(0, 10).map(async ([found, hit], i) => {
				const page = await found.index.page(hit.page);
				if (i < 3) await sentenceOf(found, hit, page);
			})
		);
	};
	const [before, timed] = [await script(), await script()];
	const beginnings = Array.from({ length: Math.max(0, text.length - 2) }, (_, n) => text.slice(0, n + 3));
	for (const typed of beginnings) await answer(before, typed);
	const times = [];
	for (const typed of beginnings) {
		const start = performance.now();
		await answer(timed, typed);
		times.push(performance.now() - start);
	}
	return times;
};

const folders = { "/assets-of-search/": path.join(root, "templates/assets"), "/": site };
const times = await inChromium(folders, async (page, address) => {
	await page.route("**/blank", (route) =>
		route.fulfill({ contentType: "text/html", body: '<p data-stems="/assets-of-search/later-stems.js" data-parts="/assets-of-search/later-more.js">' })
	);
	await page.goto(`${address}/blank`);
	const session = await page.context().newCDPSession(page);
	await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
	const all = [];
	for (const [code, text] of some) all.push(...(await page.evaluate(type, [basesOf(code), text])));
	return all.sort((a, b) => a - b);
});
const of = (part) => times[Math.floor(times.length * part)].toFixed(1);
console.log(`a keystroke's results, 4 x slowed: ${of(0.5)} ms in the middle, ${of(0.9)} for nine of ten`);
