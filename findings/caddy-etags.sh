#!/usr/bin/env bash
# Caddy 2.6.2: compressed or not, a page has one and the same strong ETag, and half a file is joined to half of another.
#
# Expected: a strong ETag stands for one series of bytes; a page and its compressed form are two, so they have two, or a weak
# one (RFC 9110, section 8.8.1, and 8.8.3.3, whose example is this very case: "Entity Tags Varying on Content-Negotiated
# Resources"). If-Range is for who has the beginning of a file and asks for the rest of the same bytes (section 13.1.5). nginx
# makes the ETag weak. The manual says of encode that it compresses answers.
#
# Seen: with encode the compressed answer has the ETag of the file as it is. Who was broken off in the compressed one and asks
# for the rest with this ETag gets 206 and the rest of the other, counted in its bytes and packed anew. With files that were
# compressed before (precompressed) each has its own.
#
# Who would notice: somebody with a weak connection behind a cache, or whose telephone goes on with a table of open data that
# broke off: it does not unpack, and nothing says why. tilts writes files that are compressed before, and its configuration has
# precompressed (put_files() in src/host/caddy.c; tests/cli/host.t).
. "${0%/*}/lib.sh"
debian caddy=2.6.2-5

mkdir site
printf 'line %s\n' $(seq 1000) >site/table.csv
caddy_serves 'encode gzip
	file_server'

cat >ask.py <<'PY'
import gzip, http.client, sys

def ask(**headers):
    connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]))
    connection.request("GET", "/table.csv", headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    return response, response.read()

whole, text = ask(Accept_Encoding="identity")
packed, bytes_of_it = ask(Accept_Encoding="gzip")
print(packed.getheader("Content-Encoding"), "same strong ETag" if whole.getheader("ETag") == packed.getheader("ETag") and
      not whole.getheader("ETag").startswith("W/") else "another ETag")
at = len(bytes_of_it) // 2
rest, more = ask(Accept_Encoding="gzip", Range=f"bytes={at}-", If_Range=packed.getheader("ETag"))
print(rest.status, rest.getheader("Content-Encoding"), "of the packed bytes" if more == bytes_of_it[at:] else
      "of the others, packed anew" if gzip.decompress(more) == text[at:] else "of neither")
PY

seen 'both answers, and the rest of one' 'gzip same strong ETag
206 gzip of the others, packed anew' /usr/bin/python3 ask.py "$port"
finish
