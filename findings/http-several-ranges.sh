#!/usr/bin/env bash
# serve-handler 6.1.8 and @hono/node-server 2.1.9 (npm): of several pieces of a file the first comes alone, and who counts in another
# unit is refused or gets a piece.
#
# Expected: who asks for two ranges gets both, as multipart/byteranges, or the whole file with 200: a server may ignore Range. An answer of
# one part is for where one range was asked for, or one of them remains (RFC 9110, sections 14.2 and 15.3.7). A unit that the
# server does not know, it MUST ignore (section 14.2), so "lines=0-1" is answered with the whole file and 200. express does so.
#
# Seen: serve-handler sends the first range as if it were all that was asked for, and says 416 to a unit it does not know. hono sends the
# whole file with 206, for both. Each says so in Content-Range. One range is right in both.
#
# Who would notice: somebody who opens the printed guide in a program that asks for the end of a PDF and its index at once: the second piece
# is missing, and it asks again, or gives up. tilts prints settings for nginx, Apache and Caddy, which send both
# (src/host/; tests/cli/host.t).
. "${0%/*}/lib.sh"
npm_packages serve-handler@6.1.8 @hono/node-server@2.1.9 hono@4.13.19 express@5.3.0

cat >ask.mjs <<'JS'
import { createServer, request } from "node:http"
import { mkdirSync, writeFileSync } from "node:fs"
import { getRequestListener } from "@hono/node-server"
import { serveStatic } from "@hono/node-server/serve-static"
import express from "express"
import { Hono } from "hono"
import handler from "serve-handler"

mkdirSync("site", { recursive: true })
writeFileSync("site/guide.txt", "0123456789")
const programs = {
	express: express().use(express.static("site")),
	"serve-handler": (question, answer) => handler(question, answer, { public: "site" }),
	hono: getRequestListener(new Hono().use("*", serveStatic({ root: "./site" })).fetch),
}
for (const [name, program] of Object.entries(programs)) {
	const server = createServer(program)
	await new Promise((ready) => server.listen(0, "127.0.0.1", ready))
	const response = await new Promise((answer) =>
		request({ port: server.address().port, path: "/guide.txt", agent: false, headers: { Range: process.argv[2] } },
			answer).end())
	let text = ""
	for await (const piece of response) text += piece
	console.log(`${name}: ${response.statusCode} ${response.headers["content-range"] ?? "-"} ${text}`)
	server.close()
}
JS
seen 'one range' 'express: 206 bytes 2-3/10 23
serve-handler: 206 bytes 2-3/10 23
hono: 206 bytes 2-3/10 23' node ask.mjs bytes=2-3
seen 'two ranges' 'express: 200 - 0123456789
serve-handler: 206 bytes 0-1/10 01
hono: 206 bytes 0-9/10 0123456789' node ask.mjs bytes=0-1,8-9
seen 'another unit' 'express: 200 - 0123456789
serve-handler: 416 bytes */10 0123456789
hono: 206 bytes 0-9/10 0123456789' node ask.mjs lines=0-1
finish
