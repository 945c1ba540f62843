/* A copy for where there is no signal. The network comes first; after three seconds comes the copy, if there is
 * one, and the page says from when it is. Pages with the leave-quickly button are never kept. The build writes
 * BASE, VERSION, ASSETS, CODES and, for each language, PAGES before this: what is fetched unasked, from its home on. */
const prefix = `tilts ${BASE} `;
const ours = prefix + VERSION;
const visited = prefix + "visited";
/* It is empty: that it is there says that somebody asked for the copy. */
const asked = prefix + "asked";
const PATIENCE = 3000;
const MOST_VISITED = 90;

/* Ours, then those of sites before, which stay until ours is whole. */
const copies = async () => {
	const isOld = (name) => name.startsWith(prefix) && ![ours, visited, asked].includes(name);
	return [ours, ...(await caches.keys()).filter(isOld).reverse()];
};

const kept = async (name, url) => (await caches.open(name)).match(url);

/* A page that got the leave-quickly button since goes. A file that is opened in a window of its own, a form or a picture,
 * is no page: as text it would be spoiled. */
const remember = async (name, url, response) => {
	const text = await response.text();
	const cache = await caches.open(name);
	if (/\sdata-exit[\s>]/.test(text)) return cache.delete(url);
	if (/\/$/.test(url) && !/<html/.test(text)) return;
	const headers = { "content-type": response.headers.get("content-type"), "x-kept": new Date(response.headers.get("date") || Date.now()).toJSON() };
	await cache.put(url, new Response(text, { headers }));
	if (name !== visited) return;
	for (const old of (await cache.keys()).slice(0, -MOST_VISITED)) await cache.delete(old);
};

/* Whether there was an answer for each that was not kept yet; a server in trouble gives none. A site may have been
 * published meanwhile: what does not fit is not kept. */
const fetchAll = async (urls, fits) => {
	const fetchOne = async (url) => {
		const old = await kept(ours, url);
		if (old && fits(await old.text())) return true;
		const response = await fetch(url, { cache: "no-cache", priority: "low" });
		if (!response.ok) return response.status < 500;
		const isGood = fits(await response.clone().text());
		if (isGood) await remember(ours, url, response);
		return isGood;
	};
	const results = await Promise.all(urls.map((url) => fetchOne(url).catch(() => false)));
	return results.every(Boolean);
};

/* A page that lacks our style is of another site. */
const isOurs = (page) => ASSETS.some((url) => /css$/.test(url) && page.includes(url));

/* To search what is kept: the words of all heads and the cards of these pages, hundreds of parts in one file
 * (src/search/form.h). The index comes last: where it is, all of its parts are. A site without an index has none. */
const addParts = async (base) => {
	const load = (name) => fetch(`${base}${name}.txt`, { cache: "no-cache", priority: "low" });
	const [index, copy] = await Promise.all(["index", "copy"].map(load));
	for (const response of [index, copy]) if (!response.ok) return response.status < 500;
	const [, numbers] = (await index.clone().text()).match(/^tilts-search \d+ (.+)/);
	const parts = (await copy.text()).split("\x1d").slice(0, -1).map((part) => part.match(/^(.+)\n([^]*)/));
	const isWhole = parts.length > 0 && parts.every(([, , text]) => text.startsWith(numbers));
	if (!isWhole) return false;
	await Promise.all(parts.map(([, name, text]) => remember(ours, `${base}${name}.txt`, new Response(text, copy))));
	await remember(ours, `${base}index.txt`, index);
	return true;
};

const languageOf = (path) =>
	Object.keys(PAGES).sort((a, b) => b.length - a.length).find((home) => path.startsWith(home));

/* The pages of the language that is read, once: a mark says that all are there. What a lost network left out is
 * fetched at the next page that is opened. */
const fill = async (home) => {
	const mark = home + "?filled";
	if (await kept(ours, mark)) return true;
	const cache = await caches.open(ours);
	await cache.addAll(ASSETS);
	const pages = PAGES[home].map((path) => home + path);
	if (!(await fetchAll(pages, isOurs)) || !(await addParts(`${BASE}search/${CODES[home]}/`))) return false;
	await cache.put(mark, new Response());
	for (const old of (await copies()).slice(1)) await caches.delete(old);
	return true;
};
const filling = {};
const fillLanguage = (path) => {
	const home = languageOf(path);
	if (home) filling[home] = filling[home] || fill(home).catch(() => false).finally(() => delete filling[home]);
	return filling[home];
};

