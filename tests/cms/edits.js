// What an edit in the form makes of a file, exactly: node edits.js ADMIN. Each case is a file,
// what is changed in its form, and the file that comes of it.
const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const [admin] = process.argv.slice(2);
for (const name of ["model", "words", "tree", "json", "yaml", "field", "mend", "format", "rule"])
	vm.runInThisContext(fs.readFileSync(path.join(admin, `${name}.js`), "utf8"), { filename: `${name}.js` });
const { tilts } = globalThis;
tilts.words = tilts.wordsIn.en;

const schema = {
	type: "object",
	additionalProperties: false,
	required: ["name", "phones", "source"],
	properties: {
		name: { "x-text": true },
		note: { "x-text": true },
		phones: { type: ["array", "null"], items: { type: "object", additionalProperties: false, required: ["number"],
			properties: { number: { type: "string" }, task: { "x-text": true } } } },
		units: { type: "array", items: { enum: ["a", "b", "c"] } },
		email: { type: ["string", "null"] },
		seats: { type: ["integer", "null"], minimum: 1 },
		source: { type: "array", items: { type: "string" } },
	},
};
const record = tilts.format.record({ schema }, ["lv", "ru"]);
const page = tilts.format.page(tilts.model.rows);
let cases = 0;

function edit(format, before, change, after) {
	cases++;
	const form = format.fromFile(before);
	assert.equal(form._text, undefined, before);
	assert.equal(format.toFile(form), before);
	assert.equal(format.toFile({ ...form, ...change }), after);
}

const FILE = '{\n  "name": {"lv": "A"},\n  "phones": null,\n  "units": ["a", "b"],\n  "email": null,\n  "source": []\n}\n';
const replaced = (from, to) => FILE.replace(from, to);

// null is "we do not know", [] is "there are none"; a form that is left alone says neither anew.
edit(record, FILE, { phones: [], email: "" }, FILE);
edit(record, FILE, { phones: [], phones__empty: "none" }, replaced('"phones": null', '"phones": []'));
edit(record, FILE, { email: "a@b.lv" }, replaced('"email": null', '"email": "a@b.lv"'));
edit(record, FILE, { seats: "12" }, replaced('"email": null', '"email": null,\n  "seats": 12'));
edit(record, FILE, { phones: [{ number: "112" }] },
	replaced('"phones": null', '"phones": [\n    {\n      "number": "112"\n    }\n  ]'));
edit(record, FILE.replace("null", '[{"number": "1"}]'), { phones: [{ number: "1", task: { lv: "B" } }] },
	FILE.replace("null", '[{"number": "1","task": {\n        "lv": "B"\n      }}]'));
edit(record, FILE.replace("null", '[{"number": "1"}, {"number": "2"}]'), { phones: [{ number: "2" }] },
	FILE.replace("null", '[ {"number": "2"}]'));
edit(record, FILE.replace("null", '[{"number": "1"}]'), { phones: [] }, FILE);

// Words keep their line; another language comes in its place; a text alone stays a text.
edit(record, FILE, { units: ["a", "b", "c"] }, replaced('["a", "b"]', '["a", "b","c"]'));
edit(record, FILE, { units: ["b"] }, replaced('["a", "b"]', '[ "b"]'));
edit(record, FILE, { name: { lv: "A", ru: "Б" } }, replaced('{"lv": "A"}', '{"lv": "A","ru": "Б"}'));
edit(record, FILE, { note: { lv: "N" } }, replaced('{"lv": "A"},', '{"lv": "A"},\n  "note": {\n    "lv": "N"\n  },'));
edit(record, replaced('{"lv": "A"}', '"A"'), { name: { lv: "B" } }, replaced('{"lv": "A"}', '"B"'));
edit(record, replaced('{"lv": "A"}', '"A"'), { name: { lv: "A", ru: "Б" } },
	replaced('{"lv": "A"}', '{\n    "lv": "A",\n    "ru": "Б"\n  }'));

