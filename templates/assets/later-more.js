/* What a search needs when the words do not suffice as they were typed, fetched by later-search.js: beginnings, other
 * ways to type a word, slips (src/search/wanted.c), other languages (src/cmd/search.c), the nearest words. */
const WAY = 4, JOIN = 8, PREFIX = 16, SLIP = 32;
const WIDE = 2;
const MOST = 24;
const CYRILLIC = /[\u0400-\u052f]/;

/* Letters added, left out, changed or swapped between two words; limit + 1 when there are more. */
const distance = (a, b, limit) => {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let older, old, before, row = Array.from({ length: b.length + 1 }, (_, j) => j), least = 0;
	for (let i = 1; i <= a.length; i++) {
		[older, old, row] = [old, row, [i]];
		[before, least] = [least, i];
		for (let j = 1; j <= b.length; j++) {
			row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
			least = Math.min(least, row[j]);
		}
		if (before > limit && least > limit) return limit + 1;
	}
	return Math.min(row[b.length], limit + 1);
};

/* A text typed another way (src/search/way.c), or null. */
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

const waysOf = (index) => index.said("way").map((way) => way.split("|").map((part, i) => (i ? part.split(" ") : part)));

/* The copy on the phone has the words of all heads, but neither those of texts nor the lists of keys. */
const linesOf = (index, name) =>
	index.part(name).then(
		(part) => [...part.values()],
		(fault) => (name[0] === "t" ? Promise.reject(fault) : [])
	);
const keysOfHeads = async (index) => {
	const parts = await Promise.all(index.keys.t.map((_, n) => linesOf(index, `t${n}`)));
	return parts.flat().map(({ key }) => key);
};

/* The keys of titles and headings that begin with some letters; a large site has no lists of them. */
const listOf = async (index, wanted) => {
	const letters = [...index.keys.k.keys()].filter((i) => wanted(index.keys.k[i]));
	const lists = await Promise.all(letters.map((i) => index.part(`k${i}`))).catch(() => null);
	if (!lists) return (await keysOfHeads(index)).filter(([letter]) => wanted(letter));
	letters.forEach((i, n) => index.known.set(index.keys.k[i], lists[n]));
	return lists.flatMap((list) => [...list.keys()]);
};

/* --- the guesses of a question ---------------------------------------------------------- */

