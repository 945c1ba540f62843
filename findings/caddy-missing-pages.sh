#!/usr/bin/env bash
# Caddy 2.6.2: who asks again for a page that is missing gets 404 and an empty page.
#
# Expected: an error page that file_server sends in handle_errors comes with 404 and its text. What asks "if it has
# changed" is for answers that would be 200: preconditions MUST be ignored when the answer without them had
# another status (RFC 9110, section 13.2.1), and so is Range (section 14.2). nginx and Apache do so. The
# manual shows rewrite and file_server in handle_errors as the way to such pages.
#
# Seen: with the ETag, or the time, that the first 404 came with, the second is 404 with no text: the
# file is compared as if it were the page, 304 is made of it, and the status put over it. With Range the
# answer is 404 and a piece of the text.
#
# Who would notice: a reader behind a cache that keeps the answer and asks whether it still holds, and who loads a
# missing page once more: it is white, with no way back to the start. `tilts host caddy` takes these questions away
# before the file is sent (put_missing() in src/host/caddy.c; tests/cli/host.t).
. "${0%/*}/lib.sh"
debian caddy=2.6.2-5
mkdir site
echo 'No such page.' >site/404.html
caddy_serves 'file_server
	handle_errors {
		rewrite * /404.html
		file_server
	}'

answer() { # status, length and text of an answer to a request with these headers
	curl -s -w '%{http_code} %{size_download}\n' "${@/#/-H}" "http://127.0.0.1:$port/none"
}
of_first() { curl -sD - -o page "http://127.0.0.1:$port/none" | tr -d '\r' | sed -n "s/^$1: //ip"; }

seen 'asked for the first time' 'No such page.
404 14' answer
seen 'with its ETag' '404 0' answer "If-None-Match: $(of_first ETag)"
seen 'with its time' '404 0' answer "If-Modified-Since: $(of_first Last-Modified)"
seen 'with a range' 'No s404 4' answer 'Range: bytes=0-3'
finish
