/*
 * What is wrong with one value of a form, in words; "" when nothing is. The rules are
 * those of the schema. `tilts check` has the last word; this one comes before saving.
 */
"use strict";
var tilts = typeof tilts === "undefined" ? {} : tilts;

tilts.rule = (function () {
	const formats = {
		date: [(v) => /^\d{4}-\d\d-\d\d$/.test(v) && !isNaN(Date.parse(v)) &&
			new Date(v).toISOString().startsWith(v), "badDate"],
		uri: [(v) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(v), "badWeb"],
		email: [(v) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(v), "badMail"],
		tel: [(v) => /^\+?[0-9][0-9 ()-]{1,}$/.test(v), "badTel"],
	};

	function ofString(rule, value, words) {
		const length = [...value].length;
		const format = formats[rule.format];
		if (format && !format[0](value))
			return words[format[1]];
		if (rule.pattern && !new RegExp(rule.pattern, "u").test(value))
			return rule.says ? words[rule.says] : `${words.badPattern} ${(rule.examples || [rule.pattern])[0]}`;
		if (rule.minLength > length)
			return words.tooShort;
		return rule.maxLength < length ? words.tooLong : "";
	}

	function ofNumber(rule, value, words) {
		const whole = rule.type === "integer" || (rule.type || []).includes("integer");
		if (!(whole ? /^-?\d+$/ : /^-?\d+(\.\d+)?$/).test(value))
			return words.badNumber;
		return Number(value) < rule.minimum || Number(value) > rule.maximum ? words.outOfRange : "";
	}

	function ofRaw(value, words) {
		try {
			JSON.parse(value);
			return "";
		} catch (error) {
			return words.badJson;
		}
	}

	function ofScalar(field, value, words) {
		if (value === undefined || value === null || value === "")
			return field.required && !field.unknown ? words.required : "";
		if (field.type === "raw" && !field.yaml)
			return ofRaw(value, words);
		if (field.type === "number")
			return ofNumber(field.rule || {}, value, words);
		return field.type === "string" ? ofString(field.rule || {}, value, words) : "";
	}

	function ofList(field, value, words) {
		const items = (value || []).filter((v) => !tilts.field.isEmpty(v));
		const texts = items.map((v) => JSON.stringify(v));
		if (items.length < (field.min || 0))
			return words.tooFew;
		if (items.length > field.max)
			return words.tooMany;
		return new Set(texts).size < texts.length && field.unique ? words.twice : "";
	}

	/* The first thing that is wrong below a field: "Tālruņi: par maz". */
	function ofForm(field, form, words) {
		const named = (text) => (text ? `${field.title}: ${text}` : "");
		if (field.type === "object")
			return field.fields.map((f) => f.required || !tilts.field.isEmpty((form || {})[f.name])
				? ofForm(f, (form || {})[f.name], words) : "").find(Boolean) || "";
		if (field.type === "list")
			return named(ofList(field, form, words)) ||
				(form || []).filter((f) => !tilts.field.isEmpty(f))
					.map((f) => ofForm(field.item, f, words)).find(Boolean) || "";
		if (field.type === "text")
			return named(field.required && !field.unknown && tilts.field.isEmpty(form) ? words.required : "");
		return named(ofScalar(field, form, words));
	}

	return { ofScalar, ofForm };
})();

if (typeof module !== "undefined")
	module.exports = tilts;