export const guessing = (Question) => class extends Question {
	async otherWay(i) {
		for (const way of waysOf(this.index)) {
			const other = way[0] !== "keys" && rewrite(way, this.words[i].folded);
			if (!other) continue;
			const again = this.word(other, this.words[i].reason | WAY);
			again.keyed = this.words[i].folded;
			if (!(await this.asTyped(again, 90))) continue;
			if (!this.isKnown(again) && !CYRILLIC.test(other)) await this.slip(this.words[i], "t");
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
			const left = await this.index.find("t", both[0].key);
			const lines = [left, left && (await this.index.find("t", both[1].key))];
			if (!lines[1]) continue;
			both.forEach((half, k) => this.add(half, "t", lines[k], 100, JOIN));
			this.words.splice(i, 1, ...both);
			return true;
		}
		return false;
	}

	async prefix(word, tier) {
		const { folded } = word;
		if (folded.length < 2) return false;
		const first = this.index.numberOf(tier, word.key);
		const keys = this.index.keys[tier].slice(first, first + 4);
		for (const [i, key] of keys.entries()) {
			if (i && key > folded && !key.startsWith(folded)) break;
			for (const line of await linesOf(this.index, tier + (first + i)))
				if (line.forms.some((form) => form.folded.startsWith(folded))) this.add(word, tier, line, 60, word.reason | PREFIX);
		}
		return word.candidates.length > 0;
	}

	/* With a slip in the last letter: advokāc, of advokātam. */
	async begun(word) {
		const begun = this.word(word.typed.slice(0, -1), word.reason | SLIP);
		if (word.typed.length < 6 || !(await this.prefix(begun, "t"))) return false;
		word.candidates = begun.candidates;
		return true;
	}

	near(word, tier, lines, state) {
		for (const line of lines) {
			const stems = line.key.length > 3 ? distance(word.key, line.key, state.limit) : state.limit + 1;
			/* Forms of a word differ in their endings. Stems that are near say nothing when the words are not. */
			const reach = stems <= state.limit ? stems + 3 : state.limit;
			let best = reach + 1;
			for (const { folded } of line.forms) {
				if (best <= 1) break;
				best = Math.min(best, distance(word.folded, folded, reach));
			}
			if (best <= reach) best = Math.min(best, stems);
			if (best > state.limit) continue;
			if (best < state.limit) word.candidates = [];
			state.limit = best;
			this.add(word, tier, line, best > 1 ? 35 : 55, word.reason | SLIP);
		}
	}

	async slip(word, tier) {
		const { length } = word.folded;
		const state = { limit: length >= 9 ? 2 : 1 };
		if (length < 5 || (CYRILLIC.test(word.folded) && !this.index.cyrillic)) return false;
		const own = this.index.numberOf(tier, word.key);
		this.near(word, tier, await linesOf(this.index, tier + own), state);
		if (tier === "t") await this.nearKeys(word, state, own);
		return word.candidates.length > 0;
	}

	async nearKeys(word, state, own) {
		const isNear = (key) => key.length > 3 && distance(word.key, key, state.limit) <= state.limit && this.index.numberOf("t", key) !== own;
		const found = [];
		for (const key of await listOf(this.index, (letter) => this.wanted === WIDE || letter === word.key[0] || letter === word.key[1])) if (found.length < 8 && isNear(key)) found.push(this.index.find("t", key));
		this.near(word, "t", (await Promise.all(found)).filter(Boolean), state);
	}

	async guess(i) {
		const word = this.words[i];
		const last = i + 1 === this.words.length;
		return (
			(last && (await this.prefix(word, "t"))) || (await this.otherWay(i)) || (await this.joined(i)) || (await this.slip(word, "t")) ||
			(await this.halves(i)) || (last && ((await this.begun(word)) || (await this.prefix(word, "b")))) || this.slip(word, "b")
		);
	}

	async otherKeys() {
		for (const way of waysOf(this.index)) {
			const other = way[0] === "keys" && rewrite(way, this.text.toLowerCase());
			if (!other) continue;
			this.split(other, WAY);
			await super.ask();
			if (this.words.some(({ typed, candidates }) => typed[2] && candidates.length)) return true;
		}
		return false;
	}

	/* Guesses only when they are `wanted`; when that is WIDE, slips in the first letter too. */
	async ask() {
		let found = await super.ask();
		if (!found && this.words.length) {
			found = await this.otherKeys();
			if (!found) {
				this.split(this.text);
				await super.ask();
			}
		}
		for (let i = 0; this.wanted && i < this.words.length; i++) if (!this.words[i].candidates.length) await this.guess(i);
		return found;
	}
};

/* --- other languages ---------------------------------------------------------------------- */

/* One word that the page's language has from Russian tells how the others were meant: what to ask in Russian, at once with
 * guesses, as asking twice would fetch the more. */
const inCyrillic = ({ index, words }) => {
	const ways = waysOf(index).filter(([name]) => name !== "keys");
	const other = ({ typed, folded, keyed = folded }) => ways.map((way) => rewrite(way, keyed)).find((text) => CYRILLIC.test(text)) ?? typed;
	return words.some(({ reason, folded }) => reason & WAY && CYRILLIC.test(folded)) ? words.map(other).join(" ") : undefined;
};

/* One that knows the words better, or any where the reader's own has guesses alone, stands behind a few of these,
 * another behind all. But who writes several words of which that one knows most, and the language of their page few, reads it:
 * it stands first. When none knows them, slips are looked for among all words: `again`. */
