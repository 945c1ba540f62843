/* JSON (RFC 8259) as a tree of bytes; see tree.js. */
"use strict";
var tilts = typeof tilts === "undefined" ? {} : tilts;

tilts.json = (function () {
	const { Reader, readContainer } = tilts.tree;
	const space = /[ \t\r\n]*/y, scalar = /"(?:[^"\\]|\\.)*"|true|false|null|-?[0-9.eE+-]+/y;

	function readScalar(reader) {
		const text = reader.take(scalar), value = JSON.parse(text);
		return { type: value === null ? "null" : typeof value, value, text };
	}

	function readKey(reader) {
		const key = readScalar(reader).value;
		reader.take(space);
		reader.take(/:/y);
		reader.take(space);
		return key;
	}

	function readNode(reader) {
		if (reader.is("{") || reader.is("["))
			return readContainer(reader, { space, readKey, readNode });
		return readScalar(reader);
	}

	/* {before, node, after}: the tree, and what stands around it. Throws when the
	 * text is no JSON. */
	function parse(text) {
		const reader = new Reader(text);
		const before = reader.take(/\uFEFF?[ \t\r\n]*/y);
		const node = readNode(reader);
		const after = reader.take(space);
		if (reader.at < text.length)
			throw new SyntaxError(`${reader.at}`);
		JSON.parse(text.replace(/^\uFEFF/, ""));
		return { before, node, after };
	}

	/* A new leaf, or a whole new tree, as the portal writes them: two spaces a level. */
	function make(value, indent) {
		const text = JSON.stringify(value, null, 2).replace(/\n/g, "\n" + indent);
		return readNode(new Reader(text));
	}

	function leadOf(node, key, indent) {
		const sample = node.members[0];
		const gap = sample ? /^[ \t\r\n]*/.exec(sample.lead)[0] : "\n" + indent;
		return key === null ? gap : gap + JSON.stringify(key) + ": ";
	}

	const syntax = {
		make,
		insert(node, at, key, child, indent) {
			const added = { key, lead: leadOf(node, key, indent + "  "), node: child, trail: "" };
			const members = node.members.slice();
			members.splice(at, 0, added);
			const tail = node.members.length ? node.tail : "\n" + indent;
			return { ...node, members, tail };
		},
		without(node, at) {
			const members = node.members.filter((m, i) => i !== at);
			return { ...node, members, tail: members.length ? node.tail : "" };
		},
	};

	return { parse, syntax };
})();

if (typeof module !== "undefined")
	module.exports = tilts;
