// Checks records with ajv, and with the language service of the editor that most editors'
// editors are (VS Code's), bound as .vscode/settings.json says.
//
//	node tests/feeds/records.mjs ROOT [DATA]
//
// Prints a line for each message on a record below ROOT/content/data or below DATA, which
// has no schemas of its own; then, of each kind, what the two say of a record in which one
// value was made wrong, when either says nothing. The last line is the number of records.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import languageService from 'vscode-json-languageservice';

const { getLanguageService, TextDocument } = languageService;
const [root, ...more] = process.argv.slice(2);
const read = (path) => readFileSync(path, 'utf8');
const folders = [join(root, 'content/data'), ...more];
const kinds = readdirSync(folders[0], { withFileTypes: true })
	.filter((entry) => entry.isDirectory()).map((entry) => entry.name);

// --- the two ----------------------------------------------------------------------------

const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
ajv.addFormat('tel', true); // ours: an E.164 number
const validators = new Map();
for (const kind of kinds)
	validators.set(kind, ajv.compile(JSON.parse(read(join(folders[0], kind, 'schema.json')))));

const service = getLanguageService({
	schemaRequestService: async (uri) => read(new URL(uri)),
	workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
});
const bindings = JSON.parse(read(join(root, '.vscode/settings.json')))['json.schemas'];
// As the editor does it: a pattern begins at the folder that is open.
const below = (pattern) => pattern.replace(/^!?/, (not) => not + resolve(root));
service.configure({
	validate: true,
	schemas: bindings.map(({ fileMatch, url }) => ({
		fileMatch: fileMatch.map(below), uri: pathToFileURL(join(root, url)).href,
	})),
});

// A record of DATA is one of content/data to the service: its place decides on the schema.
async function ofService(kind, name, text) {
	const uri = pathToFileURL(join(folders[0], kind, name)).href;
	const document = TextDocument.create(uri, 'json', 1, text);
	const found = await service.doValidation(document, service.parseJSONDocument(document));
	return found.map((one) => one.message);
}

function ofAjv(kind, text) {
	const validate = validators.get(kind);
	return validate(JSON.parse(text)) ? [] :
		validate.errors.map((one) => `${one.instancePath} ${one.message}`);
}

// --- records, and spoiled ones ------------------------------------------------------------

function* recordsOf(folder, kind) {
	let names = [];
	try {
		names = readdirSync(join(folder, kind)).filter((name) => name.endsWith('.json'));
	} catch {
		return;
	}
	for (const name of names)
		if (name !== 'schema.json')
			yield [name, read(join(folder, kind, name))];
}

// A day that is none, where the kind has one; else a field that nobody knows.
function spoil(text) {
	const record = JSON.parse(text);
	if (record.checked_on)
		record.checked_on = 'vakar';
	else
		record.nezinams = 1;
	return JSON.stringify(record);
}

let count = 0;
for (const folder of folders)
	for (const kind of kinds)
		for (const [name, text] of recordsOf(folder, kind)) {
			const path = relative(root, join(folder, kind, name));
			for (const message of ofAjv(kind, text))
				console.log(`${path}: ajv: ${message}`);
			for (const message of await ofService(kind, name, text))
				console.log(`${path}: editor: ${message}`);
			const bound = JSON.stringify({ $schema: './schema.json', ...JSON.parse(text) });
			for (const message of [...ofAjv(kind, bound), ...await ofService(kind, name, bound)])
				console.log(`${path}: with $schema: ${message}`);
			if (!ofAjv(kind, spoil(text)).length)
				console.log(`${path}: ajv: does not see a wrong value`);
			if (!(await ofService(kind, name, spoil(text))).length)
				console.log(`${path}: editor: does not see a wrong value`);
			count++;
		}
console.log(`${count} records`);
