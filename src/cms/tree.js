/*
 * A file as a tree that keeps every byte: what a form changed is written into it,
 * and what it did not change stays as it was written, order, quotes, comments and
 * all. json.js and yaml.js make such trees:
 *
 *	leaf       {type, value, text}
 *	container  {type: "object" | "list", open, members, tail, close, separator}
 *	member     {key, lead, node, trail}; the lead holds the spaces and the key
 *
 * The file is open + lead + node + trail + separator + lead … + tail + close.
 */
"use strict";
var tilts = typeof tilts === "undefined" ? {} : tilts;

tilts.tree = (function () {
	/* A text and a place in it. */
	class Reader {
		constructor(text) {
			this.text = text;
			this.at = 0;
		}
		match(pattern) {
			pattern.lastIndex = this.at;
			const found = pattern.exec(this.text);
			if (!found)
				return null;
			this.at += found[0].length;
			return found[0];
		}
		take(pattern) {
			const text = this.match(pattern);
			if (text === null)
				throw new SyntaxError(`${this.at}`);
			return text;
		}
		is(sign) {
			return this.text[this.at] === sign;
		}
	}

	function readMember(reader, { space, readKey, readNode }, keyed) {
		const start = reader.at;
		reader.take(space);
		const key = keyed ? readKey(reader) : null;
		const lead = reader.text.slice(start, reader.at);
		return { key, lead, node: readNode(reader), trail: reader.take(space) };
	}

	/* What stands between brackets, a comma behind each member but the last. */
	function readContainer(reader, syntax) {
		const open = reader.take(/[[{]/y), isObject = open === "{";
		const node = { type: isObject ? "object" : "list", open, members: [], tail: "",
			close: isObject ? "}" : "]", separator: "," };
		const start = reader.at;
		reader.take(syntax.space);
		if (reader.is(node.close)) {
			node.tail = reader.text.slice(start, reader.at);
		} else {
			reader.at = start;
			do
				node.members.push(readMember(reader, syntax, isObject));
			while (reader.is(",") && ++reader.at);
			const last = node.members[node.members.length - 1];
			node.tail = last.trail;
			last.trail = "";
		}
		reader.take(isObject ? /}/y : /]/y);
		return node;
	}

	function print(node) {
		if (!node.members)
			return node.text;
		const parts = node.members.map((m) => m.lead + print(m.node) + m.trail);
		return node.open + parts.join(node.separator) + node.tail + node.close;
	}

	function member(node, key) {
		return node.members.find((m) => m.key === key);
	}

	/* Behind the nearest field that stands before it in the schema. */
	function placeOf(node, key, order) {
		for (let i = order.indexOf(key) - 1; i >= 0; i--) {
			const at = node.members.findIndex((m) => m.key === order[i]);
			if (at >= 0)
				return at + 1;
		}
		return 0;
	}

	/* Does not touch the tree that it was given: saving may fail and be tried again. */
	function withMembers(node, members) {
		return { ...node, members };
	}

	/* The keys of `changes` are set; undefined takes a key out. */
	function setMembers(node, changes, order, syntax, indent) {
		let result = withMembers(node, node.members.slice());
		for (const key of order.filter((k) => k in changes)) {
			const at = result.members.findIndex((m) => m.key === key);
			if (changes[key] === undefined) {
				if (at >= 0)
					result = syntax.without(result, at);
			} else if (at >= 0) {
				result.members[at] = { ...result.members[at], node: changes[key] };
			} else {
				result = syntax.insert(result, placeOf(result, key, order), key,
					changes[key], indent);
			}
		}
		return result;
	}

	/* Items that stayed at the beginning and at the end keep their bytes, those between
	 * are mended one by one, and the rest is put in or taken out. */
	function setItems(node, before, after, same, mend, syntax, indent) {
		let first = 0, last = 0;
		const shorter = Math.min(before.length, after.length);
		while (first < shorter && same(before[first], after[first]))
			first++;
		while (last < shorter - first &&
			same(before[before.length - 1 - last], after[after.length - 1 - last]))
			last++;
		let result = withMembers(node, node.members.slice());
		const between = shorter - first - last;
		for (let i = first; i < first + between; i++)
			result.members[i] = { ...result.members[i],
				node: mend(result.members[i].node, before[i], after[i]) };
		for (let i = before.length - last - 1; i >= first + between; i--)
			result = syntax.without(result, i);
		for (let i = first + between; i < after.length - last; i++)
			result = syntax.insert(result, i, null, mend(null, undefined, after[i]), indent);
		return result;
	}

	return { Reader, readContainer, print, member, setMembers, setItems };
})();

if (typeof module !== "undefined")
	module.exports = tilts;
