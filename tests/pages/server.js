// The portal on the loopback address, from a folder, with no header that a plain web
// server would not send. Answers what is missing with 404.html.
const { readFile } = require("node:fs/promises");
const http = require("node:http");
const path = require("node:path");

const TYPES = {
	".html": "text/html; charset=utf-8",
	".css": "text/css",
	".js": "text/javascript",
	".json": "application/json",
	".svg": "image/svg+xml",
	".png": "image/png",
	".jpg": "image/jpeg",
	".xml": "application/xml",
	".ics": "text/calendar",
	".vcf": "text/vcard",
	".csv": "text/csv",
	".txt": "text/plain; charset=utf-8",
	".webmanifest": "application/manifest+json",
};

async function answer(folder, alter, request, response) {
	const address = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
	const name = path.join(folder, path.normalize(address), address.endsWith("/") ? "index.html" : "");
	try {
		const body = await readFile(name);
		response.writeHead(200, { "content-type": TYPES[path.extname(name)] || "application/octet-stream" });
		response.end(alter(address, body));
	} catch {
		response.writeHead(404, { "content-type": TYPES[".html"] });
		response.end(await readFile(path.join(folder, "404.html")));
	}
}

// The day that answers carry, whatever day it is.
const DATE = "Sun, 22 Nov 2026 08:00:00 GMT";

// A free port of the system's choice. Resolves to {url, delay, lost, cuts, trouble, alter(), close()}: each answer
// waits for `delay` milliseconds and carries `headers`; requests for the address `lost` are cut
// and counted; in `trouble` there is no answer but 503; `alter` makes another site of this one, by
// address and body; close() also cuts what is still open, as a lost network does.
function serve(folder, headers = {}) {
	const portal = { delay: 0, lost: "", cuts: 0, trouble: false, alter: (address, body) => body };
	const server = http.createServer((request, response) => {
		if (request.url === portal.lost) {
			portal.cuts++;
			request.destroy();
			return;
		}
		if (portal.trouble) {
			response.writeHead(503, { "content-type": TYPES[".html"] }).end("<!doctype html><html><title>503</title>");
			return;
		}
		response.setHeader("date", DATE);
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		setTimeout(() => answer(folder, portal.alter, request, response), portal.delay);
	});
	portal.close = () =>
		new Promise((resolve) => {
			server.close(resolve);
			server.closeAllConnections();
		});
	return new Promise((resolve) =>
		server.listen(0, "127.0.0.1", () => {
			portal.url = `http://127.0.0.1:${server.address().port}`;
			resolve(portal);
		}),
	);
}

module.exports = { DATE, serve };
