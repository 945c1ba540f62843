#!/usr/bin/env bash
# sirv 3.0.2 (npm): who says that an encoding can't be read gets it.
#
# Expected: a weight of 0 means "not acceptable" (RFC 9110, section 12.4.2), so "gzip;q=0" asks for the file as it is, and
# "br;q=0, gzip" for the one in gzip (section 12.5.3). The README has `gzip` and `brotli` as what is sent if
# Accept-Encoding has it. express-static-gzip reads weights.
#
# Seen: both get what they refuse: the name is looked for anywhere in the header, with its weight or without.
#
# Who would notice: who reads through a proxy or a program that says so since it can't unpack: signs instead of a page. The
# configurations that tilts writes heed weights (put_twin() in src/host/apache.c; tests/cli/host.t).
. "${0%/*}/lib.sh"
npm_packages sirv@3.0.2 express@5.3.0 express-static-gzip@3.0.2

cat >asked.mjs <<'JS'
import { mkdirSync, writeFileSync } from "node:fs"
import { createServer, get } from "node:http"
import { brotliCompressSync, gzipSync } from "node:zlib"
import express from "express"
import packed from "express-static-gzip"
import sirv from "sirv"

const [, , name, accept] = process.argv
const text = "visits ".repeat(400)
mkdirSync("files", { recursive: true })
writeFileSync("files/page.txt", text)
writeFileSync("files/page.txt.gz", gzipSync(text))
writeFileSync("files/page.txt.br", brotliCompressSync(text))
const server = createServer({
	sirv: sirv("files", { gzip: true, brotli: true }),
	express: express().use(packed("files", { enableBrotli: true, orderPreference: ["br", "gz"] })),
}[name]).listen(0, "127.0.0.1", () => {
	const { port } = server.address()
	get({ port, path: "/page.txt", headers: { "accept-encoding": accept }, agent: false }, (answer) => {
		console.log(answer.statusCode, answer.headers["content-encoding"] ?? "as it is")
		answer.resume().on("end", () => server.close())
	})
})
JS
asked() { node asked.mjs "$@"; }

seen 'gzip' '200 gzip' asked sirv gzip
seen 'none' '200 as it is' asked sirv identity
seen 'not gzip' '200 gzip' asked sirv 'gzip;q=0'
seen 'not gzip, express-static-gzip' '200 as it is' asked express 'gzip;q=0'
seen 'not Brotli but gzip' '200 br' asked sirv 'br;q=0, gzip'
seen 'not Brotli but gzip, express-static-gzip' '200 gzip' asked express 'br;q=0, gzip'
finish
