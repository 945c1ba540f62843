/* The boxes of the form: plain ones of the browser, which keep what was typed. */
"use strict";
var tilts = typeof tilts === "undefined" ? {} : tilts;

tilts.widget = (function () {
	const AGAIN_MS = 3000;
	const plainOf = (value) => (value && value.toJS ? value.toJS() : value);

	/* A file that is shown as text has nothing in its boxes, and need not. */
	function isShownAsText(props) {
		return Boolean(props.entry && props.entry.getIn(["data", "_text"]));
	}

	function optionOf(field, key) {
		return plainOf(field.get(key));
	}

	/* `draw` gives the box; `judge`, which may be left out, what is wrong with its value. */
	function control(draw, judge) {
		return createClass({
			isValid() {
				const wrong = judge && !isShownAsText(this.props) &&
					judge(this.props, plainOf(this.props.value));
				return { error: wrong ? { type: "CUSTOM", parentIds: this.props.parentIds,
					message: `${this.props.field.get("label")}: ${wrong}` } : false };
			},
			/* The CMS asks this one whether a field is filled in. */
			getValidateValue() {
				const { props } = this;
				return isShownAsText(props) || (props.field.get("name") === "_id" && !isNew(props)) ? "-" : undefined;
			},
			getInitialState() {
				return { hits: null };
			},
			componentDidMount() {
				if (this.props.field.get("kind"))
					this.ask();
			},
			componentWillUnmount() {
				clearTimeout(this.later);
			},
			/* On a line that breaks: again, as long as the box is there. */
			ask() {
				recordsOf(this.props.field.get("kind"), this.props).then((hits) => this.setState({ hits }),
					() => { this.later = setTimeout(this.ask, AGAIN_MS); });
			},
			render() {
				return draw(this.props, plainOf(this.props.value), this.state);
			},
		});
	}

	function boxProps(props, value) {
		return {
			id: props.forID, className: props.classNameWrapper, value: value || "",
			onChange: (event) => props.onChange(event.target.value),
			onFocus: props.setActiveStyle, onBlur: props.setInactiveStyle,
		};
	}

	/* That a field is empty the CMS says itself. */
	function judgeScalar(props, value) {
		return value === undefined || value === null || value === "" ? "" : tilts.rule.ofScalar(optionOf(props.field, "tilts"), value, tilts.words);
	}

	/* --- one line, one day, many lines ------------------------------------------------- */

	function line(props, value) {
		const rule = (optionOf(props.field, "tilts") || {}).rule || {};
		const sample = (rule.examples || [])[0];
		return h("input", { ...boxProps(props, value), type: "text", placeholder: sample });
	}

	/* One line of the file that is long to read: it wraps, and a break between lines is a space. */
	function wrapped(props, value) {
		const onChange = (event) => props.onChange(event.target.value.replace(/\s*\n\s*/g, " "));
		return h("textarea", { ...boxProps(props, value), onChange, rows: 3, spellCheck: true, lang: props.field.get("lang"),
			style: { fontFamily: "inherit", lineHeight: 1.5, resize: "vertical" } });
	}

	function day(props, value) {
		const fits = !value || /^\d{4}-\d\d-\d\d$/.test(value);
		return h("input", { ...boxProps(props, value), type: fits ? "date" : "text" });
	}

	function box(props, value) {
		const rows = props.field.get("rows") || 3;
		return h("textarea", { ...boxProps(props, value), rows, spellCheck: true, lang: props.field.get("lang"),
			style: { fontFamily: rows > 9 ? "monospace" : "inherit", lineHeight: 1.5, resize: "vertical" } });
	}

	/* A box a language. */
	function text(props, value) {
		const set = (code) => (event) =>
			props.onChange((props.value && props.value.set ? props.value : emptyMap(props)).set(code, event.target.value));
		const beside = { display: "grid", gap: "8px", gridTemplateColumns: "repeat(auto-fit, minmax(15em, 1fr))" };
		return h("div", { id: props.forID, className: props.classNameWrapper, style: beside }, tilts.model.languages.map((language) =>
			h("label", { key: language.code, style: { display: "block" } },
				h("span", { style: { fontSize: "12px" } }, language.name),
				h("textarea", { value: (value || {})[language.code] || "", rows: props.field.get("rows"), lang: language.tag,
					onChange: set(language.code), onFocus: props.setActiveStyle, onBlur: props.setInactiveStyle,
					style: { display: "block", width: "100%", font: "inherit", lineHeight: 1.5, padding: "6px",
						border: "1px solid #c5c9d0", borderRadius: "4px", resize: "vertical" } }))));
	}

	/* The CMS keeps its own kind of map, and gives no way to make one. */
	function emptyMap(props) {
		return props.entry.get("data").clear();
	}

	/* A list of words is a line each. */
	function lines(props, value) {
		return h("textarea", { ...boxProps(props, (value || []).join("\n")), rows: 4,
			onChange: (event) => props.onChange(event.target.value === "" ? [] : event.target.value.split("\n")) });
	}

	/* --- one of some, some of some ------------------------------------------------------ */

	function select(props, value, options) {
		const known = options.some((o) => o.value === value);
		const all = known || !value ? options : [...options, { value, label: value }];
		const none = props.field.get("none") || "";
		return h("select", boxProps(props, value), h("option", { value: "" }, none),
			all.map((o) => h("option", { key: o.value, value: o.value }, o.label)));
	}

	function checks(props, value, options) {
		const chosen = value || [];
		const missing = chosen.filter((v) => !options.some((o) => o.value === v));
		const all = [...options, ...missing.map((v) => ({ value: v, label: v }))];
		const flip = (v) => props.onChange(chosen.includes(v) ? chosen.filter((c) => c !== v) : [...chosen, v]);
		return h("div", { id: props.forID, className: props.classNameWrapper },
			all.map((o) => h("label", { key: o.value, style: { display: "block", padding: "4px 0" } },
				h("input", { type: "checkbox", checked: chosen.includes(o.value),
					onChange: () => flip(o.value) }), " ", o.label)));
	}

	function word(props, value) {
		return select(props, value, optionOf(props.field, "words"));
	}

	function words(props, value) {
		return checks(props, value, optionOf(props.field, "words"));
	}

	/* --- records, by their names --------------------------------------------------------- */

	const cache = new Map();

	/* The CMS gives a query that failed like one that found: without hits. */
	function named({ payload }) {
		if (!payload.hits)
			throw payload;
		return payload.hits.map((hit) => ({ value: hit.slug, label: hit.data._title || hit.slug }))
			.sort((a, b) => a.label.localeCompare(b.label, tilts.model.languages[0].code));
	}

	function recordsOf(kind, props) {
		if (!cache.has(kind))
			cache.set(kind, props.query(props.forID, kind, ["_title"], "").then(named));
		cache.get(kind).catch(() => cache.delete(kind));
		return cache.get(kind);
	}

	function record(props, value, state) {
		return select(props, value, state.hits || []);
	}

	function records(props, value, state) {
		return state.hits ? checks(props, value, state.hits) : h("div", { className: props.classNameWrapper }, "…");
	}

	/* --- the name of a file: only once ----------------------------------------------------- */

	function isNew(props) {
		return Boolean(props.entry && props.entry.get("newRecord"));
	}

	function name(props, value) {
		return isNew(props) ? line(props, value)
			: h("p", { id: props.forID, className: props.classNameWrapper }, props.entry ? props.entry.get("path") : "");
	}

	/* "Valmiera, 14.03.2027" may be "valmiera-14-03-2027". */
	function nameFor(text) {
		return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
			.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
	}

	function judgeName(props, value) {
		if (!value || !isNew(props) || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value))
			return "";
		const name = nameFor(value);
		return tilts.words.badId + (name ? `: ${name}` : "");
	}

	/* Of a field that this file does not have; start.js hides its name too. */
	function nothing(props) {
		return h("span", { id: props.forID, "data-nothing": "" });
	}

	function section(props, value) {
		return isNew(props) ? word(props, value) : nothing(props);
	}

	/* The whole file, if the form can't show it. */
	function whole(props, value) {
		return isShownAsText(props) ? box(props, value) : nothing(props);
	}

	function register() {
		const controls = {
			line: [line, judgeScalar], wrapped: [wrapped, judgeScalar], day: [day, judgeScalar], box: [box, judgeScalar], text: [text], lines: [lines],
			word: [word, judgeScalar], words: [words], record: [record, judgeScalar], records: [records],
			name: [name, judgeName], section: [section], whole: [whole],
		};
		for (const key of Object.keys(controls))
			CMS.registerWidget(`tilts-${key}`, control(...controls[key]));
		CMS.registerEventListener({ name: "postSave", handler: () => cache.clear() });
	}

	return { register };
})();
