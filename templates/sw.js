/* A copy for where there is no signal. The network comes first; after three seconds comes the copy, if there is
 * one, and the page says from when it is. Pages with the leave-quickly button are never kept. The build writes
 * BASE, VERSION, ASSETS, CODES and, for each language, PAGES before this: what is fetched unasked, from its home on. */
const prefix = `tilts ${BASE} `;
const ours = prefix + VERSION;
const visited = prefix + "visited";
const PATIENCE = 3000;
const MOST_VISITED = 90;

const remember = async (name, url, response) => {
	const text = await response.text();
	if (/\sdata-exit[\s>]/.test(text)) return;
	const cache = await caches.open(name);
	const headers = { "content-type": response.headers.get("content-type"), "x-kept": new Date(response.headers.get("date") ?? Date.now()).toJSON() };
	await cache.delete(url);
	await cache.put(url, new Response(text, { headers }));
	if (name !== visited) return;
	for (const old of (await cache.keys()).slice(0, -MOST_VISITED)) await cache.delete(old);
};

/* Whether there was an answer for each that was not kept yet; a server in trouble gives none. */
const fetchAll = async (name, urls) => {
	const cache = await caches.open(name);
	const results = await Promise.allSettled(
		urls.map(async (url) => {
			if (await cache.match(url)) return;
			const response = await fetch(url, { cache: "no-cache" });
			if (response.status >= 500) throw Error(response.status);
			if (response.ok) await remember(name, url, response);
		})
	);
	return results.every((result) => result.status === "fulfilled");
};

/* To search what is kept: the words of all heads, the cards of these pages (src/search/form.h). A site
 * without an index has none. */
const partsOf = async (code) => {
	const base = `${BASE}search/${code}/`;
	const response = await fetch(`${base}index.txt`, { cache: "no-cache" });
	const text = response.ok ? await response.text() : "";
	const line = (name) => (text.match(RegExp(`^${name} (.*)$`, "m")) ?? ["", ""])[1].split(" ");
	const [, per, kept] = line("pages");
	const parts = (name, n) => Array.from({ length: n }, (_, i) => `${base}${name}${i}.txt`);
	return text ? [`${base}index.txt`, ...parts("t", line("heads").length), ...parts("d", Math.ceil(kept / per))] : [];
};

const languageOf = (path) =>
	Object.keys(PAGES).sort((a, b) => b.length - a.length).find((home) => path.startsWith(home));

/* The pages of the language that is read, once: a mark says that all are there. What a lost network left out is
 * fetched at the next page that is opened. */
const fill = async (home) => {
	const cache = await caches.open(ours);
	const mark = home + "?filled";
	if (await cache.match(mark)) return;
	const pages = PAGES[home].map((path) => home + path);
	const isFilled = (await fetchAll(ours, pages)) && (await fetchAll(ours, await partsOf(CODES[home])));
	if (isFilled) await cache.put(mark, new Response());
};
const filling = {};
const fillLanguage = (path) => {
	const home = languageOf(path);
	if (!home || navigator.connection?.saveData) return undefined;
	filling[home] ??= fill(home).finally(() => delete filling[home]);
	return filling[home];
};

addEventListener("install", (event) => {
	skipWaiting();
	event.waitUntil(fetchAll(ours, ASSETS));
});

addEventListener("activate", (event) => {
	const clean = async () => {
		for (const name of await caches.keys())
			if (name.startsWith(prefix) && name !== ours && name !== visited) await caches.delete(name);
		await clients.claim();
		for (const client of await clients.matchAll()) await fillLanguage(new URL(client.url).pathname);
	};
	event.waitUntil(clean());
});

const find = async (url) => {
	const names = [visited, ours];
	const found = await Promise.all(names.map(async (name) => (await caches.open(name)).match(url)));
	return found.filter(Boolean).sort((a, b) => (a.headers.get("x-kept") < b.headers.get("x-kept") ? 1 : -1))[0];
};

/* A page of the copy, marked as one; home, if this page was never kept. */
const fromCopy = async (url, isPage) => {
	const kept = await find(url);
	if (!isPage) return kept;
	const page = kept ?? (await find(languageOf(new URL(url).pathname)));
	if (!page) return undefined;
	const mark = kept ? `data-saved="${kept.headers.get("x-kept")}"` : "data-lost";
	const html = (await page.text()).replace("<html", `<html ${mark}`);
	return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
};

const isPart = (url) => new URL(url).pathname.startsWith(BASE + "search/");

/* Parts of the index fit together: those kept beside another head than the one that came are let go, and are fetched
 * anew at the next page. */
const rememberPart = async (url, response) => {
	const cache = await caches.open(ours);
	const kept = url.endsWith("/index.txt") && (await cache.match(url));
	const isOther = kept && (await kept.text()) !== (await response.clone().text());
	const isOld = (old) => old.startsWith(url.slice(0, -"index.txt".length)) || old.endsWith("?filled");
	for (const { url: old } of isOther ? await cache.keys() : []) if (isOld(old)) await cache.delete(old);
	await remember(ours, url, response);
};

const answer = async (event, url, isPage) => {
	if (!isPage && !isPart(url)) {
		const kept = await find(url);
		if (kept) return kept;
	}
	const network = fetch(event.request).then((response) => {
		if (response.ok) {
			const copy = response.clone();
			const kept = isPart(url) ? rememberPart(url, copy) : remember(visited, url, copy);
			event.waitUntil(kept.then(() => isPage && fillLanguage(new URL(url).pathname)).catch(() => {}));
		}
		return response;
	});
	const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
	const first = await Promise.race([network, patience]).catch(() => undefined);
	if (first) return first;
	if (await find(url)) return fromCopy(url, isPage);
	return network.catch(async (error) => (await fromCopy(url, isPage)) ?? Promise.reject(error));
};

addEventListener("fetch", (event) => {
	const { request } = event;
	const url = new URL(request.url);
	const isPage = request.mode === "navigate";
	const isAsset = url.pathname.startsWith(BASE + "assets/");
	if (request.method !== "GET" || url.origin !== location.origin || !(isPage || isAsset || isPart(url))) return;
	event.respondWith(answer(event, url.origin + url.pathname, isPage));
});
