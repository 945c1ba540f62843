/* Starts the CMS with the site's forms. */
"use strict";
(function () {
	const { language } = tilts;
	tilts.locale = language.pick(language.chosen(), navigator.languages || [], tilts.model.languages[0].code);
	tilts.words = tilts.wordsIn[tilts.locale];
	document.documentElement.lang = tilts.locale;

	/* The page names the CMS's file by its hash: another one does not load. Where nothing can be stored, it does not run. */
	if (!window.CMS) {
		document.body.textContent = language.canStore() ? tilts.words.wrongCms : tilts.words.noStore;
		return;
	}

	function named(rows) {
		const names = tilts.keysIn[tilts.locale] || {};
		return rows.map((row) => {
			const [title, help] = names[row.key] || [row.key, row.help];
			return { ...row, title, help: help || row.help, inside: row.inside && named(row.inside) };
		});
	}

	const codes = tilts.model.languages.map(({ code }) => code);
	const formats = { page: tilts.format.page(named(tilts.model.rows)), kinds: {} };
	for (const kind of tilts.model.kinds)
		kind.schema = language.said(kind.schema, tilts.model.said[tilts.locale] || {});
	for (const kind of tilts.model.kinds)
		formats.kinds[kind.name] = tilts.format.record(kind, codes);

	/* The rules that no single box can know: told before anything is saved. */
	function check({ entry }) {
		const data = entry.get("data").toJS(), name = entry.get("collection");
		const format = formats.kinds[name] || formats.page;
		const wrong = data._text ? "" : tilts.rule.ofForm(format.field, data, tilts.words);
		if (wrong)
			throw new Error(wrong);
	}

	/* The CMS shows a mixture of two files when an address leads from one form right to
	 * another; from a list to a form it does not. */
	function formOf(address) {
		const found = /#\/collections\/([^/]+)\/(?:entries\/(.+)|new)$/.exec(address);
		return found && { kind: found[1], file: found[2] };
	}
	window.addEventListener("hashchange", ({ oldURL, newURL }) => {
		const [from, to] = [formOf(oldURL), formOf(newURL)];
		if (from && to && (from.kind !== to.kind || (from.file && to.file && from.file !== to.file)))
			location.reload();
	});

	CMS.registerCustomFormat("tilts-page", "md", tilts.backend.remember(formats.page));
	for (const name of Object.keys(formats.kinds))
		CMS.registerCustomFormat(`tilts-${name}`, "json", tilts.backend.remember(formats.kinds[name]));
	if (tilts.localeIn && tilts.localeIn[tilts.locale])
		CMS.registerLocale(tilts.locale,
			tilts.phrases(CMS.getLocale("en"), tilts.localeIn[tilts.locale]));
	CMS.registerEventListener({ name: "preSave", handler: check });
	/* The CMS is drawn for a wide screen; on a narrow one nothing has to stay outside. */
	const style = document.createElement("style");
	style.textContent = "@media (max-width: 800px) { [class*='AppMainContainer'], [class*='EditorContainer'], " +
		"[class*='AppWrapper'] { min-width: 0 !important } " +
		/* What was chosen there stands right below it. */
		"[class*='SidebarContainer'] { max-height: 17rem !important; overflow-y: auto } }" +
		"[class*='ControlContainer']:has([data-nothing]) { display: none }" +
		/* A name that is proposed is read as it is to be written. */
		"[class*='ErrorsList'] * { text-transform: none !important }";
	document.head.append(style);
	document.body.append(language.chooser());
	tilts.widget.register();
	tilts.backend.register();
	CMS.init({ config: tilts.config.make(formats) });
})();