const isReaders = ({ known, words }, own) => words[1] && 2 * known > words.length && known > 2 * own.known;
export const withOthers = async (own, hits, asking, again) => {
	const others = [];
	const cyrillic = inCyrillic(own);
	for (const ask of asking) {
		let other = await ask(!!cyrillic, cyrillic).catch(() => null);
		if (!other || other.index.tag === own.index.tag) continue;
		const isRead = cyrillic && other.index.cyrillic;
		if (cyrillic && !isRead) other = await ask();
		if (!isRead && hits[0] && isReaders(other, own)) other = await ask(true);
		others.push(other);
		/* The next could know no more. */
		if (other.known === other.words.length) break;
	}
	others.sort((a, b) => b.known - a.known || b.found - a.found);
	const isBetter = ({ known, found }) => known > own.known || (found && !own.found && !own.known);
	const [best] = others;
	const first = !best || !isBetter(best) ? hits.length : isReaders(best, own) ? 0 : 3;
	const theirs = others.filter(({ found }) => found || !hits.length).flatMap((answer) => answer.hits.map((hit) => [answer, hit]));
	const all = [...hits.slice(0, first), ...theirs, ...hits.slice(first)];
	if (all.length) return all;
	const wide = await again(WIDE);
	return wide.hits.map((hit) => [wide, hit]);
};

/* What is said behind a result's kind: its language, and without a line whether the phone keeps it. */
export const about = async (said, { tag }, { url, label }, offline) => {
	const words = [];
	if (tag !== said.tag) words.push(Intl.DisplayNames ? new Intl.DisplayNames(said.tag, { type: "language" }).of(tag) : tag);
	if (offline && (await caches.match(location.origin + url))) words.push(said.kept);
	const element = document.createElement("span");
	element.textContent = words.join(" · ");
	element.lang = said.tag;
	return [words.length && label ? " · " : "", element];
};

/* --- nothing found ------------------------------------------------------------------------ */

/* Words of the index that are nearest to those for which nothing was found: one letter of three may differ, not the
 * first; with more, a word that nobody ever wrote would be near to something. The lists of keys say which parts are worth reading; a large site has none, and what was read must do. */
const FAR = 1 / 3, KEYS = 12;
const nearest = async ({ index, words }) => {
	const farOf = (typed, text) => distance(typed, text, 3) / Math.max(typed.length, text.length);
	const read = () => Promise.all([...index.parts].filter(([name]) => name[0] === "t").map(([, part]) => part));
	const isFirst = (letter) => words.some(({ key }) => key[0] === letter);
	const list = index.keys.k.length ? await listOf(index, isFirst) : (await read()).flatMap((part) => [...part.keys()]);
	const alike = list.filter((key) => isFirst(key[0]));
	const near = alike.map((key) => [Math.min(...words.map((word) => farOf(word.key, key))), key]);
	const keys = near.sort(([a], [b]) => a - b).slice(0, KEYS).map(([, key]) => key);
	const lines = await Promise.all(keys.map((key) => index.find("t", key)));
	const far = ({ folded }) => Math.min(...words.map((word) => distance(word.folded, folded, Math.ceil(word.folded.length * FAR)) / word.folded.length));
	const nearestOf = (forms) => forms.map((form) => [far(form), form.form]).sort(([a], [b]) => a - b)[0];
	const found = lines.filter(Boolean).map(({ forms }) => nearestOf(forms.filter(({ folded }) => folded.length > 3)) ?? [1]);
	return found.filter(([n]) => n <= FAR).sort(([a], [b]) => a - b).slice(0, 3).map(([, form]) => form);
};

/* The nearest words, as buttons in `near`: the one that is pressed is asked instead. */
export const offer = async (near, answer, field, run) => {
	const words = await nearest(answer).catch(() => []);
	const buttons = words.map((word) => {
		const button = document.createElement("button");
		button.textContent = word;
		button.type = "button";
		button.className = "btn";
		button.addEventListener("click", () => {
			field.value = word;
			run();
			field.focus();
		});
		return button;
	});
	near.hidden = !words.length;
	near.lastElementChild.replaceChildren(...buttons);
};
