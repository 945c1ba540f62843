/* The configuration of the CMS from what tilts knows of the site (model.js). */
"use strict";
var tilts = typeof tilts === "undefined" ? {} : tilts;

tilts.config = (function () {
	const { field: fields } = tilts;

	function widgetOf(field) {
		const isDay = field.rule && field.rule.format === "date";
		if (field.type === "list") {
			const inside = { string: "lines", words: "words", record: "records" }[field.item.type];
			return inside ? `tilts-${inside}` : "list";
		}
		return { text: "tilts-text", object: "object", words: "tilts-word", bool: "tilts-word", record: "tilts-record",
			raw: "tilts-box", number: "tilts-line" }[field.type] || (isDay ? "tilts-day" : field.wraps ? "tilts-wrapped" : "tilts-line");
	}

	/* The first fields of an item say which one it is. */
	function summaryOf(field) {
		const shown = field.fields.filter((f) => ["string", "record", "text"].includes(f.type)).slice(0, 2);
		return shown.map((f) => `{{fields.${f.name}${f.type === "text" ? "." + tilts.model.languages[0].code : ""}}}`).join(" ");
	}

	function ofLanguages(field) {
		return tilts.model.languages.map((language) => ({ name: language.code, label: language.name,
			widget: "tilts-box", required: false, lang: language.tag, rows: field.long ? 8 : 3,
			tilts: { name: language.code, type: "string", required: false } }));
	}

	function bools() {
		return [{ value: "true", label: tilts.words.yes }, { value: "false", label: tilts.words.no }];
	}

	function insideOf(field) {
		if (field.type === "text")
			return { rows: field.long ? 8 : 2 };
		if (field.type === "object")
			return { fields: field.fields.flatMap(ofField), collapsed: false };
		if (field.type !== "list" || ["string", "words", "record"].includes(field.item.type))
			return {};
		const item = field.item.type === "object" ? field.item.fields.flatMap(ofField) : ofLanguages(field.item);
		return { fields: item, summary: field.item.type === "object" ? summaryOf(field.item)
			: `{{fields.${tilts.model.languages[0].code}}}`, collapsed: false, label_singular: field.item.title };
	}

	/* What null and [] mean in the file, the form asks in its own way. */
	function helpOf(field) {
		const help = (field.help || "").replace(/(^|\s)(null|\[\]) [—–-] [^.,;]*[.,;]?/g, "").trim();
		return widgetOf(field) === "tilts-lines" ? `${help} ${tilts.words.oneALine}`.trim() : help;
	}

	/* An empty list says something; a box of boxes is no question by itself. */
	function isRequired(field) {
		return field.required && !field.unknown && field.type !== "object" && (field.type !== "list" || field.min > 0);
	}

	/* The field, and beside it, if it needs one, what an empty list means. */
	function ofField(field) {
		const own = { name: field.name, label: field.title, hint: helpOf(field), required: isRequired(field),
			widget: widgetOf(field), kind: field.kind || (field.item && field.item.kind),
			words: field.words || (field.item && field.item.words) || (field.type === "bool" ? bools() : undefined),
			none: field.unknown ? tilts.words.unknownShort : tilts.words.choose, rows: field.type === "raw" ? 12 : undefined,
			default: field.type === "words" ? field.fallback : undefined,
			tilts: { ...field, fields: undefined, item: undefined, words: undefined }, ...insideOf(field) };
		if (field.type === "list" && own.fields)
			own.default = [];
		if (!fields.hasState(field))
			return [own];
		return [own, { name: fields.stateOf(field), label: `${field.title}: ${tilts.words.isEmpty}`, widget: "tilts-word",
			required: false, words: ["unknown", "none"].map((value) => ({ value, label: tilts.words[value] })),
			tilts: { type: "words", required: false } }];
	}

	function hidden() {
		return [{ name: "_file", label: "_file", widget: "hidden", required: false },
			{ name: "_text", label: tilts.words.text, hint: tilts.words.textHelp, widget: "tilts-whole", rows: 30, required: false }];
	}

	function name() {
		return { name: "_id", label: tilts.words.id, hint: tilts.words.idHelp, widget: "tilts-name", required: true, tilts: {} };
	}

	function below(path) {
		return tilts.model.prefix ? `${tilts.model.prefix}/${path}` : path;
	}

	function common() {
		return { create: true, slug: "{{_id}}", identifier_field: "_id", filter: { field: "_record", value: true },
			sortable_fields: [], media_folder: `/${below("media")}`, public_folder: `/${below("media")}`,
			editor: { preview: false } };
	}

	function ofKind(kind, format) {
		return { ...common(), name: kind.name, label: kind.schema.title || kind.name, description: kind.schema.description || "",
			folder: below(`data/${kind.name}`), extension: "json", format: `tilts-${kind.name}`, summary: "{{_title}} ({{filename}})",
			/* What had an address keeps it: an event is cancelled, not deleted. */
			delete: false, fields: [name(), ...format.field.fields.flatMap(ofField), ...hidden()] };
	}

	/* What each page has comes first, then its text; what few need stands below. */
	const usual = ["title", "description", "keywords", "checked_on", "check_by", "checked_how", "sources"];

	function inOrder(list, body) {
		const first = usual.slice(0, 2), then = usual.slice(2);
		const named = (names) => names.map((n) => list.find((f) => f.name === n)).filter(Boolean);
		const rest = list.filter((f) => !usual.includes(f.name));
		return [...named(first), ...rest.filter((f) => f.required), body, ...named(then), ...rest.filter((f) => !f.required)];
	}

	/* Pages right below the language and in its sections; deeper folders one by one. */
	function ofPages(language, format) {
		const body = { name: "_body", label: tilts.words.body, hint: tilts.words.bodyHelp, widget: "tilts-box", rows: 30,
			lang: language.tag, required: false, tilts: {} };
		const section = { name: "_section", label: tilts.words.section, widget: "tilts-section", required: false,
			words: language.folders.filter((f) => !f.includes("/")).map((f) => ({ value: f, label: f })), none: "—", tilts: {} };
		const all = (more) => [name(), ...more, ...inOrder(format.field.fields.flatMap(ofField), body), ...hidden()];
		const base = { ...common(), label: `${tilts.words.pages}: ${language.name}`, extension: "md", format: "tilts-page",
			summary: "{{dirname}}/{{filename}}: {{_title}}", delete: false };
		const top = { ...base, name: `pages-${language.code}`, folder: below(language.code), path: "{{_section}}/{{slug}}",
			fields: all([section]) };
		const deeper = language.folders.filter((f) => f.includes("/")).map((f) => ({ ...base, fields: all([]),
			name: `pages-${language.code}-${f.replace(/\//g, "-")}`, label: `${base.label}: ${f}`, folder: below(`${language.code}/${f}`) }));
		return [top, ...deeper];
	}

	function make(formats) {
		const { model } = tilts;
		const kinds = model.kinds.map((k) => ofKind(k, formats.kinds[k.name]))
			.sort((a, b) => a.label.localeCompare(b.label, tilts.locale));
		return { load_config_file: false, locale: tilts.locale, backend: { ...model.backend, name: "tilts", inner: model.backend.name },
			site_url: model.site, display_url: model.site, show_preview_links: false, media_folder: below("media"), public_folder: `/${below("media")}`,
			slug: { encoding: "ascii", clean_accents: true }, editor: { preview: false },
			collections: [...model.languages.flatMap((l) => ofPages(l, formats.page)), ...kinds] };
	}

	return { make };
})();
