/* Search, fetched when somebody reaches for the field. Does what src/search/query.c does, so that both
 * give one order (tests/search). What is typed stays here: parts of the index are fetched by number. */

const CYRILLIC = /[\u0400-\u052f]/;
/* later-more.js, when it is needed. */
let more;
const needMore = async (needed = true) => {
	if (needed) more ??= await import(document.querySelector("[data-parts]").dataset.parts);
};

const fold = (word) => word.normalize("NFD").replace(/\p{M}/gu, "");
const WORD = /[\p{L}\p{N}\p{Mn}](?:['’]*[\p{L}\p{N}\p{Mn}])*/gu;
const small = (word) => word.replace(/['’]/g, "").toLowerCase();
const wordsOf = (text) =>
	(text.normalize("NFC").match(WORD) ?? [])
		.map(small)
		.filter((word) => word.length <= 64 && !/[\ud800-\udfff]/.test(word));

/* --- the index: src/search/index.c ---------------------------------------------------- */

class Stale extends Error {}
const digit = (text, at) => {
	const n = text.charCodeAt(at) - 35;
	if (!(n >= 0 && n < 92)) throw new Stale();
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
	constructor(base, text) {
		const [first, ...lines] = text.split("\n");
		if (!first.startsWith("tilts-search 1 ")) throw new Stale();
		Object.assign(this, { base, version: first.slice(15), labels: [], ways: [], finals: [], endings: new Set(), keys: {}, parts: new Map() });
		for (const line of lines) {
			const at = line.indexOf(" ");
			const rest = line.slice(at + 1);
			const name = line.slice(0, at);
			if (name === "language") [this.code, this.tag] = rest.split(" ");
			else if (name === "pages") [this.pages, this.perPart] = rest.split(" ").map(Number);
			else if (name === "label") this.labels.push(rest);
			else if (name === "heads" || name === "bodies") this.keys[name[0] === "h" ? "t" : "b"] = rest.split(" ");
			else if (name === "way") this.ways.push(rest.split("|").map((part, i) => (i ? part.split(" ") : part)));
			else if (name === "final") this.finals.push(rest.split(" "));
			else if (name === "ending") {
				const [before, after] = rest.split("|").map((part) => part.split(" "));
				for (const head of before) for (const tail of after) this.endings.add(head + tail);
			}
		}
	}

	key(word) {
		if (CYRILLIC.test(word)) return more?.russian(word.replace(/ё/g, "е")) ?? word;
		const folded = fold(word);
		if (this.tag === "en") return more.english(folded);
		if (!this.endings.size) return folded;
		let stem = folded;
		for (let n = Math.min(10, folded.length - 3); n > 0; n--)
			if (this.endings.has(folded.slice(-n))) {
				stem = folded.slice(0, -n);
				break;
			}
		const final = this.finals.find(([from]) => stem.length > from.length + 1 && stem.endsWith(from));
		return final ? stem.slice(0, -final[0].length) + final[1] : stem;
	}

	part(name) {
		if (!this.parts.has(name)) this.parts.set(name, this.load(name));
		return this.parts.get(name);
	}

	async load(name) {
		let text = await get(`${this.base}${name}.txt`);
		if (!text.startsWith(`${this.version}\n`)) text = await get(`${this.base}${name}.txt`, "reload");
		if (!text.startsWith(`${this.version}\n`)) throw new Stale();
		return name[0] === "d" ? text.split("\n").slice(1) : this.parse(text);
	}

	parse(text) {
		const lines = new Map();
		let key = "";
		for (const line of text.split("\n").slice(1)) {
			if (!line) continue;
			const [first, ...cells] = line.split(" ");
			key = unshare(key, first);
			let form = key;
			const forms = cells.map((cell) => {
				const at = cell.indexOf("!");
				form = unshare(form, cell.slice(0, at));
				return { form, folded: fold(form), posts: cell.slice(at + 1) };
			});
			lines.set(key, { key, forms });
		}
		return lines;
	}

	partOf(tier, key) {
		const keys = this.keys[tier];
		let from = 0;
		for (let to = keys.length; from + 1 < to; ) {
			const middle = (from + to) >> 1;
			if (keys[middle] <= key) from = middle;
			else to = middle;
		}
		return this.part(tier + from);
	}

	async find(tier, key) {
		return (await this.partOf(tier, key)).get(key);
	}

	async page(n) {
		const line = (await this.part(`d${Math.floor(n / this.perPart)}`))[n % this.perPart];
		const [label, url, title, description, atHand, ...sections] = line.split("\t");
		return { label: this.labels[number(label, { at: 0 })], url, title, description, atHand, sections };
	}
}

/* --- words of a question: src/search/wanted.c ----------------------------------------- */

const FORM = 1, STEM = 2, WAY = 4, JOIN = 8, PREFIX = 16, SLIP = 32, BODY = 64;
const MOST = 24;

class Question {
	constructor(index, text) {
		Object.assign(this, { index, text });
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
		for (const tier of ["t", "b"]) {
			const line = await this.index.find(tier, word.key);
			if (!line) continue;
			this.add(word, tier, line, worth, word.reason);
			return true;
		}
		return false;
	}

	async allAsTyped() {
		const found = await Promise.all(this.words.map((word) => this.asTyped(word)));
		return found.some(Boolean);
	}

	async otherWay(i) {
		for (const way of this.index.ways) {
			const other = way[0] !== "keys" && more.rewrite(way, this.words[i].folded);
			if (!other) continue;
			const again = this.word(other, this.words[i].reason | WAY);
			if (!(await this.asTyped(again, 90))) continue;
			await this.slip(this.words[i], "t");
			again.candidates.push(...this.words[i].candidates.slice(0, MOST - again.candidates.length));
			this.words[i] = again;
			return true;
		}
		return false;
	}

	async joined(i) {
		if (i + 1 >= this.words.length) return false;
		const joined = this.word(this.words[i].typed + this.words[i + 1].typed, JOIN);
		if (!(await this.asTyped(joined))) return false;
		this.words.splice(i, 2, joined);
		return true;
	}

	async halves(i) {
		const { typed } = this.words[i];
		if (this.words.length >= MOST) return false;
		for (let n = 3; n + 3 <= typed.length; n++) {
			const both = [typed.slice(0, n), typed.slice(n)].map((half) => this.word(half, JOIN));
			const lines = [];
			for (const half of both) lines.push(await this.index.find("t", half.key));
			if (!lines[0] || !lines[1]) continue;
			both.forEach((half, k) => this.add(half, "t", lines[k], 100, JOIN));
			this.words.splice(i, 1, ...both);
			return true;
		}
		return false;
	}

	async prefix(word, tier) {
		const lines = await this.index.partOf(tier, word.folded);
		if (word.folded.length < 2) return false;
		for (const line of lines.values())
			if (line.forms.some(({ folded }) => folded.startsWith(word.folded))) this.add(word, tier, line, 60, word.reason | PREFIX);
		return word.candidates.length > 0;
	}

	near(word, tier, lines, state) {
		for (const line of lines.values()) {
			let best = line.key.length > 3 ? more.distance(word.key, line.key, state.limit) : state.limit + 1;
			for (const { folded } of line.forms) {
				if (best <= 1) break;
				best = Math.min(best, more.distance(word.folded, folded, state.limit));
			}
			if (best > state.limit) continue;
			if (best < state.limit) word.candidates = [];
			state.limit = best;
			this.add(word, tier, line, best > 1 ? 35 : 55, word.reason | SLIP);
		}
	}

	async slip(word, tier) {
		const { length } = word.folded;
		const state = { limit: length >= 9 ? 2 : 1 };
		if (length < 5) return false;
		const parts = this.index.keys[tier].length;
		if (tier === "b" || parts > 20) this.near(word, tier, await this.index.partOf(tier, word.key), state);
		else for (let n = 0; n < parts; n++) this.near(word, tier, await this.index.part(tier + n), state);
		return word.candidates.length > 0;
	}

	async guess(i) {
		await needMore();
		const word = this.words[i];
		const last = i + 1 === this.words.length;
		return (
			(last && (await this.prefix(word, "t"))) || (await this.otherWay(i)) || (await this.joined(i)) || (await this.slip(word, "t")) ||
			(await this.halves(i)) || (last && (await this.prefix(word, "b"))) || this.slip(word, "b")
		);
	}

	async otherKeys() {
		for (const way of this.index.ways) {
			const other = way[0] === "keys" && more.rewrite(way, this.text.toLowerCase());
			if (!other) continue;
			this.split(other, WAY);
			if (await this.allAsTyped()) return true;
		}
		return false;
	}

	async ask() {
		this.split(this.text);
		let found = await this.allAsTyped();
		if (!found && this.words.length) {
			await needMore();
			found = await this.otherKeys();
			if (!found) this.split(this.text);
		}
		for (let i = 0; i < this.words.length; i++) if (!this.words[i].candidates.length) await this.guess(i);
		return found;
	}

	async readBodies() {
		const all = this.words.flatMap((word) => word.candidates).filter(({ t }) => t);
		await Promise.all(all.map(async (candidate) => (candidate.b = await this.index.find("b", candidate.t.key))));
	}
}

/* --- scores: src/search/query.c -------------------------------------------------------- */

const addLine = (index, word, candidate, tier, sums) => {
	const line = candidate[tier];
	const known = word.marked && [candidate.t, candidate.b].some((other) => other?.forms.some(({ form }) => form === word.typed));
	for (const { form, folded, posts } of line?.forms ?? []) {
		let share = 100;
		if (form === word.typed) share = word.marked ? 150 : 130;
		else if (folded === word.folded) share = known ? 40 : 130;
		const reason = candidate.reason | (tier === "b" ? BODY : 0) | (candidate.reason ? 0 : share > 100 ? FORM : STEM);
		const state = { at: 0 };
		for (let page = 0; state.at < posts.length; ) {
			const step = number(posts, state);
			page += step >> 1;
			const section = step % 2 ? number(posts, state) : 0;
			const weight = number(posts, state);
			let sum = sums.get(page);
			if (!sum) sums.set(page, (sum = { score: 0, section: 0, most: 0, reason: 0 }));
			sum.score += weight * share;
			sum.reason |= reason;
			if (weight > sum.most) Object.assign(sum, { most: weight, section });
		}
	}
};

const score = ({ index, words }) => {
	const hits = new Map();
	let total = 0;
	for (const word of words) {
		const marks = new Map();
		for (const candidate of word.candidates) {
			const sums = new Map();
			for (const tier of ["t", "b"]) addLine(index, word, candidate, tier, sums);
			for (const [page, sum] of sums) {
				sum.score = Math.floor((sum.score * candidate.worth) / 100);
				if (!(marks.get(page)?.score >= sum.score)) marks.set(page, sum);
			}
		}
		let worth = word.candidates.length ? 0 : 1200;
		for (const mark of marks.values()) worth = Math.max(worth, mark.score);
		total += worth;
		for (const [page, mark] of marks) {
			let hit = hits.get(page);
			if (!hit) hits.set(page, (hit = { page, score: 0, covered: 0, reasons: 0, sections: new Map() }));
			hit.score += mark.score;
			hit.covered += worth;
			hit.reasons |= mark.reason;
			hit.sections.set(mark.section, (hit.sections.get(mark.section) ?? 0) + mark.score);
		}
	}
	let all = false;
	for (const hit of hits.values()) {
		all ||= hit.covered === total;
		let best = 0, sum = 0;
		hit.section = 0;
		for (const [section, worth] of hit.sections) {
			sum += worth;
			if (section && worth > best) [best, hit.section] = [worth, section];
		}
		if (best * 3 < sum) hit.section = 0;
		hit.score = Math.floor((hit.score * (40 * total + 60 * hit.covered)) / (total || 1));
	}
	return { all, hits: [...hits.values()].sort((a, b) => b.score - a.score || a.page - b.page) };
};

/* --- asking ----------------------------------------------------------------------------- */

/* From the copy on the phone? */
let offline = false;
const get = async (url, cache = "default") => {
	const response = await fetch(url, { cache, credentials: "omit", referrerPolicy: "no-referrer" });
	if (!response.ok) throw new Stale();
	offline = response.headers.has("x-kept");
	return response.text();
};

const indexes = new Map();
const open = (base, cache) => {
	if (!indexes.has(base))
		indexes.set(base, get(`${base}index.txt`, cache).then((text) => new Index(base, text)));
	indexes.get(base).catch(() => indexes.delete(base));
	return indexes.get(base);
};

const askOnce = async (base, text, cache) => {
	const index = await open(base, cache);
	await needMore(index.tag === "ru" || index.tag === "en" || CYRILLIC.test(text));
	const question = new Question(index, text);
	const found = await question.ask();
	let scored = score(question);
	if (!scored.all) {
		await question.readBodies();
		scored = score(question);
	}
	const { words } = question;
	const known = ({ reason, folded, candidates: [first] }) =>
		!reason && first && !first.reason && [first.t, first.b].some((line) => line?.forms.some((form) => form.folded === folded));
	return { index, hits: scored.hits, found, words, forms: words.filter(known).length };
};

/* A new site may have been published since: once more, anew. */
const ask = async (base, text) => {
	try {
		return await askOnce(base, text, "no-cache");
	} catch {
		indexes.delete(base);
		return askOnce(base, text, "reload");
	}
};

const suffice = ({ forms, words }) => 2 * forms > words.length;

/* The reader's language first, another that knows the words better behind a few (src/cmd/search.c); none while
 * more letters may come `soon`. */
export const askAll = async (bases, text, soon) => {
	const own = await ask(bases[0], text);
	const others = [];
	for (const base of suffice(own) || soon ? [] : bases.slice(1)) {
		const other = await ask(base, text).catch(() => null);
		if (other && other.index.tag !== own.index.tag) others.push(other);
	}
	others.sort((a, b) => b.forms - a.forms);
	const hits = (answer) => answer.hits.map((hit) => [answer, hit]);
	const first = others[0]?.forms > own.forms ? 3 : own.hits.length;
	const theirs = others.filter(({ found }) => found || !own.hits.length).flatMap(hits);
	return { own, hits: [...hits(own).slice(0, first), ...theirs, ...hits(own).slice(first)] };
};

/* --- the page --------------------------------------------------------------------------- */

const make = (name, text, ...children) => {
	const element = document.createElement(name);
	if (text) element.textContent = text;
	element.append(...children);
	return element;
};

const marked = (index, keys, text) => {
	const pieces = [];
	let at = 0;
	for (const { 0: word, index: start } of text.matchAll(WORD)) {
		if (!keys.has(index.key(small(word)))) continue;
		pieces.push(text.slice(at, start), make("mark", word));
		at = start + word.length;
	}
	return [...pieces, text.slice(at)];
};

const atHand = (text) => {
	const element = make(/^\+?[\d ]+$/.test(text) ? "a" : "span", text);
	if (element.href !== undefined) element.href = `tel:${text.replaceAll(" ", "")}`;
	return make("p", "", element);
};

const isKept = async (url) => offline && (await caches.match(location.origin + url));

const show = async ({ index, words }, hit, said) => {
	const page = await index.page(hit.page);
	const keys = new Set(words.flatMap(({ candidates }) => candidates.map(({ t, b }) => (t ?? b).key)));
	const [anchor, heading, lead] = hit.section ? page.sections.slice(3 * hit.section - 3) : [];
	const link = make("a", "", make("b", "", ...marked(index, keys, page.title)));
	link.href = page.url + (anchor ? `#${anchor}` : "");
	if (heading) link.append(" – ", ...marked(index, keys, heading));
	const about = [index.tag !== said.tag && new Intl.DisplayNames(said.tag, { type: "language" }).of(index.tag), (await isKept(page.url)) && said.kept];
	const item = make("li", "", link, make("p", "", ...marked(index, keys, lead || page.description)));
	if (page.atHand) item.append(atHand(page.atHand));
	const small = make("span", about.filter(Boolean).join(" · "));
	small.lang = said.tag;
	item.append(make("small", page.label, small.textContent && page.label ? " · " : "", small));
	item.lang = index.tag;
	return item;
};

/* Milliseconds after which somebody has typed all. */
const PAUSE = 600;

export const attach = (form) => {
	const said = { ...form.dataset, tag: document.documentElement.lang };
	const field = form.querySelector("input");
	const page = document.querySelector("[data-found]");
	const none = form.querySelector("[data-found-none]");
	const near = none.querySelector("[data-near]");
	const [box, status, list, next] = [page ?? make("div"), make("p"), make("ol"), make("button", said.more)];
	const bases = said.index.trim().split(/\s+/);
	status.role = "status";
	next.type = "button";
	next.className = "btn";
	next.hidden = box.hidden = true;
	box.classList.add("found");
	box.append(status, list, next, none);
	if (!page) form.append(box);

	let rest = [];
	let timer;
	const take = async () => {
		const shown = await Promise.all(rest.splice(0, 10).map(([answer, hit]) => show(answer, hit, said).catch(() => null)));
		next.hidden = !rest.length;
		return shown.filter(Boolean);
	};
	next.addEventListener("click", async () => {
		const items = await take();
		list.append(...items);
		items[0]?.querySelector("a").focus();
	});

	let turn = 0;
	const say = (word, helps) => {
		status.textContent = word;
		none.hidden = !helps;
	};
	const offer = async (answer) => {
		const words = await needMore().then(() => more.nearest(answer)).catch(() => []);
		near.hidden = !words.length;
		near.querySelector("span").replaceChildren(
			...words.map((word) => {
				const button = make("button", word);
				button.type = "button";
				button.className = "btn";
				button.addEventListener("click", () => {
					field.value = word;
					run();
					field.focus();
				});
				return button;
			}),
		);
	};
	const answer = async (text, mine, soon) => {
		const { own, hits } = await askAll(bases, text, soon);
		if (mine !== turn) return;
		if (soon && !suffice(own)) timer = setTimeout(run, PAUSE);
		rest = hits;
		const count = rest.length;
		const items = await take();
		if (mine !== turn) return;
		if (count && !items.length) throw new Stale();
		if (!count) await offer(own);
		list.replaceChildren(...items);
		say(count ? `${said.some}: ${count}` : said.nothing, !count);
	};
	const run = async (soon) => {
		const mine = ++turn;
		const text = field.value.trim();
		if (soon && text && text.length < 3) return;
		box.hidden = !text;
		if (!text) return list.replaceChildren();
		const broken = () => mine === turn && (near.hidden = true) && say(said.broken, true);
		const slow = setTimeout(broken, 8000);
		await answer(text, mine, soon).catch(() => {
			list.replaceChildren();
			broken();
		});
		clearTimeout(slow);
	};

	/* Words stand behind #: Enter keeps them, typing changes the last ones. */
	let kept = true;
	const keep = (text) => {
		if (!page) return;
		const address = text ? `#${encodeURIComponent(text)}` : location.pathname;
		history[kept ? "pushState" : "replaceState"](null, "", address);
		kept = false;
	};
	const fromAddress = () => {
		try {
			field.value = decodeURIComponent(location.hash.slice(1));
		} catch {
			field.value = "";
		}
		kept = true;
		run();
	};
	field.addEventListener("input", () => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			keep(field.value.trim());
			run(true);
		}, 120);
	});
	form.addEventListener("submit", () => {
		if (!page) return;
		clearTimeout(timer);
		if (location.hash.slice(1) !== encodeURIComponent(field.value.trim())) keep(field.value.trim());
		kept = true;
		run();
	});
	document.addEventListener("keydown", (event) => {
		const { activeElement } = document;
		if (!form.contains(activeElement) && !box.contains(activeElement)) return;
		if (event.key === "Escape" && !page && !box.hidden) {
			field.focus();
			box.hidden = true;
			return event.preventDefault();
		}
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		const links = [...list.querySelectorAll("li > a")];
		if (!step || !links.length) return;
		const at = links.indexOf(activeElement);
		(links[at + step] ?? (step < 0 ? field : links[at])).focus();
		event.preventDefault();
	});
	if (page) {
		addEventListener("popstate", fromAddress);
		if (field.value) run();
		else fromAddress();
		return;
	}
	field.addEventListener("focus", () => (box.hidden = !field.value.trim()));
	document.addEventListener("click", ({ target }) => form.contains(target) || (box.hidden = true));
	if (field.value) run();
};