// What no form knows is shown as text, and written as that text.
for (const strange of ['{"name": {"lv": "A"}, "other": 1}', '{"name": {"de": "A"}}', "[1]", "{", ""]) {
	cases++;
	const form = record.fromFile(strange);
	assert.equal(form._text, strange);
	if (strange) assert.equal(record.toFile({ ...form, _text: "{}" }), "{}");
}
assert.equal(record.fromFile('{"$schema": "x"}')._record, false);

const PAGE = `---
# no form touches this
title: "A: b"
description: 'It''s'
order: 1 # first
keywords: [x, "y z"]
sources:
  - {title: "T", url: "https://a.lv/"}
  - title: "U"
    url: https://b.lv/
---

Text.

> [!NOTE]
> 45\\. pants
`;
edit(page, PAGE, { title: 'C "d"' }, PAGE.replace('"A: b"', '"C \\"d\\""'));
edit(page, PAGE, { description: "It's so" }, PAGE.replace("'It''s'", "'It''s so'"));
edit(page, PAGE, { order: "2" }, PAGE.replace("order: 1 #", "order: 2 #"));
edit(page, PAGE, { order: "" }, PAGE.replace("order: 1 # first\n", ""));
edit(page, PAGE, { slug: "a-b" }, PAGE.replace("It''s'\n", "It''s'\nslug: a-b\n"));
edit(page, PAGE, { keywords: ["x", "y z", "w"] }, PAGE.replace('"y z"]', '"y z", w]'));
// Bare, these would be no texts to a reader of YAML, of 1.1 or 1.2.
for (const word of ["yes", "No", "on", "OFF", "y", "N", "true", "False", "null", "116123", "1e3"])
	edit(page, PAGE, { keywords: ["x", "y z", word] }, PAGE.replace('"y z"]', `"y z", "${word}"]`));
edit(page, PAGE, { slug: "no" }, PAGE.replace("It''s'\n", `It''s'\nslug: "no"\n`));
edit(page, PAGE, { slug: "node" }, PAGE.replace("It''s'\n", "It''s'\nslug: node\n"));
edit(page, PAGE, { sources: [{ title: "T", url: "https://a.lv/c" }, { title: "U", url: "https://b.lv/" }] },
	PAGE.replace("https://a.lv/", "https://a.lv/c"));
edit(page, PAGE, { sources: [{ title: "U", url: "https://b.lv/" }] },
	PAGE.replace('  - {title: "T", url: "https://a.lv/"}\n', ""));
edit(page, PAGE.replace("order:", "# a word\norder:"), { order: "" }, PAGE.replace("order: 1 # first\n", "# a word\n"));
edit(page, PAGE.replace("# no form touches this\n", ""), { title: "" },
	PAGE.replace('# no form touches this\ntitle: "A: b"\n', ""));
edit(page, PAGE, { sources: [] }, PAGE.replace(/sources:[^]*?---/, "---"));
edit(page, PAGE, { _body: "\nOther.\n" }, `${PAGE.slice(0, PAGE.indexOf("\nText."))}\nOther.\n`);
edit(page, PAGE.replace(/\n/g, "\r\n"), { title: "Z", order: "3" },
	PAGE.replace('"A: b"', '"Z"').replace("order: 1", "order: 3").replace(/\n/g, "\r\n"));
edit(page, PAGE.replace(/\n/g, "\r\n"), { _body: "\nOther.\nMore.\n" },
	`${PAGE.slice(0, PAGE.indexOf("\nText."))}\nOther.\nMore.\n`.replace(/\n/g, "\r\n"));
for (const strange of ["no front matter\n", "---\ntitle: >\n  folded\n---\n", "---\ntitle: &a x\n---\n", "---\nunknown: 1\n---\n"]) {
	cases++;
	assert.equal(page.fromFile(strange)._text, strange);
}

