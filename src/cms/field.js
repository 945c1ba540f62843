/*
 * What a form knows of one field, made from a JSON Schema or from a row of the front
 * matter's table, and the way between what a file says and what a form shows:
 *
 *	{name, title, help, type, required, unknown, …}
 *
 * `type` is text (one box a language), string, number, bool, words, record, list,
 * object or raw (shown as it is written). `unknown`: null may stand there, which says
 * "we do not know"; for a list that is another thing than "we know: there are none",
 * and beside it stands a field of its own, <name>__empty.
 */
"use strict";
var tilts = typeof tilts === "undefined" ? {} : tilts;

tilts.field = (function () {
	const depthMax = 6;

	/* --- from a schema ------------------------------------------------------------ */

	function resolve(node, root) {
		if (!node.$ref)
			return node;
		const name = node.$ref.replace("#/$defs/", "");
		return { ...(name === "#" ? root : root.$defs[name]), ...node, $ref: undefined };
	}

	function typesOf(node) {
		const types = [].concat(node.type || []);
		if (!types.length && node.enum)
			types.push(...new Set(node.enum.map((v) => (v === null ? "null" : typeof v))));
		return types;
	}

	/* "open — strādā, closed — slēgta." in a description: how people call the words. */
	function labelsOf(words, description) {
		return words.map((value) => {
			const at = (description || "").match(new RegExp(
				`(?:^|[\\s,;.])${value.replace(/[^\w-]/g, "")} [—–-] ([^,;.]+)`));
			return { value, label: at ? `${at[1].trim()} (${value})` : value };
		});
	}

	function simpleType(node, types) {
		if (node.enum && types.length === 1 && types[0] === "string")
			return "words";
		if (types.length !== 1)
			return null;
		if (types[0] === "string" && node.enum === undefined)
			return node["x-kind"] ? "record" : "string";
		return { integer: "number", number: "number", boolean: "bool" }[types[0]] || null;
	}

	function compileObject(field, node, root, depth) {
		if (!node.properties || node.additionalProperties !== false || depth > depthMax)
			return { ...field, type: "raw" };
		const required = node.required || [];
		const fields = Object.keys(node.properties).map((name) =>
			compile(name, node.properties[name], root, required.includes(name), depth + 1));
		return { ...field, type: "object", fields };
	}

	function compileList(field, node, root, depth) {
		const item = node.items ? compile("item", node.items, root, true, depth + 1) : null;
		const shown = item && !item.unknown && item.type !== "raw" && item.type !== "list";
		return shown ? { ...field, type: "list", item, min: node.minItems, max: node.maxItems,
				unique: node.uniqueItems }
			: { ...field, type: "raw" };
	}

	function compile(name, written, root, required, depth) {
		const node = resolve(written, root);
		const types = typesOf(node);
		const known = types.filter((t) => t !== "null");
		const field = { name, title: node.title || name, help: node.description || "", required,
			unknown: types.includes("null"), fallback: node.default };
		if (node.oneOf || node.const !== undefined)
			return { ...field, type: "raw" };
		if (node["x-text"])
			return { ...field, type: "text", long: node.contentMediaType !== undefined };
		const simple = simpleType(node, known);
		if (simple)
			return { ...field, type: simple, rule: node, kind: node["x-kind"],
				words: node.enum && labelsOf(node.enum.filter((w) => w !== null), node.description) };
		if (known.length === 1 && known[0] === "array")
			return compileList(field, node, root, depth);
		if (known.length === 1 && known[0] === "object")
			return compileObject(field, node, root, depth);
		return { ...field, type: "raw" };
	}

	function fromSchema(schema, languages) {
		const field = compile("", schema, schema, true, 0);
		if (field.type !== "object")
			field.fields = [];
		return { ...field, type: "object", languages };
	}

	/* --- from the table of front matter ---------------------------------------------- */

	const shapes = { string: "string", filled: "string", web: "string", date: "string",
		int: "number", bool: "bool", strings: "list", word: "words", objects: "list" };
	const rules = { date: { format: "date" }, int: { type: "integer" }, web: { format: "uri" } };
	/* What the build would refuse of these keys, told by the form before it is saved. */
	const ownRules = {
		slug: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", says: "badId" },
		aliases: { pattern: "^/", examples: ["/veca/lapa/"] },
		keywords: { pattern: "^[^,;]*$", says: "oneALine" },
	};

	function fromRow(row) {
		const field = { name: row.key, title: row.title || row.key, help: row.help,
			required: row.required, unknown: false, type: shapes[row.type] || "raw", yaml: true,
			wraps: ["description", "checked_how"].includes(row.key), rule: rules[row.type] || ownRules[row.key] || {}, words: row.words && labelsOf(row.words, row.help) };
		if (row.type === "strings")
			field.item = { name: "item", title: field.title, type: "string", required: true, rule: field.rule };
		if (row.type === "objects" && !row.inside)
			field.type = "raw";
		if (row.type === "objects" && row.inside)
			field.item = { name: "item", title: field.title, type: "object", required: true,
				fields: row.inside.map(fromRow) };
		return field;
	}

	function fromRows(rows) {
		return { name: "", type: "object", fields: rows.map(fromRow), languages: [] };
	}

	/* --- from the file to the form ---------------------------------------------------- */

	class Mismatch extends Error {}

	function mismatch(field) {
		throw new Mismatch(field.name);
	}

	const readers = {
		string(field, node) {
			return node.type === "string" || node.type === "plain" ? node.value : mismatch(field);
		},
		number(field, node) {
			const fits = node.type === "number" || /^-?\d+(\.\d+)?$/.test(
				node.type === "plain" ? node.value : "");
			return fits ? node.text.trim() : mismatch(field);
		},
		bool(field, node) {
			const text = String(node.value);
			const fits = node.type === "boolean" || (node.type === "plain" && /^(true|false)$/.test(text));
			return fits ? text : mismatch(field);
		},
		words(field, node) {
			const value = readers.string(field, node);
			return field.words.some((w) => w.value === value) ? value : mismatch(field);
		},
		text(field, node, languages) {
			if (node.type === "string")
				return { [languages[0]]: node.value };
			if (node.type !== "object" || node.members.some((m) => !languages.includes(m.key)))
				mismatch(field);
			const form = {};
			for (const m of node.members)
				form[m.key] = readers.string(field, m.node);
			return form;
		},
		list(field, node, languages) {
			if (node.type !== "list")
				mismatch(field);
			return node.members.map((m) => {
				const form = toForm(field.item, m.node, languages);
				return form === undefined ? mismatch(field) : form;
			});
		},
		object(field, node, languages) {
			if (node.type !== "object")
				mismatch(field);
			const form = {};
			for (const m of node.members) {
				const inner = field.fields.find((f) => f.name === m.key);
				if (!inner)
					mismatch(field);
				form[m.key] = toForm(inner, m.node, languages);
				if (hasState(inner) && isEmpty(form[m.key]))
					form[stateOf(inner)] = m.node.type === "null" ? "unknown" : "none";
			}
			return form;
		},
		raw(field, node) {
			return tilts.tree.print(node).trim();
		},
	};
	readers.record = readers.string;

	/* undefined when nothing is known. */
	function toForm(field, node, languages) {
		if (field.type !== "raw" && node.type === "null")
			return undefined;
		return readers[field.type](field, node, languages);
	}

	/* --- from the form to the file ------------------------------------------------------ */

	function hasState(field) {
		return field.unknown && field.type === "list";
	}

	function stateOf(field) {
		return `${field.name}__empty`;
	}

	function isEmpty(form) {
		if (Array.isArray(form))
			return form.every(isEmpty);
		if (form && typeof form === "object")
			return Object.keys(form).every((k) => k.endsWith("__empty") || isEmpty(form[k]));
		return form === undefined || form === null || form === "";
	}

	/* Forms are alike when they would be written alike: what is empty is left out. */
	function canonical(form) {
		if (Array.isArray(form))
			return form.filter((f) => !isEmpty(f)).map(canonical);
		if (!form || typeof form !== "object")
			return String(form);
		const out = {};
		for (const key of Object.keys(form).sort()) {
			const state = key.endsWith("__empty");
			const says = state && form[key] && isEmpty(form[key.slice(0, -7)]);
			if (state ? says : !isEmpty(form[key]))
				out[key] = canonical(form[key]);
		}
		return out;
	}

	function same(a, b) {
		return JSON.stringify(canonical(a === undefined ? null : a)) ===
			JSON.stringify(canonical(b === undefined ? null : b));
	}

	/* undefined: the field is left out. */
	function emptyValue(field, state) {
		if (field.type === "list" && (state === "none" || (field.required && !field.unknown)))
			return [];
		return field.unknown && (field.required || state === "unknown" || !hasState(field)) ? null
			: undefined;
	}

	const writers = {
		string: (field, form) => String(form),
		number: (field, form) => Number(form),
		bool: (field, form) => String(form) === "true",
		text(field, form, languages) {
			const out = {};
			for (const code of languages.filter((c) => !isEmpty(form[c])))
				out[code] = form[code];
			return out;
		},
		list(field, form, languages) {
			return form.filter((f) => !isEmpty(f)).map((f) => fromForm(field.item, f, languages));
		},
		object(field, form, languages) {
			const out = {};
			for (const inner of field.fields) {
				const value = fromForm(inner, form[inner.name], languages, form[stateOf(inner)]);
				if (value !== undefined)
					out[inner.name] = value;
			}
			return out;
		},
		raw: (field, form) => JSON.parse(form),
	};
	writers.record = writers.words = writers.string;

	function fromForm(field, form, languages, state) {
		/* What is not there yet and was left empty stays away, unless it has to be there. */
		if (isEmpty(form))
			return field.required || state ? emptyValue(field, state) : undefined;
		return writers[field.type](field, form, languages);
	}

	return { fromSchema, fromRows, toForm, fromForm, emptyValue, isEmpty, same, hasState, stateOf,
		Mismatch };
})();

if (typeof module !== "undefined")
	module.exports = tilts;
