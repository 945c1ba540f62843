#!/usr/bin/env bash
# sirv 3.0.2 and serve-handler 6.1.8 (npm): a download that goes on after the file has changed is made of two files.
#
# Expected: who has the beginning of a file asks for the rest with If-Range and the ETag that came with the beginning. Where
# it is not the file's any more, the range MUST be ignored and the whole file is sent (RFC 9110, section 13.1.5; section
# 14.2: a range is answered if the condition of If-Range is true). express does so.
#
# Seen: both send the rest of the new file with 206, whatever If-Range says. The ETag in the answer is the new one, and
# nobody who has asked with If-Range needs to look at it.
#
# Who would notice: somebody with a weak connection, whose telephone goes on with a booklet that was printed anew in
# between: it does not open, or has pages of both. tilts writes configurations of nginx, Apache and Caddy, which
# send the whole file (tests/cli/host.t).
. "${0%/*}/lib.sh"
npm_packages sirv@3.0.2 serve-handler@6.1.8 express@5.3.0

cat >asked.mjs <<'JS'
import { writeFileSync, mkdirSync } from "node:fs"
import { createServer } from "node:http"
import express from "express"
import handler from "serve-handler"
import sirv from "sirv"

mkdirSync("files", { recursive: true })
writeFileSync("files/booklet.txt", "0123456789")
const server = createServer({
	express: express().use(express.static("files")),
	"serve-handler": (request, response) => handler(request, response, { public: "files", etag: true }),
	sirv: sirv("files", { etag: true }),
}[process.argv[2]]).listen(0, "127.0.0.1", async () => {
	const ask = async (headers) => {
		const answer = await fetch(`http://127.0.0.1:${server.address().port}/booklet.txt`, { headers })
		console.log(answer.status, await answer.text())
	}
	await ask({})
	await ask({ range: "bytes=5-" })
	await ask({ range: "bytes=5-", "if-range": '"of another file"' })
	server.close()
	server.closeAllConnections()
})
JS
asked() { node asked.mjs "$1"; }

whole='200 0123456789'
rest='206 56789'
seen 'the whole, the rest, the rest of another file: express' "$whole
$rest
$whole" asked express
seen 'serve-handler' "$whole
$rest
$rest" asked serve-handler
seen 'sirv' "$whole
$rest
$rest" asked sirv
finish