// What is told of a value before it is saved.
const { words } = tilts;
for (const [type, rule, value, told] of [
	["string", { format: "date" }, "2026-02-28", ""],
	["string", { format: "date" }, "2026-02-30", words.badDate],
	["string", { format: "date" }, "28.02.2026", words.badDate],
	["number", { type: "integer", minimum: 1, maximum: 9 }, "9", ""],
	["number", { type: "integer", minimum: 1, maximum: 9 }, "1", ""],
	["number", { type: "integer", minimum: 1, maximum: 9 }, "10", words.outOfRange],
	["number", { type: "integer", minimum: 1, maximum: 9 }, "0", words.outOfRange],
	["number", { type: ["integer", "null"] }, "1.5", words.badNumber],
	["string", { minLength: 2, maxLength: 3 }, "ā", words.tooShort],
	["string", { minLength: 2, maxLength: 3 }, "āāā", ""],
	["string", { minLength: 2, maxLength: 3 }, "āāāā", words.tooLong],
]) {
	cases++;
	assert.equal(tilts.rule.ofScalar({ type, rule }, value, words), told, `${JSON.stringify(rule)} ${value}`);
}
assert.equal(tilts.rule.ofScalar({ type: "string", required: true }, "", words), words.required);
assert.equal(tilts.rule.ofScalar({ type: "string", required: true, unknown: true }, "", words), "");
const list = { type: "list", title: "T", item: { type: "string" }, min: 1, max: 2 };
assert.equal(tilts.rule.ofForm(list, ["a", "a"], words), "");
assert.equal(tilts.rule.ofForm({ ...list, unique: true }, ["a", "a"], words), `T: ${words.twice}`);
assert.equal(tilts.rule.ofForm(list, [""], words), `T: ${words.tooFew}`);
assert.equal(tilts.rule.ofForm(list, ["a", "b", "c"], words), `T: ${words.tooMany}`);

// The guard: what another saved meanwhile stays; a new file gets the name asked for, or none.
vm.runInThisContext(fs.readFileSync(path.join(admin, "backend.js"), "utf8"), { filename: "backend.js" });

async function guard() {
	const disk = { "data/a.json": "{}" };
	let Backend, fails = false;
	globalThis.CMS = {
		getBackend: () => ({ init: () => ({
			getEntry: async (name) => ({ data: disk[name] || "" }),
			persistEntry: async (entry) => {
				if (fails) throw new Error("no network");
				for (const file of entry.dataFiles) disk[file.path] = file.raw;
			},
		}) }),
		registerBackend: (name, made) => (Backend = made),
	};
	tilts.backend.register();
	const backend = new Backend({ backend: { inner: "x" } }, {});
	const format = tilts.backend.remember({ toFile: (data) => data.text });
	const save = (name, data, newEntry) =>
		backend.persistEntry({ dataFiles: [{ path: `data/${name}.json`, raw: format.toFile(data) }] }, { newEntry });

	await save("a", { _file: "{}", text: "none" }, false);
	await save("a", { _file: "none", text: "one" }, false); // whoever goes on after a save
	assert.equal(disk["data/a.json"], "one");
	disk["data/a.json"] = "theirs";
	await assert.rejects(save("a", { _file: "one", text: "two" }, false), { message: tilts.words.conflict });
	await assert.rejects(save("a", { _id: "a", text: "three" }, true), { message: tilts.words.taken });
	await assert.rejects(save("a-1", { _id: "a", text: "four" }, true), { message: tilts.words.taken });
	assert.deepEqual(disk, { "data/a.json": "theirs" });
	await save("b", { _id: "b", text: "five" }, true);
	assert.equal(disk["data/b.json"], "five");
	await save("b", { _file: "four", text: "five" }, false); // another saved the same
	delete disk["data/b.json"];
	await assert.rejects(save("b", { _file: "five", text: "six" }, false), { message: tilts.words.gone });
	assert.deepEqual(disk, { "data/a.json": "theirs" });
	// A text that was not saved is no file's yet: what it was made from still counts.
	disk["data/c.json"] = "{}";
	fails = true;
	await assert.rejects(save("c", { _file: "{}", text: "seven" }, false), { message: "no network" });
	fails = false;
	await save("c", { _file: "seven", text: "eight" }, false);
	assert.equal(disk["data/c.json"], "eight");
	cases += 9;
}

guard().then(() => console.log(`${cases} edits`));
