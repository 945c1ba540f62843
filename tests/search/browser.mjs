// The script of the search outside a browser: what it needs of one, and no more. `fetched` is told of each part
// of the index; each call gives a script of its own, which has fetched nothing yet.
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
// As it goes out (src/base/slim.h): comments that have lines to themselves, indentation and empty lines stay behind.
const asset = (name) =>
	readFileSync(path.join(root, "templates/assets", name), "utf8").replace(/^\s*\/\*(?!!)[^]*?\*\/\n|^\s+/gm, "");
const asModule = (text) => `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;

let scripts = 0;
export const open = async (site, fetched = () => {}) => {
	const part = (name) => {
		const text = asset(`later-${name}.js`);
		return () => {
			fetched(text);
			return asModule(text);
		};
	};
	const [stems, parts] = [part("stems"), part("more")];
	globalThis.document = {
		querySelector: () => ({
			dataset: {
				get stems() {
					return stems();
				},
				get parts() {
					return parts();
				},
			},
		}),
	};
	globalThis.IntersectionObserver = class {};
	globalThis.fetch = async (url) => {
		try {
			const body = readFileSync(path.join(site, url));
			fetched(body);
			return new Response(body);
		} catch {
			return new Response("", { status: 404 });
		}
	};
	const script = asset("later-search.js");
	fetched(script);
	return import(asModule(`${script}\n/* ${scripts++} */`));
};

const languagesOf = (config) => JSON.parse(readFileSync(config, "utf8")).languages;
const own = languagesOf(path.join(root, "content/site.json"));
// The reader's language, then the others that are asked, of the portal or of a site with such a site.json.
export const basesOf = (code, config) => {
	const languages = config ? languagesOf(config) : own;
	const others = languages.filter((language) => language.code !== code && !language.of);
	return [code, ...others.map((language) => language.code)].map((other) => `/search/${other}/`);
};

export const lines = (name) => readFileSync(name, "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