/* A hundred and fifty kilobytes: unasked only where they cost nothing, as far as the browser tells. */
const fillUnasked = async (path) => {
	const { saveData, type } = navigator.connection || {};
	const isDear = saveData || type === "cellular";
	if (!isDear || (await caches.has(asked))) await fillLanguage(path);
};

/* All or none. Names of assets change with what is in them: what the page has loaded already does not come again. */
addEventListener("install", (event) => {
	skipWaiting();
	event.waitUntil(caches.open(ours).then((cache) => cache.addAll(ASSETS.filter((url) => !/later-/.test(url)))));
});

/* The pages that were opened before there was a worker, and home, which stands for those that were never kept. */
const keepOpen = async (path) => {
	for (const url of [languageOf(path), path]) {
		const response = !(await find(url)) && (await fetch(url, { cache: "no-cache" }));
		if (response.ok) await remember(visited, url, response);
	}
};

addEventListener("activate", (event) => {
	const clean = async () => {
		for (const old of (await copies()).slice(1)) {
			const isWhole = (await (await caches.open(old)).keys()).some(({ url }) => url.endsWith("?filled"));
			if (!isWhole) await caches.delete(old);
		}
		await clients.claim();
		for (const client of await clients.matchAll()) {
			const path = new URL(client.url).pathname;
			await keepOpen(path);
			await fillUnasked(path);
		}
	};
	event.waitUntil(clean());
});

/* Asked for on a page, which hears whether all is there. */
addEventListener("message", (event) => {
	const keep = async () => {
		await caches.open(asked).catch(() => {});
		const isFilled = await fillLanguage(new URL(event.source.url).pathname);
		event.source.postMessage(isFilled ? "done" : "failed");
	};
	event.waitUntil(keep());
});

const find = async (url) => {
	const names = [visited, ...(await copies())];
	const found = await Promise.all(names.map((name) => kept(name, url)));
	return found.filter(Boolean).sort((a, b) => (a.headers.get("x-kept") < b.headers.get("x-kept") ? 1 : -1))[0];
};

/* Parts fit the index beside which they are kept. */
const findPart = async (url) => {
	for (const name of await copies()) if (await kept(name, url.replace(/[^/]*$/, "index.txt"))) return kept(name, url);
};

/* A page of the copy, marked as one; home, if this page was never kept. */
const fromCopy = async (copy, path) => {
	const page = copy || (await find(languageOf(path)));
	const mark = copy ? `data-saved="${copy.headers.get("x-kept")}"` : "data-lost";
	return page && new Response((await page.text()).replace("<html", `<html ${mark}`), page);
};

/* Pages and parts come from the network first, unless its server is in trouble; parts are kept with all that they fit, or
 * not at all. Who types an address leaves out its last slash. */
const answer = async (event, { origin, pathname }, isPage, isPart) => {
	const url = origin + (isPage ? pathname.replace(/\/?$/, "/") : pathname);
	const finding = (isPart ? findPart : find)(url).catch(() => {});
	if (!isPage && !isPart && (await finding)) return finding;
	const network = fetch(event.request).then((response) => {
		if (response.ok && !isPart) {
			const keeping = remember(visited, url, response.clone());
			event.waitUntil(keeping.then(() => isPage && fillUnasked(pathname)).catch(() => {}));
		}
		return response;
	});
	const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
	const first = await Promise.race([network, patience]).catch(() => {});
	if (first && first.status < 500) return first;
	const copy = await finding;
	const copied = () => (isPage ? fromCopy(copy, pathname) : copy);
	/* Where there is none either, no answer is what the browser says by itself. */
	return copy ? copied() : network.catch(copied);
};

addEventListener("fetch", (event) => {
	const { request } = event;
	const url = new URL(request.url);
	const isPage = request.mode === "navigate";
	const [isAsset, isPart] = ["assets/", "search/"].map((folder) => url.pathname.startsWith(BASE + folder));
	if (request.method !== "GET" || url.origin !== location.origin || !(isPage || isAsset || isPart)) return;
	event.respondWith(answer(event, url, isPage, isPart && !isPage));
});
