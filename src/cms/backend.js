/*
 * The backend of the CMS behind a guard: what another saved meanwhile is not
 * overwritten, and a new file takes nobody's place.
 */
"use strict";
var tilts = typeof tilts === "undefined" ? {} : tilts;

tilts.backend = (function () {
	/* What a text that is about to be saved was made from, and the name asked for. */
	const origins = new Map();
	const names = new Map();
	/* What the file says since it was saved here: whoever goes on writes from that. */
	const saved = new Set();

	function originOf(text) {
		return (saved.has(text) ? null : origins.get(text)) || text || null;
	}

	function remember(format) {
		return {
			fromFile: format.fromFile,
			toFile(data) {
				const text = format.toFile(data);
				/* Of a draft that was kept in the browser: what that was made from. */
				origins.set(text, originOf(data._file));
				names.set(text, data._id);
				return text;
			},
		};
	}

	async function textAt(inner, path) {
		try {
			return (await inner.getEntry(path)).data;
		} catch (error) {
			return null;
		}
	}

	/* The CMS gives a new file that would meet another one a name with a number. */
	function isRenamed(file) {
		const name = names.get(file.raw);
		return Boolean(name) && name !== file.path.split("/").pop().replace(/\.[a-z]+$/, "");
	}

	async function guard(inner, file, isNew) {
		const now = await textAt(inner, file.path);
		const origin = origins.get(file.raw);
		/* A backend that finds nothing gives no text, or an empty one. */
		if (isNew && (now || isRenamed(file)))
			throw new Error(tilts.words.taken);
		if (!isNew && origin && !now)
			throw new Error(tilts.words.gone);
		if (!isNew && origin && now !== origin && now !== file.raw)
			throw new Error(tilts.words.conflict);
	}

	function Guarded(config, options) {
		const inner = CMS.getBackend(config.backend.inner).init(config, options);
		const persistEntry = async (entry, settings) => {
			for (const file of entry.dataFiles)
				await guard(inner, file, settings.newEntry);
			const result = await inner.persistEntry(entry, settings);
			for (const file of entry.dataFiles)
				saved.add(file.raw);
			return result;
		};
		return new Proxy(inner, {
			get(target, key) {
				const value = target[key];
				if (key === "persistEntry")
					return persistEntry;
				return typeof value === "function" ? value.bind(target) : value;
			},
		});
	}

	function register() {
		CMS.registerBackend("tilts", Guarded);
	}

	return { register, remember };
})();
