#!/usr/bin/env bash
# BusyBox 1.35.0 (httpd): a piece of a file is said to be HTML, and compressed goes to who asked for it not to.
#
# Expected: an answer of 206 has the Content-Type that 200 would have (RFC 9110, section 15.3.7, has it
# among what describes the whole), and "gzip;q=0" means that gzip is not acceptable (section 12.4.2).
#
# Seen: whatever the file is, its pieces are text/html. Where a.txt.gz stands beside a.txt, it is sent to
# whoever writes the word gzip in Accept-Encoding, q=0 too. Asked for the whole, it names the right type.
#
# Who would notice: who plays a recording, reads a document by pages or resumes a download from a small
# server, a box in a library or the smallest of containers: a browser asks for media in pieces and shows
# none that is HTML. tilts writes no settings for it (src/host/host.c has the hosts that are walked), and
# `tilts serve` sends whole files (src/serve/preview.c).
. "${0%/*}/lib.sh"
debian busybox=1:1.35.0-4+deb12u1+b1

mkdir site && seq 1000 >site/a.txt && gzip -k9n site/a.txt && cp site/a.txt site/a.wav
free_port
serves "$there/bin/busybox" httpd -f -p "127.0.0.1:$port" -h site

# answer PATH NAME VALUE: status, type and coding of what is answered to a question with this header.
answer() {
	/usr/bin/python3 - "$port" "$@" <<'PY'
import http.client, sys

connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]))
connection.putrequest("GET", sys.argv[2], skip_accept_encoding=True)
connection.putheader(*sys.argv[3:])
connection.endheaders()
answer = connection.getresponse()
print(answer.status, answer.getheader("Content-Type"), answer.getheader("Content-Encoding", "plain"))
PY
}

seen 'a whole text' '200 text/plain plain' answer /a.txt Accept-Encoding identity
seen 'a piece of it' '206 text/html plain' answer /a.txt Range bytes=10-19
seen 'a whole recording' '200 audio/wav plain' answer /a.wav Accept-Encoding identity
seen 'a piece of it' '206 text/html plain' answer /a.wav Range bytes=10-19
seen 'compressed' '200 text/plain gzip' answer /a.txt Accept-Encoding gzip
seen 'anything but gzip' '200 text/plain gzip' answer /a.txt Accept-Encoding 'identity, gzip;q=0'
finish
