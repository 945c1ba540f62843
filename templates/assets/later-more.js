/* What a search needs now and then, fetched by later-search.js: Snowball's stems of Russian and English
 * words, as libstemmer has them in the build (src/search/stem.c); other ways to type a word, slips, the nearest words when nothing is found. */
const PERFECTIVE = /(?:([ая])(?:в|вши|вшись)|ив|ивши|ившись|ыв|ывши|ывшись)$/;
const ADJECTIVE = /(?:ее|ие|ые|ое|ими|ыми|ей|ий|ый|ой|ем|им|ым|ом|его|ого|ему|ому|их|ых|ую|юю|ая|яя|ою|ею)$/;
const PARTICIPLE = /(?:([ая])(?:ем|нн|вш|ющ|щ)|ивш|ывш|ующ)$/;
const VERB = /(?:([ая])(?:ла|на|ете|йте|ли|й|л|ем|н|ло|но|ет|ют|ны|ть|ешь|нно)|ила|ыла|ена|ейте|уйте|ите|или|ыли|ей|уй|ил|ыл|им|ым|ен|ило|ыло|ено|ят|ует|уют|ит|ыт|ены|ить|ыть|ишь|ую|ю)$/;
const NOUN = /(?:а|ев|ов|ие|ье|е|иями|ями|ами|еи|ии|и|ией|ей|ой|ий|й|иям|ям|ием|ем|ам|ом|о|у|ах|иях|ях|ы|ь|ию|ью|ю|ия|ья|я)$/;
/* What stands before an ending; some endings need a vowel before them, and leave it. */
const cut = (text, pattern) => {
	const left = text.replace(pattern, (...found) => (typeof found[1] === "string" ? found[1] : ""));
	return left === text ? null : left;
};
export const russian = (word) => {
	const [, start, rv] = word.match(/^(.*?[аеиоуыэюя])(.*)$/) ?? [0, word, ""];
	let end = cut(rv, PERFECTIVE);
	if (end === null) {
		end = rv.replace(/с[яь]$/, "");
		const adjective = cut(end, ADJECTIVE);
		end = adjective !== null ? (cut(adjective, PARTICIPLE) ?? adjective) : (cut(end, VERB) ?? end.replace(NOUN, ""));
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
export const english = (word) => {
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

/* Letters added, left out, changed or swapped between two words; limit + 1 when there are more. */
export const distance = (a, b, limit) => {
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

/* A text typed another way (src/search/way.c), or null. */
export const rewrite = ([, from, to], text) => {
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

/* Words of the index that are nearest to those for which nothing was found: two letters of five may differ. */
const FAR = 0.4;
export const nearest = async ({ index, words }) => {
	const lines = (await Promise.all([...index.parts].filter(([name]) => name[0] === "t").map(([, part]) => part))).flatMap((part) => [...part.values()]);
	const forms = lines.flatMap(({ forms }) => forms.slice(0, 1)).filter(({ folded }) => folded.length > 3);
	const far = ({ folded }) => Math.min(...words.map((word) => distance(word.folded, folded, Math.ceil(word.folded.length * FAR)) / word.folded.length));
	return forms.map((form) => [far(form), form.form]).filter(([n]) => n <= FAR).sort(([a], [b]) => a - b).slice(0, 3).map(([, form]) => form);
};
