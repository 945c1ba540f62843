#!/usr/bin/env bash
# Firefox 140.12 ESR (Debian): a script that a page asked for with import() and did not get is never asked for again.
#
# Expected: import() gives a promise, and where that fails it can be called again, as one fetches again: Chromium 156 asks the
# server once more. "Where the line broke, the next letter asks again" is written in a line.
#
# Seen: a server that was in trouble once answers 503, and from then on gives the script. Firefox remembers that this
# address has failed, and says so each time, until the page is loaded anew, without asking anybody. It may:
# of an address that was asked for, the map of modules knows the answer, also that there is none (HTML Living Standard,
# "fetch a single module script"). With something behind "?" it is another address, and comes.
#
# Who would notice: on a bus, whoever touched the field of the search in a tunnel: it stays dead behind the tunnel. tilts asks for its
# scripts at another address when they did not come (templates/assets/portal.js).
. "${0%/*}/lib.sh"
command -v node >/dev/null || cannot "Node.js is needed"
debian firefox-esr=140.12.0esr-1~deb12u1 libvpx7=1.12.0-1+deb12u5

cat >server.mjs <<'JS'
import { createServer } from "node:http";
import { writeFileSync } from "node:fs";
const page = `<!doctype html><title>A page</title><script>
const ask = (name) => import(name).then(() => "comes", () => "fails");
const run = async () => {
	const said = [await ask("/part.js"), await ask("/part.js"), await ask("/part.js?again")];
	navigator.sendBeacon("/told", said.join(", "));
};
run();
</script>`;
let asked = 0;
const answer = (response, status, type, text) => response.writeHead(status, { "content-type": type }).end(text);
createServer((request, response) => {
	if (request.url.startsWith("/part.js"))
		return asked++ ? answer(response, 200, "text/javascript", "export const a = 1;") : answer(response, 503, "text/plain", "");
	if (request.url !== "/told") return answer(response, 200, "text/html", page);
	let said = "";
	request.on("data", (data) => (said += data));
	request.on("end", () => writeFileSync("told", `${said}; the server was asked ${asked} times\n`));
	response.end();
}).listen(+process.argv[2], "127.0.0.1");
JS

free_port
serves node server.mjs "$port"
mkdir profile
HOME=$there "$there/usr/lib/firefox-esr/firefox-esr" --headless --no-remote --profile profile "http://127.0.0.1:$port/" \
	>browser.log 2>&1 &
browser=$!
# A machine may be busy.
for _ in $(seq 60); do
	[ -s told ] || sleep 1
done
kill "$browser" 2>/dev/null
wait "$browser" 2>/dev/null
[ -s told ] || cannot "$(tail -n 1 browser.log)"

seen 'the same script twice, then with a question mark' 'fails, fails, comes; the server was asked 2 times' cat told
finish
