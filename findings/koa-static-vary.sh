#!/usr/bin/env bash
# koa-static 5.0.0 (npm): of precompressed files, the answer says nothing of Vary, and a cache gives Brotli to who can't read it.
#
# Expected: with `a.css.br` and `a.css.gz` beside `a.css`, which one is sent depends on Accept-Encoding, so Vary says so: a cache that has
# an answer without it gives it to each who asks for the same address (RFC 9110, section 12.5.5; RFC 9111, section 4.1: only
# what Vary names is compared). The README has such files sent "automatically when brotli
# is supported by a client", and gzip likewise, by default.
#
# Seen: each of the three answers is without Vary. The encodings themselves are chosen as asked.
#
# Who would notice: all readers behind a cache of a network or of a host, once the first of them had a new browser: an old telephone gets
# a style and a script that are noise to it, for as long as the cache keeps them. tilts prints configurations that say Vary in
# each answer (src/host/; tests/cli/host.t).
. "${0%/*}/lib.sh"
npm_packages koa@3.3.0 koa-static@5.0.0

cat >serve.mjs <<'JS'
import { mkdirSync, writeFileSync } from "node:fs"
import { request } from "node:http"
import { brotliCompressSync, gzipSync } from "node:zlib"
import Koa from "koa"
import serve from "koa-static"

const style = "p{}".repeat(1000)
mkdirSync("site")
writeFileSync("site/a.css", style)
writeFileSync("site/a.css.gz", gzipSync(style))
writeFileSync("site/a.css.br", brotliCompressSync(style))
const server = new Koa().use(serve("site")).listen(0, "127.0.0.1", async () => {
	for (const coding of ["br", "gzip", "identity"]) {
		const response = await new Promise((answer) =>
			request({ port: server.address().port, path: "/a.css", agent: false, headers: { "Accept-Encoding": coding } },
				answer).end())
		response.resume()
		console.log(coding, response.statusCode, response.headers["content-encoding"], response.headers.vary)
	}
	server.close()
})
JS
seen 'Brotli, gzip, neither' 'br 200 br undefined
gzip 200 gzip undefined
identity 200 undefined undefined' node serve.mjs
finish
