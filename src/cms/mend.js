/* Writes what a form changed into the tree of a file, and nothing else; see tree.js. */
"use strict";
var tilts = typeof tilts === "undefined" ? {} : tilts;

tilts.mend = (function () {
	const { field: fields, tree } = tilts;

	/* {before, after} are what the form showed and what it says now; `node` is what the
	 * file says, null when it says nothing. Gives the new node; undefined: take it out. */
	function mend(syntax, languages) {
		function fresh(field, node, after, indent, state) {
			if (field.type === "raw" && syntax.raw && !fields.isEmpty(after))
				return syntax.raw(after);
			const value = fields.isEmpty(after) ? fields.emptyValue(field, state)
				: fields.fromForm(field, after, languages, state);
			return value === undefined ? undefined : syntax.make(value, indent, node);
		}

		function text(field, node, before, after, indent) {
			const only = languages.filter((code) => !fields.isEmpty(after[code]));
			if (node.type !== "object")
				return only.length === 1 && only[0] === languages[0]
					? syntax.make(after[only[0]], indent, node)
					: fresh(field, node, after, indent);
			const changes = {};
			for (const code of languages.filter((c) => !fields.same(before[c], after[c])))
				changes[code] = fields.isEmpty(after[code]) ? undefined
					: syntax.make(after[code], indent, (tree.member(node, code) || {}).node);
			return tree.setMembers(node, changes, languages, syntax, indent);
		}

		function object(field, node, before, after, indent) {
			const changes = {};
			for (const inner of field.fields) {
				const state = fields.stateOf(inner);
				const was = { [inner.name]: before[inner.name], [state]: before[state] };
				const is = { [inner.name]: after[inner.name], [state]: after[state] };
				if (fields.same(was, is))
					continue;
				const old = tree.member(node, inner.name);
				changes[inner.name] = any(inner, old ? old.node : null, before[inner.name],
					after[inner.name], indent + "  ", after[state]);
			}
			const order = field.fields.map((f) => f.name);
			return tree.setMembers(node, changes, order, syntax, indent);
		}

		function list(field, node, before, after, indent) {
			const kept = after.filter((f) => !fields.isEmpty(f));
			const item = (old, was, is) => fields.same(was, is) && old ? old
				: any(field.item, old, was, is, indent + "  ");
			return tree.setItems(node, before, kept, fields.same, item, syntax, indent);
		}

		const menders = { text, object, list };

		function any(field, node, before, after, indent, state) {
			const fits = node && before !== undefined && !fields.isEmpty(after) &&
				(node.members || field.type === "text");
			if (fits && menders[field.type])
				return menders[field.type](field, node, before, after, indent);
			return fresh(field, node, after, indent, state);
		}

		return (field, node, before, after) => object(field, node, before, after, "");
	}

	return mend;
})();

if (typeof module !== "undefined")
	module.exports = tilts;
