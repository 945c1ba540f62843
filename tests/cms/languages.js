// What the forms say in each of their languages: node languages.js ADMIN, where ADMIN is what
// `tilts cms` wrote. No text of a schema lacks a translation, none is left over from a text that
// was changed, and words of lists keep their names in every language.
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");
const assert = require("node:assert/strict");

const [admin] = process.argv.slice(2);
for (const name of ["model", "words", "language", "field", "latvian"])
	vm.runInThisContext(fs.readFileSync(path.join(admin, `${name}.js`), "utf8"), { filename: `${name}.js` });
const { tilts } = globalThis;

// --- which language a form speaks

const cases = [
	[null, ["en-US", "lv"], "lv", "lv"], // who reads the site's language gets it
	[null, ["ru-RU", "en"], "lv", "ru"],
	[null, ["en-US"], "lv", "en"],
	[null, ["de"], "lv", "lv"],
	[null, [], "et", "en"],
	["ru", ["lv"], "lv", "ru"], // what was chosen goes first
	["xx", ["lv"], "lv", "lv"],
];
for (const [chosen, wanted, first, picked] of cases)
	assert.equal(tilts.language.pick(chosen, wanted, first), picked, `${chosen} ${wanted} ${first}`);

// --- what schemas say

function textsOf(node, isNames = false) {
	if (!node || typeof node !== "object")
		return [];
	return Object.entries(node).flatMap(([key, value]) =>
		!isNames && ["title", "description"].includes(key) && typeof value === "string" ? [value]
			: textsOf(value, !Array.isArray(node) && !isNames && ["properties", "patternProperties", "$defs"].includes(key)));
}

function wordsOf(field) {
	const own = (field.words || []).map((w) => w.label !== w.value);
	return [...own, ...(field.fields || []).flatMap(wordsOf), ...(field.item ? wordsOf(field.item) : [])];
}

const texts = new Set(tilts.model.kinds.flatMap((kind) => textsOf(kind.schema)));
assert.ok(texts.size > 400, "the portal's schemas");
for (const [code, said] of Object.entries(tilts.model.said)) {
	assert.deepEqual([...texts].filter((t) => !said[t]), [], `${code}: not translated`);
	assert.deepEqual(Object.keys(said).filter((t) => !texts.has(t)), [], `${code}: no schema says it`);
	for (const { name, schema } of tilts.model.kinds) {
		const other = tilts.language.said(schema, said);
		assert.deepEqual(wordsOf(tilts.field.fromSchema(other, ["lv"])),
			wordsOf(tilts.field.fromSchema(schema, ["lv"])), `${code} ${name}: words that have names`);
	}
}
assert.deepEqual(Object.keys(tilts.model.said).sort(), ["en", "ru"]);

// A field that is called "title" is no text.
const named = { properties: { title: { title: "A", description: "B" } }, title: "A" };
assert.deepEqual(tilts.language.said(named, { A: "a", B: "b" }),
	{ properties: { title: { title: "a", description: "b" } }, title: "a" });

// --- what the form itself says

const shape = (words) => Object.keys(words).sort().join(" ");
for (const code of Object.keys(tilts.wordsIn)) {
	assert.equal(shape(tilts.wordsIn[code]), shape(tilts.wordsIn.en), code);
	assert.equal(shape(tilts.keysIn[code]), shape(tilts.keysIn.lv), code);
}
const keys = tilts.model.rows.flatMap((row) => [row.key, ...(row.inside || []).map((r) => r.key)]);
assert.deepEqual(keys.filter((key) => !tilts.keysIn.lv[key]), [], "keys of a page without a name");
