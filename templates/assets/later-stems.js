/* Snowball's stems of Russian and English words, as libstemmer has them in the build (src/search/stem.c);
 * fetched by later-search.js for words of these languages. */
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

const VOWEL = /[aeiouy]/;
const PLURAL = /[aeiouy].+s$/;
const SHORT = /(^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$/;
const SPECIAL = { skis: "ski", skies: "sky", dying: "die", lying: "lie", tying: "tie", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli", only: "onli", singly: "singl" };
const STEP2 = { ational: "ate", tional: "tion", enci: "ence", anci: "ance", abli: "able", entli: "ent", izer: "ize", ization: "ize", ation: "ate", ator: "ate", alism: "al", aliti: "al", alli: "al", fulness: "ful", ousli: "ous", ousness: "ous", iveness: "ive", iviti: "ive", biliti: "ble", bli: "ble", fulli: "ful", lessli: "less" };
const STEP3 = { ational: "ate", tional: "tion", alize: "al", icate: "ic", iciti: "ic", ical: "ic", ful: "", ness: "" };
const byLength = (ends) => ends.sort((a, b) => b.length - a.length);
const ENDS2 = byLength([...Object.keys(STEP2), "ogi", "li"]);
const ENDS3 = byLength([...Object.keys(STEP3), "ative"]);
const ENDS4 = byLength("al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion".split(" "));
const longest = (word, ends) => ends.find((end) => word.endsWith(end));
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
	const short = () => SHORT.test(w) && r1 >= w.length;
	if (w.endsWith("sses")) w = w.slice(0, -2);
	else if (/ie[ds]$/.test(w)) w = w.slice(0, w.length > 4 ? -2 : -1);
	else if (/s$/.test(w) && !/[us]s$/.test(w) && PLURAL.test(w)) w = w.slice(0, -1);
	if (/^(inning|outing|canning|herring|earring|proceed|exceed|succeed)$/.test(w)) return w;
	const ended = w.match(/(eedly|eed|edly|ingly|ed|ing)$/);
	if (ended) {
		const left = w.slice(0, -ended[0].length);
		if (ended[0].startsWith("eed")) {
			if (left.length >= r1) w = `${left}ee`;
		} else if (VOWEL.test(left)) {
			w = left;
			if (/(at|bl|iz)$/.test(w)) w += "e";
			else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(w)) w = w.slice(0, -1);
			else if (short()) w += "e";
		}
	}
	w = w.replace(/(.[^aeiouy])[yY]$/, "$1i");
	const replace = (table, ends) => {
		const end = longest(w, ends);
		if (!end || w.length - end.length < r1) return;
		const left = w.slice(0, -end.length);
		if (end in table) w = left + table[end];
		else if (end === "ogi") w = left.endsWith("l") ? `${left}og` : w;
		else if (end === "li") w = /[cdeghkmnrt]$/.test(left) ? left : w;
		else if (left.length >= r2) w = left;
	};
	replace(STEP2, ENDS2);
	replace(STEP3, ENDS3);
	const last = longest(w, ENDS4);
	if (last && w.length - last.length >= r2 && (last !== "ion" || /[st]ion$/.test(w))) w = w.slice(0, -last.length);
	if (w.endsWith("e")) {
		const left = w.slice(0, -1);
		const whole = w;
		w = left;
		const isShort = SHORT.test(left);
		if (!(left.length >= r2 || (left.length >= r1 && !isShort))) w = whole;
	} else if (w.endsWith("ll") && w.length - 1 >= r2) w = w.slice(0, -1);
	return w.toLowerCase();
};
