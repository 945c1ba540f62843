/*
 * What the front matter of pages is written in, as a tree of bytes (see tree.js): keys,
 * scalars on one line, lists, and maps inside them. Anything else throws, and the page
 * is shown as text.
 */
"use strict";
var tilts = typeof tilts === "undefined" ? {} : tilts;

tilts.yaml = (function () {
	const { Reader, readContainer } = tilts.tree;
	const gap = /(?:[ \t]|\r?\n|#.*)*/y;
	const quoted = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'/y;
	const flowPlain = /[^\s,[\]{}#&*!|>'"%@`:?-](?:[^,[\]{}\n:#]|:(?! )|(?<! )#)*|[-?:](?=[^\s,[\]{}])(?:[^,[\]{}\n:#]|:(?! ))*/y;
	const plain = /[^\s[\]{}#&*!|>'"%@`,?:-](?:[^\n:#]|:(?=\S)|(?<=\S)#)*|[-?:](?=\S)(?:[^\n:#]|:(?=\S)|(?<=\S)#)*/y;
	const endOfLine = /[ \t]*(?:(?<=[ \t])#[^\n]*)?(?=\r?\n|$)/y;

	function unquote(text) {
		if (text[0] === "'")
			return text.slice(1, -1).replace(/''/g, "'");
		return JSON.parse(text);
	}

	function readScalar(reader, pattern) {
		const start = reader.at;
		let text = reader.match(quoted);
		if (text !== null)
			return { type: "string", value: unquote(text), text };
		text = reader.take(pattern);
		const trimmed = text.trimEnd();
		reader.at = start + trimmed.length;
		if (trimmed === "null" || trimmed === "~")
			return { type: "null", value: null, text: trimmed };
		return { type: "plain", value: trimmed, text: trimmed };
	}

	function readKey(reader) {
		const key = readScalar(reader, /[A-Za-z_][\w.-]*/y).value;
		reader.take(/:(?=\s|$)/y);
		return key;
	}

	/* --- between brackets -------------------------------------------------------- */

	function readFlowKey(reader) {
		const key = readKey(reader);
		reader.take(gap);
		return key;
	}

	function readFlow(reader) {
		if (!reader.is("{") && !reader.is("["))
			return readScalar(reader, flowPlain);
		const syntax = { space: gap, readKey: readFlowKey, readNode: readFlow };
		return { ...readContainer(reader, syntax), flow: true };
	}

	/* --- line by line ------------------------------------------------------------- */

	/* The column of the next line that holds something; -1 at the end. */
	function nextColumn(reader) {
		const start = reader.at;
		reader.take(gap);
		const line = reader.text.lastIndexOf("\n", reader.at - 1) + 1;
		const column = reader.at < reader.text.length ? reader.at - line : -1;
		reader.at = start;
		return column;
	}

	function block(type) {
		return { type, open: "", members: [], tail: "", close: "", separator: "" };
	}

	function readList(reader, column) {
		const node = block("list");
		while (nextColumn(reader) === column) {
			const start = reader.at;
			reader.take(gap);
			if (!reader.match(/-[ \t]+(?=\S)/y)) {
				reader.at = start;
				break;
			}
			const inside = reader.at - reader.text.lastIndexOf("\n", reader.at - 1) - 1;
			const lead = reader.text.slice(start, reader.at);
			const item = /["']?[A-Za-z_][\w-]*["']?:(?=\s)/y;
			item.lastIndex = reader.at;
			const child = item.test(reader.text) ? readMap(reader, inside)
				: readInline(reader);
			node.members.push({ key: null, lead, node: child, trail: reader.match(endOfLine) || "" });
		}
		return node;
	}

	function readInline(reader) {
		return reader.is("{") || reader.is("[") ? readFlow(reader) : readScalar(reader, plain);
	}

	function readValue(reader, column) {
		if (reader.match(/[ \t]+(?=[^\s#])/y) !== null)
			return { gap: true, node: readInline(reader) };
		const below = nextColumn(reader);
		const start = reader.at;
		reader.take(gap);
		const isList = reader.is("-") && below >= column;
		reader.at = start;
		if (isList)
			return { node: readList(reader, below) };
		if (below > column)
			return { node: readMap(reader, below) };
		return { node: { type: "null", value: null, text: "" } };
	}

	function readMap(reader, column) {
		const node = block("object");
		while (node.members.length === 0 || nextColumn(reader) === column) {
			const start = reader.at;
			reader.take(gap);
			const key = readKey(reader);
			let at = reader.at;
			const value = readValue(reader, column);
			if (value.gap)
				at += /^[ \t]+/.exec(reader.text.slice(at))[0].length;
			const lead = reader.text.slice(start, at);
			if (node.members.some((m) => m.key === key))
				throw new SyntaxError(key);
			node.members.push({ key, lead, node: value.node, trail: reader.take(endOfLine) });
		}
		return node;
	}

	/* {node, after}: the keys of a front matter, and what stands behind the last. */
	function parse(text) {
		const reader = new Reader(text);
		const node = nextColumn(reader) < 0 ? block("object") : readMap(reader, 0);
		const after = reader.take(gap);
		if (reader.at < text.length)
			throw new SyntaxError(`${reader.at}`);
		return { node, after };
	}

	/* --- writing ------------------------------------------------------------------- */

	const word = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[A-Za-z][\w/-]*$/i;
	const day = /^\d{4}-\d\d-\d\d$/;

	function writeScalar(value, old) {
		if (value === null || typeof value !== "string")
			return String(value);
		if (old && old.text[0] === "'" && !/[\n\r\t]/.test(value))
			return "'" + value.replace(/'/g, "''") + "'";
		const bare = word.test(value) || day.test(value);
		return bare && !(old && old.text[0] === '"') ? value : JSON.stringify(value);
	}

	function write(value) {
		if (Array.isArray(value))
			return "[" + value.map(write).join(", ") + "]";
		if (value && typeof value === "object")
			return "{" + Object.keys(value).map((k) => `${k}: ${write(value[k])}`).join(", ") + "}";
		return writeScalar(value, null);
	}

	/* Maps in a list have a line each. */
	function make(value, indent, old) {
		if (Array.isArray(value) && value.some((v) => v && typeof v === "object")) {
			const node = block("list");
			node.members = value.map((v) => ({ key: null, lead: `\n${indent}  - `,
				node: readFlow(new Reader(write(v))), trail: "" }));
			return node;
		}
		const text = Array.isArray(value) || (value && typeof value === "object") ? write(value)
			: writeScalar(value, old);
		const node = /^[[{]/.test(text) ? readFlow(new Reader(text))
			: { type: value === null ? "null" : "string", value, text };
		/* "key:" stood alone on its line. */
		return old && old.text === "" ? { ...node, text: " " + text } : node;
	}

	function leadOf(node, at, key, indent) {
		const sample = node.members[Math.min(Math.max(at, 1), node.members.length - 1)];
		if (node.flow)
			return (at || (sample && /^\s/.test(sample.lead)) ? " " : "") + (key === null ? "" : `${key}: `);
		if (key === null)
			return sample ? sample.lead.replace(/^[^]*\n(?=[^\n]*$)/, "\n") : `\n${indent}  - `;
		return `\n${indent}${key}: `;
	}

	const syntax = {
		make,
		insert(node, at, key, child, indent) {
			const members = node.members.slice();
			let lead = leadOf(node, at, key, indent);
			if (child.members && !child.flow)
				lead = lead.trimEnd();
			if (!node.flow && at === 0 && members.length) {
				/* The very first line has no line end before it. */
				const first = members[0];
				members[0] = { ...first, lead: "\n" + first.lead };
				lead = lead.replace(/^\n/, "");
			}
			members.splice(at, 0, { key, lead, node: child, trail: "" });
			return { ...node, members };
		},
		/* A list without items is written as []. */
		without(node, at) {
			const members = node.members.filter((m, i) => i !== at);
			if (!node.flow && node.type === "list" && !members.length)
				return { type: "list", open: " [", members, tail: "", close: "]",
					separator: ",", flow: true };
			if (node.flow || node.type === "list")
				return { ...node, members };
			/* Comments above a key stay when it goes. */
			const lead = node.members[at].lead, above = lead.slice(0, lead.lastIndexOf("\n") + 1);
			const next = members[at];
			if (at === 0 && next)
				members[0] = { ...next, lead: above + next.lead.replace(/^\s+/, "") };
			else if (next && above.includes("#"))
				members[at] = { ...next, lead: above.trimEnd() + next.lead };
			return { ...node, members };
		},
	};

	return { parse, syntax };
})();

if (typeof module !== "undefined")
	module.exports = tilts;
