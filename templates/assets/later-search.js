/* Search, loaded by its own page alone. It does in the browser what src/search/query.c
 * does, step by step and in whole numbers, so that both give one order: whoever changes one changes
 * the other. The words somebody types stay on the page: only parts of the site's own index are fetched,
 * by number, and nothing is stored. */
(() => {
	"use strict";

	/* --- stems: src/search/stem.c; Snowball's Russian and English ------------------------- */

	const PERFECTIVE = /((?<=[ая])(в|вши|вшись)|(ив|ивши|ившись|ыв|ывши|ывшись))$/;
	const ADJECTIVE = /(ее|ие|ые|ое|ими|ыми|ей|ий|ый|ой|ем|им|ым|ом|его|ого|ему|ому|их|ых|ую|юю|ая|яя|ою|ею)$/;
	const PARTICIPLE = /((?<=[ая])(ем|нн|вш|ющ|щ)|ивш|ывш|ующ)$/;
	const VERB = /((?<=[ая])(ла|на|ете|йте|ли|й|л|ем|н|ло|но|ет|ют|ны|ть|ешь|нно)|ила|ыла|ена|ейте|уйте|ите|или|ыли|ей|уй|ил|ыл|им|ым|ен|ило|ыло|ено|ят|ует|уют|ит|ыт|ены|ить|ыть|ишь|ую|ю)$/;
	const NOUN = /(а|ев|ов|ие|ье|е|иями|ями|ами|еи|ии|и|ией|ей|ой|ий|й|иям|ям|ием|ем|ам|ом|о|у|ах|иях|ях|ы|ь|ию|ью|ю|ия|ья|я)$/;
	const cut = (text, pattern) => {
		const left = text.replace(pattern, "");
		return left === text ? null : left;
	};
	const russian = (word) => {
		const [, start, rv] = word.match(/^(.*?[аеиоуыэюя])(.*)$/) ?? [0, word, ""];
		let end = cut(rv, PERFECTIVE);
		if (end === null) {
			end = rv.replace(/с[яь]$/, "");
			const adjective = cut(end, ADJECTIVE);
			end = adjective !== null ? adjective.replace(PARTICIPLE, "") : (cut(end, VERB) ?? end.replace(NOUN, ""));
		}
		end = end.replace(/и$/, "");
		const r1 = word.search(/[аеиоуыэюя][^аеиоуыэюя]/) + 2;
		const rest = word.slice(r1).search(/[аеиоуыэюя][^аеиоуыэюя]/);
		const r2 = r1 < 2 || rest < 0 ? word.length : r1 + rest + 2;
		let stem = start + end;
		const derived = stem.replace(/ость?$/, "");
		if (derived.length >= r2) stem = derived;
		stem = stem.endsWith("нн") ? stem.slice(0, -1) : stem.replace(/ейше?$/, "").replace(/нн$/, "н").replace(/ь$/, "");
		return stem.replace(/[ьъ]/g, "").replace(/[йы]/g, "и").replace(/э/g, "е");
	};

	const V = "[aeiouy]";
	const SPECIAL = { skis: "ski", skies: "sky", dying: "die", lying: "lie", tying: "tie", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli", only: "onli", singly: "singl" };
	const STEP2 = { ational: "ate", tional: "tion", enci: "ence", anci: "ance", abli: "able", entli: "ent", izer: "ize", ization: "ize", ation: "ate", ator: "ate", alism: "al", aliti: "al", alli: "al", fulness: "ful", ousli: "ous", ousness: "ous", iveness: "ive", iviti: "ive", biliti: "ble", bli: "ble", fulli: "ful", lessli: "less" };
	const STEP3 = { ational: "ate", tional: "tion", alize: "al", icate: "ic", iciti: "ic", ical: "ic", ful: "", ness: "" };
	const longest = (word, list) => list.filter((end) => word.endsWith(end)).sort((a, b) => b.length - a.length)[0];
	const english = (word) => {
		if (word.length < 3) return word;
		if (SPECIAL[word]) return SPECIAL[word];
		if (/^(sky|news|howe|atlas|cosmos|bias|andes)$/.test(word)) return word;
		let w = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
		const region = (from) => {
			const at = w.slice(from).search(/[aeiouy][^aeiouy]/);
			return at < 0 ? w.length : from + at + 2;
		};
		const special = w.match(/^(gener|commun|arsen)/);
		const r1 = special ? special[0].length : region(0);
		const r2 = region(r1);
		const short = () => new RegExp(`(^${V}[^aeiouy]|[^aeiouy]${V}[^aeiouywxY])$`).test(w) && r1 >= w.length;
		if (w.endsWith("sses")) w = w.slice(0, -2);
		else if (/ie[ds]$/.test(w)) w = w.slice(0, w.length > 4 ? -2 : -1);
		else if (/s$/.test(w) && !/[us]s$/.test(w) && new RegExp(`${V}.+s$`).test(w)) w = w.slice(0, -1);
		if (/^(inning|outing|canning|herring|earring|proceed|exceed|succeed)$/.test(w)) return w;
		const ended = w.match(/(eedly|eed|edly|ingly|ed|ing)$/);
		if (ended) {
			const left = w.slice(0, -ended[0].length);
			if (ended[0].startsWith("eed")) {
				if (left.length >= r1) w = `${left}ee`;
			} else if (new RegExp(V).test(left)) {
				w = left;
				if (/(at|bl|iz)$/.test(w)) w += "e";
				else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(w)) w = w.slice(0, -1);
				else if (short()) w += "e";
			}
		}
		w = w.replace(/(.[^aeiouy])[yY]$/, "$1i");
		const replace = (table, more) => {
			const end = longest(w, [...Object.keys(table), ...more]);
			if (!end || w.length - end.length < r1) return;
			const left = w.slice(0, -end.length);
			if (end in table) w = left + table[end];
			else if (end === "ogi") w = left.endsWith("l") ? `${left}og` : w;
			else if (end === "li") w = /[cdeghkmnrt]$/.test(left) ? left : w;
			else if (left.length >= r2) w = left;
		};
		replace(STEP2, ["ogi", "li"]);
		replace(STEP3, ["ative"]);
		const last = longest(w, "al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion".split(" "));
		if (last && w.length - last.length >= r2 && (last !== "ion" || /[st]ion$/.test(w))) w = w.slice(0, -last.length);
		if (w.endsWith("e")) {
			const left = w.slice(0, -1);
			const whole = w;
			w = left;
			const isShort = new RegExp(`(^${V}[^aeiouy]|[^aeiouy]${V}[^aeiouywxY])$`).test(left);
			if (!(left.length >= r2 || (left.length >= r1 && !isShort))) w = whole;
		} else if (w.endsWith("ll") && w.length - 1 >= r2) w = w.slice(0, -1);
		return w.toLowerCase();
	};

	const fold = (word) => word.normalize("NFD").replace(/\p{M}/gu, "");
	const wordsOf = (text) =>
		(text.normalize("NFC").match(/[\p{L}\p{N}\p{Mn}](?:['’]*[\p{L}\p{N}\p{Mn}])*/gu) ?? [])
			.map((word) => word.replace(/['’]/g, "").toLowerCase())
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
			if (/[\u0400-\u052f]/.test(word)) return russian(word.replace(/ё/g, "е"));
			const folded = fold(word);
			if (this.tag === "en") return english(folded);
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

		/* A part's text; fetched once. */
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
			const [label, url, title, description, atHand, ...headings] = line.split("\t");
			return { label: this.labels[number(label, { at: 0 })], url, title, description, atHand, headings };
		}
	}

	/* --- words of a question: src/search/wanted.c ----------------------------------------- */

	const FORM = 1, STEM = 2, WAY = 4, JOIN = 8, PREFIX = 16, SLIP = 32, BODY = 64;
	const MOST = 24;

	const distance = (a, b, limit) => {
		if (Math.abs(a.length - b.length) > limit) return limit + 1;
		let older, old, row = Array.from({ length: b.length + 1 }, (_, j) => j);
		for (let i = 1; i <= a.length; i++) {
			[older, old, row] = [old, row, [i]];
			for (let j = 1; j <= b.length; j++) {
				row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
				if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
			}
		}
		return Math.min(row[b.length], limit + 1);
	};

	const rewrite = ([, from, to], text) => {
		let out = "", changed = false;
		for (let at = 0; at < text.length; ) {
			let best = -1;
			from.forEach((part, i) => {
				if (text.startsWith(part, at) && (best < 0 || part.length > from[best].length)) best = i;
			});
			changed ||= best >= 0;
			out += best < 0 ? text[at] : to[best] === "-" ? "" : to[best];
			at += best < 0 ? 1 : from[best].length;
		}
		return changed ? out : null;
	};

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
				const other = way[0] !== "keys" && rewrite(way, this.words[i].folded);
				if (!other) continue;
				const again = this.word(other, this.words[i].reason | WAY);
				if (!(await this.asTyped(again, 90))) continue;
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
				let best = line.key.length > 3 ? distance(word.key, line.key, state.limit) : state.limit + 1;
				for (const { folded } of line.forms) {
					if (best <= 1) break;
					best = Math.min(best, distance(word.folded, folded, state.limit));
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
			if (tier === "b" || parts > 8) this.near(word, tier, await this.index.partOf(tier, word.key), state);
			else for (let n = 0; n < parts; n++) this.near(word, tier, await this.index.part(tier + n), state);
			return word.candidates.length > 0;
		}

		async guess(i) {
			const word = this.words[i];
			const last = i + 1 === this.words.length;
			return (
				(await this.otherWay(i)) || (await this.joined(i)) || (await this.halves(i)) || (last && (await this.prefix(word, "t"))) ||
				(await this.slip(word, "t")) || (last && (await this.prefix(word, "b"))) || this.slip(word, "b")
			);
		}

		async otherKeys() {
			for (const way of this.index.ways) {
				const other = way[0] === "keys" && rewrite(way, this.text.toLowerCase());
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
			hit.score = Math.floor((hit.score * (30 * total + 70 * hit.covered)) / (total || 1));
		}
		return { all, hits: [...hits.values()].sort((a, b) => b.score - a.score || a.page - b.page) };
	};

	/* --- asking ----------------------------------------------------------------------------- */

	const get = async (url, cache = "default") => {
		const response = await fetch(url, { cache, credentials: "omit", referrerPolicy: "no-referrer" });
		if (!response.ok) throw new Stale();
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
		const question = new Question(index, text);
		const found = await question.ask();
		let scored = score(question);
		if (!scored.all) {
			await question.readBodies();
			scored = score(question);
		}
		return { index, hits: scored.hits, weak: !found, words: question.words };
	};

	/* A new index may have been published since the page was opened: once more, anew. */
	const ask = async (base, text) => {
		try {
			return await askOnce(base, text, "no-cache");
		} catch {
			indexes.delete(base);
			return askOnce(base, text, "reload");
		}
	};

	/* All languages: the reader's, then the others when it has not the words as typed. */
	const askAll = async (bases, text) => {
		const answers = [await ask(bases[0], text)];
		if (answers[0].weak)
			for (const base of bases.slice(1)) {
				const other = await ask(base, text).catch(() => null);
				if (other) answers.push(other);
			}
		return answers;
	};

	/* --- the page --------------------------------------------------------------------------- */

	const box = document.querySelector("[data-search-page]");
	if (!box) {
		globalThis.tiltsSearch = askAll;
		return;
	}
	box.hidden = false;
	const field = box.querySelector("input");
	const list = document.querySelector("[data-found]");
	const status = document.querySelector("[data-found-count]");
	const bases = box.dataset.searchPage.split(" ");

	const make = (name, text, ...children) => {
		const element = document.createElement(name);
		if (text) element.textContent = text;
		element.append(...children);
		return element;
	};
	const show = async (index, hit) => {
		const page = await index.page(hit.page);
		const [anchor, heading] = hit.section ? page.headings.slice(2 * hit.section - 2) : ["", ""];
		const link = make("a", heading ? `${page.title}: ${heading}` : page.title);
		link.href = page.url + (anchor ? `#${anchor}` : "");
		const item = make("li", "", link, make("p", [page.label, page.description].filter(Boolean).join(". ")));
		if (page.atHand) item.append(make("p", page.atHand));
		item.lang = index.tag;
		return item;
	};
	let last = 0;
	const run = async () => {
		const turn = ++last;
		const text = field.value.trim();
		history.replaceState(null, "", text ? `#${encodeURIComponent(text)}` : location.pathname);
		let items = [];
		let word = "";
		try {
			if (text) {
				const answers = await askAll(bases, text);
				const hits = answers.flatMap(({ index, hits }) => hits.map((hit) => [index, hit])).slice(0, 10);
				items = await Promise.all(hits.map(([index, hit]) => show(index, hit)));
				word = items.length ? `${box.dataset.some}: ${items.length}` : box.dataset.none;
			}
		} catch {
			word = box.dataset.broken;
		}
		if (turn !== last) return;
		list.replaceChildren(...items);
		status.textContent = word;
	};
	let timer;
	field.addEventListener("input", () => {
		clearTimeout(timer);
		timer = setTimeout(run, 120);
	});
	box.addEventListener("submit", (event) => {
		event.preventDefault();
		run();
	});
	const take = () => {
		try {
			field.value = decodeURIComponent(location.hash.slice(1));
		} catch {
			field.value = "";
		}
		run();
	};
	addEventListener("hashchange", take);
	if (field.value) run();
	else take();
})();
