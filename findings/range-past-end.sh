#!/usr/bin/env bash
# workbox-range-requests 7.4.1 and range-parser 1.3.0, by express 5.3.0 (npm): who asks for more than a file has gets nothing.
#
# Expected: "bytes=0-99" of a file of ten bytes is the ten: a last position behind the end is "the remainder
# of the representation" (RFC 9110, section 14.1.2), and of a file that is shorter than the suffix asked
# for, as in "bytes=-99", "the entire representation is used". Who asks need not know the length.
#
# Seen: workbox answers both with 416, a body of nothing; express, which stands on range-parser, the second.
# What begins behind the end, "bytes=10-", is rightly 416 in express; of workbox it is 206 and empty.
#
# Who would notice: who plays a voice message or opens a short PDF without a line, from what a service worker
# has kept: programs ask for the first or the last kilobytes and find no file. A long file is no
# trouble, so tests with one see nothing. The worker of tilts never cuts what it keeps (templates/sw.js).
. "${0%/*}/lib.sh"
npm_packages workbox-range-requests@7.4.1 workbox-core@7.4.1 express@5.3.0 range-parser@1.3.0

cat >workbox.mjs <<'JS'
process.env.NODE_ENV = "production"
globalThis.self = globalThis
const { createPartialResponse } = await import("workbox-range-requests/createPartialResponse.js")

const asked = new Request("http://localhost/", { headers: { range: process.argv[2] } })
const answer = await createPartialResponse(asked, new Response("0123456789"))
console.log(answer.status, await answer.text())
JS
cat >express.mjs <<'JS'
import express from "express"

const server = express().use(express.static("site")).use((error, asked, answer, next) => answer.status(error.status).end())
	.listen(0, "127.0.0.1", async () => {
		const answer = await fetch(`http://127.0.0.1:${server.address().port}/a.txt`, { headers: { range: process.argv[2] } })
		console.log(answer.status, await answer.text())
		process.exit()
	})
JS
mkdir site
printf 0123456789 >site/a.txt
asked() { node "$1.mjs" "$2"; }

for program in workbox express; do
	seen "$program: the last three" '206 789' asked "$program" bytes=-3
	seen "$program: from the sixth" '206 56789' asked "$program" bytes=5-
done
seen 'workbox: the first hundred' '416 ' asked workbox bytes=0-99
seen 'workbox: the last hundred' '416 ' asked workbox bytes=-99
seen 'workbox: behind the end' '206 ' asked workbox bytes=10-
seen 'express: the first hundred' '206 0123456789' asked express bytes=0-99
seen 'express: the last hundred' '416 ' asked express bytes=-99
seen 'express: behind the end' '416 ' asked express bytes=10-
finish
