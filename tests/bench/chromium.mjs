// A built site on a port of this machine, open in Chromium: what the measurements of search need.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { root } from "../search/browser.mjs";

const { chromium } = createRequire(path.join(root, "tests/package.json"))("@playwright/test");
const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm" };

// As a host does: text goes out compressed, what is compressed already as it is. `sent` is told of each body.
const serve = (folders, sent) =>
	createServer((request, response) => {
		const name = decodeURIComponent(new URL(request.url, "http://x").pathname);
		for (const [prefix, folder] of Object.entries(folders)) {
			if (!name.startsWith(prefix)) continue;
			try {
				const file = path.join(folder, name.slice(prefix.length), name.endsWith("/") ? "index.html" : "");
				const body = readFileSync(file);
				sent?.(path.extname(file) in types ? brotliCompressSync(body).length : body.length);
				response.setHeader("content-type", types[path.extname(file)] ?? "text/plain");
				return response.end(body);
			} catch {
				continue;
			}
		}
		response.statusCode = 404;
		response.end();
	});

// `folders` is { "/prefix/": folder }, the longest prefix first. work(page, address) is done in a page of its own.
export const inChromium = async (folders, work, sent) => {
	const server = serve(folders, sent);
	await new Promise((done) => server.listen(0, "127.0.0.1", done));
	const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
	try {
		return await work(await browser.newPage(), `http://127.0.0.1:${server.address().port}`);
	} finally {
		await browser.close();
		server.close();
	}
};
