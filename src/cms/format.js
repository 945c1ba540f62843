/*
 * The formats that the CMS is given: fromFile() makes what the form shows, toFile()
 * the file again. The whole text travels with the form, in `_file`: what was not
 * changed keeps its bytes, by construction. What can't be shown faithfully comes as
 * text, whole, in `_text`.
 */
"use strict";
var tilts = typeof tilts === "undefined" ? {} : tilts;

tilts.format = (function () {
	const { field: fields, tree, json, yaml, mend } = tilts;

	/* A file with both kinds of line ends gets no third party's. */
	function eolOf(text) {
		return /\r\n/.test(text) && !/(?<!\r)\n/.test(text) ? "\r\n" : "\n";
	}

	/* What is new in a tree was made with \n; a file from Windows gets its own line ends. */
	function withEnds(text, file) {
		return eolOf(file) === "\n" ? text : text.replace(/\r?\n/g, "\r\n");
	}

	function asText(file) {
		return { _file: file, _title: tilts.words.asText, _text: file, _record: true };
	}

	function stripOwn(form) {
		const out = { ...form };
		for (const key of Object.keys(out).filter((k) => /^_/.test(k)))
			delete out[key];
		return out;
	}

	function isSchema(file) {
		try {
			return "$schema" in JSON.parse(file);
		} catch (error) {
			return false;
		}
	}

	/* --- records ---------------------------------------------------------------------- */

	function record(kind, languages) {
		const field = fields.fromSchema(kind.schema, languages);
		const mendJson = mend(json.syntax, languages);

		function read(file) {
			const parsed = json.parse(file);
			return { parsed, form: fields.toForm(field, parsed.node, languages) };
		}

		function titleOf(form) {
			const name = form.name || form.title || form.text;
			return (name && (name[languages[0]] || Object.values(name)[0])) || "";
		}

		function fromFile(file) {
			try {
				const { form } = read(file);
				return { ...form, _file: file, _title: titleOf(form), _record: true };
			} catch (error) {
				/* The schema lies among the records, and is none. */
				return isSchema(file) ? { _record: false, _title: "" } : asText(file);
			}
		}

		function toFile(data) {
			const form = stripOwn(data);
			if (data._text)
				return data._text;
			if (!data._file)
				return JSON.stringify(fields.fromForm(field, form, languages) || {}, null, 2) + "\n";
			const { parsed, form: before } = read(data._file);
			if (fields.same(before, form))
				return data._file;
			const node = mendJson(field, parsed.node, before, form);
			return withEnds(parsed.before + tree.print(node) + parsed.after, data._file);
		}

		return { field, fromFile, toFile };
	}

	/* --- pages -------------------------------------------------------------------------- */

	function split(file) {
		const found = /^(\uFEFF?---[ \t]*\r?\n)([^]*?)(^---[ \t]*(?:\r?\n|$))/m.exec(file);
		if (!found || found.index !== 0)
			throw new SyntaxError("no front matter");
		return { open: found[1], front: found[2], close: found[3], body: file.slice(found[0].length) };
	}

	/* Lines that are alike keep their ends, whatever a text box makes of them. */
	function mendBody(old, text) {
		const normal = (line) => line.replace(/\r?\n$/, "");
		if (old.replace(/\r\n/g, "\n") === text.replace(/\r\n/g, "\n"))
			return old;
		return text.replace(/\r\n/g, "\n").split(/(?<=\n)/).map((line) =>
			(line.endsWith("\n") ? normal(line) + eolOf(old) : line)).join("");
	}

	/* What was shown as it is written is read as it is written. */
	function raw(text) {
		return yaml.parse(`x:${text.startsWith("-") ? "\n  " : " "}${text}\n`).node.members[0].node;
	}

	function page(rows) {
		const field = fields.fromRows(rows);
		const syntax = { ...yaml.syntax, raw };
		const mendYaml = mend(syntax, []);

		function read(file) {
			const parts = split(file);
			const parsed = yaml.parse(parts.front);
			return { parts, parsed, form: fields.toForm(field, parsed.node, []) };
		}

		function fromFile(file) {
			try {
				const { parts, form } = read(file);
				return { ...form, _body: parts.body.replace(/\r\n/g, "\n"), _file: file,
					_title: form.title || "", _record: true };
			} catch (error) {
				return asText(file);
			}
		}

		function newFile(form, body) {
			const given = field.fields.filter((f) => !fields.isEmpty(form[f.name]));
			const lines = given.map((f) => {
				const node = f.type === "raw" ? raw(form[f.name])
					: yaml.syntax.make(fields.fromForm(f, form[f.name], []), "", null);
				return `${f.name}:${node.members && !node.flow ? "" : " "}${tree.print(node)}\n`;
			});
			return `---\n${lines.join("")}---\n\n${body.replace(/^\n+/, "").replace(/\n*$/, "\n")}`;
		}

		function toFile(data) {
			const form = stripOwn(data);
			if (data._text)
				return data._text;
			if (!data._file)
				return newFile(form, data._body || "");
			const { parts, parsed, form: before } = read(data._file);
			const node = fields.same(before, form) ? parsed.node
				: mendYaml(field, parsed.node, before, form);
			const front = node === parsed.node ? parts.front
				: withEnds(tree.print(node) + parsed.after, parts.front);
			return parts.open + front + parts.close + mendBody(parts.body, data._body || "");
		}

		return { field, fromFile, toFile };
	}

	return { record, page };
})();

if (typeof module !== "undefined")
	module.exports = tilts;
