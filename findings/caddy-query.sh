#!/usr/bin/env bash
# Caddy 2.6.2: who is led from a folder's name to its address with a slash loses the question.
#
# Expected: "/search?q=money" is led to "/search/?q=money": the query is part of what was asked
# for (RFC 3986, section 3.4), and only the slash was missing. nginx and Apache do so. The manual
# says of file_server that it redirects where a folder's address lacks the slash, and no more.
#
# Seen: it leads to "/search/".
#
# Who would notice: somebody who is sent a link to what was found, by a program or a person that
# left the slash out: the page of search is empty. `tilts host caddy` keeps the query itself
# (put_asked() in src/host/caddy.c; tests/cli/host.t).
. "${0%/*}/lib.sh"
debian caddy=2.6.2-5

mkdir -p site/search && echo page >site/search/index.html
caddy_serves file_server

# answer PATH: the status, and where it leads.
answer() {
	/usr/bin/python3 - "$port" "$1" <<'PY'
import http.client, sys

connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]))
connection.request("GET", sys.argv[2])
response = connection.getresponse()
print(response.status, response.getheader("Location"))
PY
}

seen 'a folder' '308 /search/' answer /search
seen 'a folder, and a question' '308 /search/' answer '/search?q=money'
seen 'with the slash' '200 None' answer '/search/?q=money'
finish
