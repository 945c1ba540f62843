/*
 * The editor's language, and what schemas say in it.
 *
 * A form speaks the language that was chosen in its corner; else the site's first, if the browser
 * asks for that one anywhere; else the first that the browser asks for and the form has.
 */
"use strict";
var tilts = typeof tilts === "undefined" ? {} : tilts;

tilts.language = (function () {
	const stored = "tilts-language";

	function pick(chosen, wanted, first) {
		const known = Object.keys(tilts.wordsIn);
		const codes = wanted.map((tag) => tag.toLowerCase().split("-")[0]);
		const own = codes.includes(first) ? [first] : [];
		return [chosen, ...own, ...codes, first, "en"].find((code) => known.includes(code));
	}

	/* A browser may refuse to store anything. */
	function chosen() {
		try {
			return localStorage.getItem(stored);
		} catch (error) {
			return null;
		}
	}

	/* Where it refuses, the CMS does not start; where its room is full, nothing is chosen. */
	function store(key, value) {
		try {
			localStorage.setItem(key, value);
			return true;
		} catch (error) {
			return false;
		}
	}

	const canStore = () => store("tilts-stores", "");

	/* Of the schema's own words: a property may be called "title". */
	function said(node, texts, isNames = false) {
		if (Array.isArray(node))
			return node.map((n) => said(n, texts));
		if (!node || typeof node !== "object")
			return node;
		const out = {};
		for (const [key, value] of Object.entries(node)) {
			const isText = !isNames && (key === "title" || key === "description");
			const holdsNames = !isNames && ["properties", "patternProperties", "$defs"].includes(key);
			out[key] = isText && typeof value === "string" ? texts[value] || value : said(value, texts, holdsNames);
		}
		return out;
	}

	function chooser() {
		const box = document.createElement("select");
		box.setAttribute("aria-label", tilts.words.language);
		box.style.cssText = "position: fixed; bottom: 0; left: 0; z-index: 9; padding: 4px; background: #fff; color: #222";
		for (const code of Object.keys(tilts.wordsIn))
			box.add(new Option(tilts.wordsIn[code].ownName, code, false, code === tilts.locale));
		box.addEventListener("change", () => {
			store(stored, box.value);
			location.reload();
		});
		return box;
	}

	return { pick, chosen, canStore, said, chooser };
})();

if (typeof module !== "undefined")
	module.exports = tilts;
