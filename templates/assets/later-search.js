/* Search, fetched when somebody reaches for the field. Does what src/search/query.c does, so that both
 * give one order (tests/search). What is typed stays here: parts of the index are fetched by number. */

const CYRILLIC = /[\u0400-\u052f]/;
/* Fetched when they are needed: later-stems.js for Russian and English, later-more.js where the words don't suffice. */
let stems, more, again = "";
const load = (name) =>
	import(document.querySelector("[data-stems]").dataset[name] + again).catch(() => {
		/* By another address, since browsers keep that one failed. */
		again += "?";
		throw Error();
	});
const needStems = async () => (stems ??= await load("stems"));
const needMore = async () => (await needStems()) && (more ??= await load("parts"));

const fold = (word) => word.normalize("NFD").replace(/\p{M}/gu, "");
const WORD = /([\p{L}\p{Nd}\p{Mn}](?:['’]*[\p{L}\p{Nd}\p{Mn}])*)/gu;
const small = (word) => word.replace(/['’]/g, "").toLowerCase();
const wordsOf = (text) =>
	(text.normalize("NFC").match(WORD) ?? [])
		.map(small)
		.filter((word) => word.length <= 64 && !/[\ud800-\udfff]/.test(word));

/* What a map has of a key, made when it is first asked for. */
const once = (map, key, make) => map.get(key) ?? map.set(key, make(key)).get(key);

/* --- the index: src/search/index.c ---------------------------------------------------- */

const digit = (text, at) => {
	const n = text.charCodeAt(at) - 35;
	if (!(n >= 0 && n < 92)) throw Error();
	return n;
};
const number = (text, state) => {
	for (let n = 0, place = 1; ; place *= 46) {
		const d = digit(text, state.at++);
		n += (d % 46) * place;
		if (d < 46) return n;
	}
};
const unshare = (before, written) => before.slice(0, digit(written, 0)) + written.slice(1);

class Index {
	parts = new Map();
	read = new Map();
	stemmed = new Map();
	known = new Map();

	constructor(base, text) {
		const [first, ...lines] = text.split("\n");
		if (!first.startsWith("tilts-search 3 ")) throw Error();
		const said = (name) => lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
		const cells = (name) => said(name).map((line) => line.split(" "));
		[[, this.tag, this.cyrillic]] = cells("language");
		[[, this.perPart]] = cells("pages");
		[this.root] = said("root");
		this.keys = { t: cells("heads").flat(), b: cells("bodies").flat(), k: cells("keys").flat() };
		const endings = said("ending").flatMap((line) => {
			const [heads, tails] = line.split("|").map((part) => part.split(" "));
			return heads.flatMap((head) => tails.map((tail) => head + tail));
		});
		Object.assign(this, { base, said, numbers: first.slice(15), labels: said("label"), finals: cells("final"), endings: new Set(endings) });
	}

	key(word) {
		if (!stems && CYRILLIC.test(word)) return word;
		return once(this.stemmed, word, () => this.stem(word));
	}

	/* Read once, as each letter typed asks again, and anew when the stems of Russian are there. */
	keysIn(text) {
		return once(this.read, text + !stems, () => new Set(wordsOf(text).map((word) => this.key(word))));
	}

	stem(word) {
		if (CYRILLIC.test(word)) return stems.russian(word.replace(/ё/g, "е"));
		const folded = fold(word);
		if (this.tag === "en") return stems.english(folded);
		let n = Math.min(10, folded.length - 3);
		while (n > 0 && !this.endings.has(folded.slice(-n))) n--;
		let stem = n > 0 ? folded.slice(0, -n) : folded;
		const fits = ([from, , least]) => stem.length - from.length >= (least || 2) && stem.endsWith(from);
		for (let final; (final = this.finals.find(fits)); ) stem = stem.slice(0, -final[0].length) + final[1];
		return stem;
	}

	part(name) {
		return once(this.parts, name, () => this.load(name));
	}

	/* What stands below a first line that says what it is of: lines, or what they say of words. */
	async load(name) {
		const keys = this.keys[name[0]];
		const n = +name.slice(1);
		const first = (keys ? [this.numbers, keys[n], keys[n + 1]] : [this.numbers]).join(" ");
		for (const cache of ["default", "reload"]) {
			const [line, ...lines] = (await get(`${this.base}${name}.txt`, cache)).split("\n");
			if (line === first) return keys ? this.parse(lines) : lines;
		}
		throw Error();
	}

	/* The sentences of a section of a page, and of the whole page where they come with it. */
	async text({ first, url }, section) {
		const [, shelf, place = 0] = first.split(" ");
		const cut = /!/.test(first);
		const name = `${this.root}search/${shelf ?? url.replace(this.root, "text/").slice(0, -1) + (cut && section ? `.${section}` : "")}.txt`;
		const text = await once(this.parts, name, () => get(name).catch(() => (this.parts.delete(name), "")));
		const sections = text.split("\x1d")[place]?.split("\n").map((line) => line.split("\x1f")) ?? [];
		return [sections[cut ? 0 : section] ?? [], sections.flat()];
	}

	parse(text) {
		const lines = new Map();
		let key = "";
		for (const line of text) {
			if (!line) continue;
			const [first, ...cells] = line.split(" ");
			let form = (key = unshare(key, first));
			const forms = cells.map((cell) => {
				const [own, written] = cell.split("!");
				form = unshare(form, own);
				return { form, folded: fold(form), written };
			});
			lines.set(key, { key, forms });
		}
		return lines;
	}

	numberOf(tier, key) {
		return Math.max(0, this.keys[tier].filter((from) => from <= key).length - 1);
	}

	/* The copy on the phone has the words of heads only; and of Cyrillic no language with other letters is worth more. */
	async find(tier, key) {
		if (tier === "t" ? this.known.get(key[0])?.has(key) === false : offline || (!this.cyrillic && CYRILLIC.test(key))) return;
		return (await this.part(tier + this.numberOf(tier, key))).get(key);
	}

	async page(n) {
		const line = (await this.part(`d${Math.floor(n / this.perPart)}`))[n % this.perPart];
		const [first, url, title, description, atHand, ...sections] = line.split("\t");
		return { label: this.labels[number(first, { at: 0 })], first, url, title, description, atHand, sections };
	}
}

/* --- words of a question: src/search/wanted.c ----------------------------------------- */

const MOST = 24;
const hasForm = ({ t, b }, known) => [t, b].some((line) => line?.forms.some(known));

class Question {
	/* What stands behind so many letters is not looked at. Only heads are, where no guesses are `wanted`. */
	constructor(index, text, wanted) {
		Object.assign(this, { index, text: text.slice(0, 1000), wanted });
		this.split(this.text);
	}

	word(typed, reason = 0) {
		const folded = fold(typed);
		return { typed, folded, key: this.index.key(typed), marked: typed !== folded, reason, candidates: [] };
	}

	split(text, reason) {
		this.words = wordsOf(text).slice(0, 12).map((typed) => this.word(typed, reason));
	}

	add(word, tier, line, worth, reason) {
		if (word.candidates.length < MOST) word.candidates.push({ [tier]: line, worth, reason });
	}

	async asTyped(word, worth = 100) {
		for (const tier of this.wanted ? "tb" : "t") {
			const line = await this.index.find(tier, word.key);
			if (!line) continue;
			this.add(word, tier, line, worth, word.reason);
			return true;
		}
		return false;
	}

	/* As typed; true when that finds some word. */
	async ask() {
		const found = await Promise.all(this.words.map((word) => this.asTyped(word)));
		return found.some(Boolean);
	}

	/* As it was read; so is what can be of no other language and is no slip. Where it is of another one, as a name. */
	isKnown({ folded, marked, candidates: [candidate] }) {
		if (CYRILLIC.test(folded)) return candidate?.reason < 32 && this.index.cyrillic;
		return (marked && this.index.tag === "lv") || (candidate && hasForm(this.index.cyrillic || marked ? { t: candidate.t } : candidate, (form) => form.folded === folded));
	}

	async readBodies() {
		const read = async (candidate) => (candidate.b ??= await this.index.find("b", candidate.t.key));
		await Promise.all(this.words.flatMap(({ candidates }) => candidates.map(read)));
	}
}

/* --- scores: src/search/query.c -------------------------------------------------------- */

/* Page, section and weight, one post after the other; read once, as each letter typed asks for them again. */
const postsOf = (form) => {
	if (form.posts) return form.posts;
	const state = { at: 0 };
	form.posts = [];
	for (let page = 0; state.at < form.written.length; ) {
		const step = number(form.written, state);
		page += step >> 1;
		form.posts.push(page, step % 2 && number(form.written, state), number(form.written, state));
	}
	return form.posts;
};

const addLine = (word, candidate, tier, sums) => {
	const known = word.marked && hasForm(candidate, ({ form }) => form === word.typed);
	for (const form of candidate[tier]?.forms ?? []) {
		const share = form.form === word.typed ? (word.marked ? 150 : 130) : form.folded !== word.folded ? 100 : known ? 40 : 130;
		const posts = postsOf(form);
		for (let i = 0; i < posts.length; ) {
			const [page, section, weight] = [posts[i++], posts[i++], posts[i++]];
			const sum = once(sums, page, () => ({ score: 0, most: 0 }));
			sum.score += weight * share;
			if (weight > sum.most) [sum.most, sum.section] = [weight, section];
		}
	}
};

const score = ({ words }) => {
	const hits = new Map();
	let total = 0;
	for (const word of words) {
		const marks = new Map();
		for (const candidate of word.candidates) {
			const sums = new Map();
			for (const tier of "tb") addLine(word, candidate, tier, sums);
			for (const [page, sum] of sums) {
				sum.score = Math.floor((sum.score * candidate.worth) / 100);
				if (!(marks.get(page)?.score >= sum.score)) marks.set(page, sum);
			}
		}
		let worth = word.candidates[0] ? 0 : 1200;
		for (const mark of marks.values()) worth = Math.max(worth, mark.score);
		total += word.worth = worth;
		for (const [page, mark] of marks) {
			const hit = once(hits, page, () => ({ page, score: 0, covered: 0, best: 0, sections: new Map() }));
			hit.score += mark.score;
			hit.covered += worth;
			hit.sections.set(mark.section, (hit.sections.get(mark.section) ?? 0) + mark.score);
		}
	}
	let all = false;
	for (const hit of hits.values()) {
		all ||= hit.covered === total;
		let most = 0;
		for (const [section, worth] of hit.sections) if (section && worth > most) [most, hit.best] = [worth, section];
		hit.section = most * 3 < hit.score ? 0 : hit.best;
		hit.score = Math.floor((hit.score * (40 * total + 60 * hit.covered)) / (total || 1));
	}
	return { all, hits: [...hits.values()].sort((a, b) => b.score - a.score || a.page - b.page) };
};

/* --- asking ----------------------------------------------------------------------------- */

/* From the copy on the phone? */
let offline = false;
const get = async (url, cache = "default") => {
	const response = await fetch(url, { cache, credentials: "omit" });
	if (!response.ok) throw Error();
	offline = response.headers.has("x-kept");
	return response.text();
};

const indexes = new Map();
const askOnce = async (base, text, wanted, cache) => {
	const index = await once(indexes, base + !wanted, async () => {
		const bodies = wanted && get(`${base}bodies.txt`, cache).catch(() => "");
		return new Index(base, (await get(`${base}index.txt`, cache)) + (await bodies));
	});
	if (index.cyrillic || index.tag === "en" || CYRILLIC.test(text)) await needStems();
	let question = new Question(index, text, wanted);
	let found = await question.ask();
	if (question.words.some(({ candidates }) => !candidates.length)) {
		const { guessing } = await needMore();
		question = new (guessing(Question))(index, text, wanted);
		found = await question.ask();
	}
	let scored = score(question);
	if (wanted && (!scored.all || !scored.hits[2])) {
		await question.readBodies();
		scored = score(question);
	}
	const { words } = question;
	const known = words.filter((word) => question.isKnown(word)).length;
	return { index, found, words, known, hits: scored.hits };
};

/* A new site may have been published since: once more, anew. */
const ask = async (base, text, wanted) => {
	for (const cache of ["no-cache", "reload"])
		try {
			return await askOnce(base, text, wanted, cache);
		} catch {
			indexes.clear();
		}
	throw Error();
};

/* The reader's language, and others where that does not suffice; not while more letters may come `soon`. */
export const askAll = async (bases, text, soon) => {
	const own = await ask(bases[0], text, true);
	const hits = own.hits.map((hit) => [own, hit]);
	if (soon || !own.words[0] || (hits[0] && 2 * own.known > own.words.length)) return { own, hits };
	const { withOthers } = await needMore();
	return { own, hits: await withOthers(own, hits, bases.slice(1).map((base) => (whole, words = text) => ask(base, words, whole || !hits.length)), (wide) => ask(bases[0], text, wide)) };
};

/* --- what a result says: src/search/sentence.c ---------------------------------------------- */

const keysOf = ({ candidates }) => candidates.map(({ t, b }) => (t ?? b).key);
const has = (text, { keys }) => keys.some((key) => text.has(key));
const worthOf = (words) => words.reduce((sum, { worth }) => sum + worth, 0);

/* Of the section, or of a page's description, which may have all words, and its best section. What else comes with that
 * has to be a statement that says much more. */
export const sentenceOf = async ({ index, words }, hit, page) => {
	const seen = index.keysIn(page.title);
	const found = words.filter(({ candidates }) => candidates[0]).map((word) => ({ keys: keysOf(word), worth: word.worth }));
	for (const word of found) if (has(seen, word)) word.worth = Math.floor(word.worth / 32);
	let text = "", most = Math.floor(worthOf(found) / 12);
	const look = (sentences) => {
		for (const sentence of sentences) {
			if (!sentence || sentence === page.title) continue;
			const keys = index.keysIn(sentence);
			const worth = worthOf(found.filter((word) => has(keys, word)));
			if (!text || worth > most) [text, most] = [sentence, Math.max(worth, most)];
		}
	};
	if (!hit.section) look([page.description]);
	if (text && most === worthOf(found)) return text;
	const [best, rest] = await index.text(page, hit.best);
	look(best);
	most = Math.max(2 * most, Math.floor(worthOf(found) / 2));
	if (!hit.section) look(rest.filter((sentence) => /^\p{Lu}[^:]{1,138}[.!]$/u.test(sentence)));
	return text;
};

/* --- the page --------------------------------------------------------------------------- */

const make = (name, ...children) => {
	const element = document.createElement(name);
	element.append(...children);
	return element;
};

/* Words stand between what parts them. */
const marked = (index, keys, text) =>
	text.split(WORD).map((piece, i) => (i % 2 && keys.has(index.key(small(piece))) ? make("mark", piece) : piece));

const atHand = (text) => {
	const element = make(/[^+\d ]/.test(text) ? "span" : "a", text);
	/* Of a span it is none. */
	element.href = `tel:${text.replaceAll(" ", "")}`;
	return make("p", element);
};

/* While somebody types, a few results and what their cards say; then all, with texts, which of what is below are fetched
 * when the reader comes there. */
const AT_ONCE = 3;
const watch = new IntersectionObserver((seen) => {
	for (const { target, isIntersecting } of seen) {
		if (isIntersecting) {
			watch.unobserve(target);
			target.say();
		}
	}
});

const show = async (answer, hit, said, soon, atOnce) => {
	const { index, words } = answer;
	const page = await index.page(hit.page);
	/* Small words are not what somebody looks for. */
	const keys = new Set(words.filter(({ worth }) => worth > worthOf(words) / 12).flatMap(keysOf));
	const [anchor, heading] = hit.section ? page.sections.slice(2 * hit.section - 2) : [];
	const link = make("a", make("b", ...marked(index, keys, page.title)));
	link.href = anchor ? `${page.url}#${anchor}` : page.url;
	if (heading) link.append(" – ", ...marked(index, keys, heading));
	if (said.harder && !page.url.startsWith(said.easy)) {
		const small = make("small", said.harder);
		small.lang = said.tag;
		link.append(" ", small);
	}
	const text = make("p", ...marked(index, keys, page.description));
	text.say = async () => {
		text.replaceChildren(...marked(index, keys, (await sentenceOf(answer, hit, page)) || page.description));
		text.normalize();
	};
	if (!soon) await (atOnce ? text.say() : watch.observe(text));
	const item = make("li", link, text);
	if (page.atHand) item.append(atHand(page.atHand));
	const small = make("small", page.label);
	if (offline || index.tag !== said.tag) small.append(...(await (await needMore()).about(said, index, page, offline)));
	item.append(small);
	item.lang = index.tag;
	item.normalize();
	return item;
};

/* In a box of what is said and, last, what helps where nothing is found; `page` is the page of search. */
export const attach = (form, box, page) => {
	const said = { ...form.dataset, tag: document.documentElement.lang };
	const field = form.querySelector("input");
	const { firstElementChild: status, lastElementChild: none } = box;
	const near = none.querySelector("[data-near]");
	const [list, next] = [make("ol"), make("button", said.more)];
	const bases = said.index.trim().split(/\s+/);
	next.type = "button";
	next.className = "btn";
	next.hidden = box.hidden = true;
	status.after(list, next);

	let rest = [], count, timer;
	const links = () => [...list.querySelectorAll("li>a")];
	/* What did not come is the first of the rest, and asked for again; without a line it never comes. */
	const take = async (soon) => {
		const all = rest;
		const lost = [];
		const some = all.splice(0, soon ? AT_ONCE : 10).map((found, i) =>
			show(...found, said, soon, i < AT_ONCE).catch(() => {
				found[0].index.parts.clear();
				lost.push(found);
			}),
		);
		const items = (await Promise.all(some)).filter(Boolean);
		if (!offline) all.unshift(...lost);
		if (all === rest) {
			if (offline && !items[0] && all[0]) return take(soon);
			next.hidden = soon || !all[0];
		}
		if (lost[0] && !items[0]) throw Error();
		return items;
	};
	const say = (word, helps) => {
		status.textContent = word;
		none.hidden = !helps;
	};
	/* Where the reader looks. */
	const broken = (place = list) => {
		place.before(status);
		near.hidden = true;
		say(said.broken, true);
	};
	const tell = () => {
		if (status.nextSibling !== list) list.before(status);
		say(count ? `${said.some}: ${count}` : said.nothing, !count);
	};

	let turn = 0;
	next.addEventListener("click", async () => {
		const mine = turn;
		const slow = setTimeout(() => mine === turn && broken(next), 8000);
		const items = await take().catch(() => {});
		clearTimeout(slow);
		if (mine !== turn) return;
		if (!items) return broken(next);
		tell();
		list.append(...items);
		items[0]?.firstChild.focus();
	});
	const answer = async (text, mine, soon) => {
		const { own, hits } = await askAll(bases, text, soon);
		if (mine !== turn) return;
		/* By then somebody has typed all. */
		if (soon) timer = setTimeout(() => mine === turn && run(), 600);
		rest = hits;
		count = rest.length;
		const items = await take(soon);
		if (mine !== turn) return;
		if (!count) await needMore().then(({ offer }) => offer(near, own, field, run));
		const at = links().indexOf(document.activeElement);
		list.replaceChildren(...items);
		links()[at]?.focus();
		tell();
		/* Where letters are large or the screen is small; what was said moved it down. */
		items[0]?.firstChild.scrollIntoView({ block: "nearest" });
	};
	const run = async (soon) => {
		const mine = ++turn;
		const text = field.value.trim();
		if (soon && text && !text[2]) return;
		box.hidden = !text;
		if (!text) return list.replaceChildren();
		const slow = setTimeout(() => mine === turn && broken(), 8000);
		await answer(text, mine, soon).catch(() => {
			if (mine !== turn) return;
			list.replaceChildren();
			next.hidden = true;
			broken();
		});
		clearTimeout(slow);
	};

	const hide = () => {
		clearTimeout(timer);
		turn++;
		box.hidden = true;
	};
	let keep = () => {};
	form.addEventListener("submit", () => clearTimeout(timer));
	field.addEventListener("input", () => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			keep();
			run(true);
		}, 120);
	});
	document.addEventListener("keydown", (event) => {
		const { target } = event;
		if (!form.contains(target) && !box.contains(target)) return;
		if (event.key === "Escape" && !page && !box.hidden) {
			field.focus();
			hide();
			return event.preventDefault();
		}
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		const stops = [field, ...links()];
		if (!step || !stops[1]) return;
		stops[Math.max(0, stops.indexOf(target)) + step]?.focus();
		event.preventDefault();
	});
	say("");
	if (page) return (keep = page.follow(form, field, run));
	field.addEventListener("focus", () => box.hidden && run(true));
	document.addEventListener("click", ({ target }) => form.contains(target) || hide());
	if (field.value) run();
};
