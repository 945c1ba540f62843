// The form's formats over a whole content folder, without a browser: node bytes.js
// ADMIN CONTENT [STEP], where ADMIN is what `tilts cms` wrote. Each file that is opened and
// saved has the same bytes; each value, or every STEP-th, that is changed changes its own
// line and nothing else.
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const [admin, content, step = "1"] = process.argv.slice(2);
for (const name of ["model", "words", "tree", "json", "yaml", "field", "mend", "format", "rule"])
	vm.runInThisContext(fs.readFileSync(path.join(admin, `${name}.js`), "utf8"), { filename: `${name}.js` });
const { tilts } = globalThis;
tilts.words = tilts.wordsIn.en;

const failures = [];
let files = 0;
let changes = 0;
let values = 0;

function fail(file, text) {
	failures.push(`${file}: ${text}`);
}

// How many lines of each text are not the other's, but for a common beginning and end.
function linesThatDiffer(before, after) {
	const a = before.split("\n");
	const b = after.split("\n");
	let first = 0;
	let last = 0;
	while (first < Math.min(a.length, b.length) && a[first] === b[first]) first++;
	while (last < Math.min(a.length, b.length) - first && a[a.length - 1 - last] === b[b.length - 1 - last]) last++;
	return [a.length - first - last, b.length - first - last];
}

function otherValue(field, value) {
	if (field.type === "words") return field.words.find((w) => w.value !== value)?.value;
	if (field.type === "bool") return value === "true" ? "false" : "true";
	if (field.type === "raw") return undefined;
	return field.type === "number" ? `1${value}` : `${value}x`;
}

// Calls put(form) once for each value below the field, with that one changed.
function eachChange(field, form, put) {
	if (form === undefined) return;
	if (field.type === "object")
		for (const inner of field.fields)
			eachChange(inner, form[inner.name], (value) => put({ ...form, [inner.name]: value }));
	else if (field.type === "text")
		for (const code of Object.keys(form)) put({ ...form, [code]: `${form[code]}x` });
	else if (field.type === "list")
		form.forEach((item, i) => eachChange(field.item, item, (value) => put(form.map((f, j) => (i === j ? value : f)))));
	else if (otherValue(field, form) !== undefined) put(otherValue(field, form));
}

function ownOf(form) {
	return Object.fromEntries(Object.entries(form).filter(([key]) => !key.startsWith("_")));
}

function tryChange(format, file, text, form) {
	if (values++ % Number(step)) return;
	const written = format.toFile(form);
	const [gone, come] = linesThatDiffer(text, written);
	changes++;
	if (gone !== 1 || come !== 1) fail(file, `one value, but ${gone} lines gone and ${come} come`);
	const again = format.fromFile(written);
	if (again._text || !tilts.field.same(ownOf(again), ownOf(form))) fail(file, `a changed value is not read back: ${written.split("\n").filter((l) => !text.includes(l)).join(" ")}`);
}

// A new file says what its form said.
function tryNew(format, file, form) {
	const again = format.fromFile(format.toFile({ ...ownOf(form), _body: form._body }));
	if (again._text || !tilts.field.same(ownOf(again), ownOf(form))) fail(file, "written anew it says something else");
}

function tryFile(format, file) {
	const text = fs.readFileSync(file, "utf8");
	const form = format.fromFile(text);
	if (!form._record) return;
	files++;
	if (form._text) return fail(file, "is shown as text");
	if (format.toFile(form) !== text) fail(file, "has other bytes when nothing was changed");
	const windows = text.replace(/\n/g, "\r\n");
	if (format.toFile(format.fromFile(windows)) !== windows) fail(file, "loses the line ends of Windows");
	eachChange(format.field, ownOf(form), (changed) => tryChange(format, file, text, { ...form, ...changed }));
	tryNew(format, file, form);
}

function below(folder, ending) {
	return fs.readdirSync(folder, { recursive: true }).filter((n) => n.endsWith(ending)).map((n) => path.join(folder, n));
}

const codes = tilts.model.languages.map((language) => language.code);
for (const kind of tilts.model.kinds)
	for (const file of below(path.join(content, "data", kind.name), ".json"))
		tryFile(tilts.format.record(kind, codes), file);
for (const code of codes)
	for (const file of below(path.join(content, code), ".md")) tryFile(tilts.format.page(tilts.model.rows), file);

for (const line of failures.slice(0, 20)) console.log(line);
console.log(`${files} files, ${changes} changes, ${failures.length} failures`);
process.exitCode = failures.length || !changes ? 1 : 0;
