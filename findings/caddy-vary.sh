#!/usr/bin/env bash
# Caddy 2.6.2: with precompressed files, the answer that is not compressed does not say Vary.
#
# Expected: which answer is sent depends on Accept-Encoding, and Vary says so in each of them,
# since a cache asks the answer that it has stored whether it may be given to another reader
# (RFC 9110, section 12.5.5; RFC 9111, section 4.1). nginx says it in both with gzip_vary.
#
# Seen: only the compressed answer has "Vary: Accept-Encoding". One that is stored plain fits
# every question of a cache, and all readers behind it get it.
#
# Who would notice: readers on a slow line behind a cache of their network or of a host: a
# hashed asset is kept for a year, several times as large. `tilts host caddy` prints a Vary for
# answers that have none (put_headers() in src/host/caddy.c; tests/cli/host.t).
. "${0%/*}/lib.sh"
debian caddy=2.6.2-5

mkdir site && seq 1000 >site/a.txt && gzip -k9n site/a.txt
caddy_serves 'file_server {
		precompressed gzip
	}'

# answer CODING: what is said of the coding.
answer() {
	/usr/bin/python3 - "$port" "$1" <<'PY'
import http.client, sys

connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]))
connection.request("GET", "/a.txt", headers={"Accept-Encoding": sys.argv[2]})
answer = connection.getresponse()
for name in "Content-Encoding", "Vary":
    print(name + ":", answer.getheader(name, "none"))
PY
}

seen 'compressed' 'Content-Encoding: gzip
Vary: Accept-Encoding' answer gzip
seen 'not compressed' 'Content-Encoding: none
Vary: none' answer identity
finish
