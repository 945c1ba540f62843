#!/usr/bin/env bash
# sirv 3.0.2 and http-server 14.1.1 (npm): who asks for a file's last bytes gets the first, or none.
#
# Expected: "bytes=-5" asks for the last five bytes (RFC 9110, section 14.1.2, a suffix range); 416 is
# for what no part of a file can answer, and a server that does not want to sends the whole file.
#
# Seen: sirv sends the first six, and says so in Content-Range. http-server says 416. Ranges with
# a beginning are right in both.
#
# Who would notice: who opens the printed guide in a program that reads a PDF from its end, as
# ISO 32000-1, section 7.5.5, has it: there is no PDF. The guide's links lead to
# the whole file, and tilts prints settings for nginx, Apache and Caddy (src/host/).
. "${0%/*}/lib.sh"
npm_packages sirv@3.0.2 http-server@14.1.1
mkdir site && printf 0123456789 >site/digits.txt

cat >ask.cjs <<'JS'
const http = require("http")

const [, , program, Range] = process.argv
const server = program === "sirv"
	? http.createServer(require("sirv")("site"))
	: require("http-server").createServer({ root: "site" }).server
server.listen(0, "127.0.0.1", async () => {
	const address = `http://127.0.0.1:${server.address().port}/digits.txt`
	const answer = await fetch(address, { headers: { Range, Connection: "close" } })
	console.log(answer.status, answer.headers.get("content-range") ?? "none", await answer.text())
	server.close()
})
JS
ask() { node --no-deprecation ask.cjs "$@"; }

for program in sirv http-server; do
	seen "$program: from the beginning" '206 bytes 0-4/10 01234' ask $program bytes=0-4
	seen "$program: from the eighth on" '206 bytes 7-9/10 789' ask $program bytes=7-
done
seen 'sirv: the last five' '206 bytes 0-5/10 012345' ask sirv bytes=-5
seen 'http-server: the last five' '416 none ' ask http-server bytes=-5
finish
