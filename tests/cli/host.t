#!/bin/sh
# `tilts host`: Debian's nginx, Apache and Caddy, each started with exactly what is
# printed, at the root and below a path, and asked for one of each.
. "${0%/*}/lib.sh"
. "$root/tests/cli/hosts.sh"

case ${TILTS:=$root/build/tilts} in
/*) ;;
*) TILTS=$root/$TILTS ;;
esac
[ -x "$TILTS" ] || skip_all "make first"
command -v curl >/dev/null || skip_all "no curl"
umask 022
chmod 755 "$scratch"

# Builds the made-up portal with some old addresses, then prints each configuration.
cat >with-hosts <<END
#!/bin/sh
sed -i '0,/^---\$/s,^---\$,---\naliases: [/vecais/\, /vecs.html\, "/veca vieta/"],' "\$3/lv/cietumi/index.md"
sed -i '0,/{/s,,{ "redirects": { "/senais/": "/cietumi/"\, "/dienas/*": "/gimenes-dienas/*" }\,,' "\$3/site.json"
"$TILTS" "\$@" || exit
for server in nginx apache caddy headers; do
	"$TILTS" host \$server --source "\$3" --templates "\$5" --output "\$7" --base-url "\$base" >"$scratch/print.\$server" || exit
done
END
chmod +x with-hosts
build() {
	base=$base TILTS=$scratch/with-hosts "$root/tests/portal/build" "$scratch/out/public" \
		--base-url "$base" --compress
	# Apache's ETag of a file that was written within the second before is a weak one (RFC 9110
	# 8.8.1), with which nobody may ask for the rest of it.
	find "$scratch/out/public" -type f -exec touch -d '1 hour ago' {} +
}

# ask PATH [OPTIONS]: $head and $body.
ask() {
	asked=$1
	shift
	curl -s -g -D head -o got "$@" "$origin$asked" || echo "HTTP/1.1 000 none" >head
	head=$(tr -d '\r' <head | tr 'A-Z' 'a-z')
	body=$(cat got 2>/dev/null)
}
status_is() {
	case $(sed -n '1s,^[^ ]* \([0-9]*\).*,\1,p' head) in
	$2) pass "$server $path: $1" ;;
	*) fail "$server $path: $1" "$(cat head)
wanted: $2" ;;
	esac
}
has() {
	like "$server $path: $1" "$head" "$2"
}
kind() {
	ask "$path$1"
	status_is "$1" 200
	has "$1 is $2" "
content-type: $2"
	has "$1 is asked anew" "
cache-control: no-cache"
}

check() {
	ask "$path/"
	status_is "the home page" 200
	has "a page is HTML" "
content-type: text/html; charset=utf-8"
	has "a page is asked anew" "
cache-control: no-cache"
	has "the pages' policy" "
content-security-policy: default-src 'none'; "
	has "nobody frames it" "frame-ancestors 'none'"
	has "no sniffing" "
x-content-type-options: nosniff"
	has "no referrer" "
referrer-policy: no-referrer"
	has "no window of another site" "
cross-origin-opener-policy: same-origin"
	has "no camera" "
permissions-policy: camera=()"
	is "$server $path: one policy" "$(printf '%s' "$head" | grep -c '^content-security-policy')" 1
	kind /calendar.ics "text/calendar; charset=utf-8"
	kind "/$vcf" "text/vcard; charset=utf-8"
	kind "/$csv" "text/csv; charset=utf-8"
	kind "/$json" "application/json; charset=utf-8"
	kind /sitemap.xml "application/xml; charset=utf-8"
	kind /robots.txt "text/plain; charset=utf-8"
	kind /sw.js "text/javascript; charset=utf-8"
	ask "$path/$css"
	status_is "a style" 200
	has "a style's kind" "
content-type: text/css; charset=utf-8"
	has "hashed names are kept" "
cache-control: public, max-age=31536000, immutable"
	ask "$path/$css" -H 'Accept-Encoding: gzip'
	has "compressed as it was written" "
content-encoding: gzip"
	has "a compressed style's kind" "
content-type: text/css; charset=utf-8"
	has "compressed: Vary" "
vary: accept-encoding"
	is "$server $path: compressed: one Vary" "$(printf '%s' "$head" | grep -c ^vary)" 1
	has "compressed: kept" "immutable"
	is "$server $path: the bytes of the twin" "$(cksum <got)" "$(cksum <"out/public/$css.gz")"
	ask "$path/$css"
	etag=$(sed -n 's/^etag: //Ip' head | tr -d '\r')
	ask "$path/$css" -H 'Range: bytes=4-' -H "If-Range: $etag"
	status_is "the rest of a style" 206
	is "$server $path: the bytes of the rest" "$(cksum <got)" "$(tail -c +5 "out/public/$css" | cksum)"
	ask "$path/$css" -H 'Range: bytes=4-' -H 'If-Range: "of another file"'
	status_is "the rest of another file" 200
	is "$server $path: the whole instead" "$(cksum <got)" "$(cksum <"out/public/$css")"
	ask "$path/" -H 'Accept-Encoding: gzip'
	has "a compressed page" "
content-encoding: gzip"
	ask "$path/" -H 'Accept-Encoding: br;q=0, GZIP;q=0.5'
	has "gzip in capitals, and no brotli" "
content-encoding: gzip"
	ask "$path/" -H 'Accept-Encoding: gzip;q=0, br;q=0.0'
	unlike "$server $path: not compressed for who takes none" "$head" content-encoding
	has "not compressed: Vary" "
vary: accept-encoding"
	ask "$path/assets/gone.0123456789.css"
	status_is "an asset that is gone" 404
	unlike "$server $path: and is not kept so" "$head" immutable
	ask "$path/nav/te"
	status_is "no such page" 404
	is "$server $path: its own page" "$(cksum <got)" "$(cksum <out/public/404.html)"
	has "404: the policy" "
content-security-policy: "
	has "404: asked anew, for the page may come" "
cache-control: no-cache"
	for condition in "If-None-Match: $(sed -n 's/^etag: //Ip' head | tr -d '\r')" "Range: bytes=0-3" \
		"If-None-Match: *" "If-Modified-Since: Fri, 31 Dec 2100 00:00:00 GMT"; do
		ask "$path/nav/te" -H "$condition"
		status_is "no such page, ${condition%%:*}" 404
		is "$server $path: the whole page, ${condition%%:*}" "$(cksum <got)" "$(cksum <out/public/404.html)"
	done
	ask "$path/en/nowhere"
	status_is "no such page in English" 404
	is "$server $path: in English" "$(cksum <got)" "$(cksum <out/public/en/404.html)"
	ask "$path/english/nowhere"
	is "$server $path: not in English" "$(cksum <got)" "$(cksum <out/public/404.html)"
	ask "$path/cietumi"
	status_is "a folder without its slash" "30[18]"
	has "no question is added" "$path/cietumi/
"
	ask "$path/cietumi?q=nauda%20un"
	status_is "with a question" "30[18]"
	has "the question is kept" "$path/cietumi/?q=nauda%20un
"
	ask "//evil.example/..$path/cietumi?q=1" --path-as-is
	unlike "$server $path: no other host" "$head" "location: //"
	ask "$path/vecais/"
	status_is "an alias" 301
	has "an alias leads on" "$path/cietumi/"
	ask "$path/vecs.html"
	status_is "an alias of a file" 301
	ask "$path/vecs-html"
	status_is "a dot is a dot" 404
	ask "$path/veca%20vieta/"
	status_is "an alias with a space" 301
	ask "$path/senais/"
	status_is "an old address of site.json" 301
	has "it leads on" "$path/cietumi/"
	ask "$path/dienas/diena-vasara/"
	status_is "an old folder of site.json" 301
	has "it leads on, too" "$path/gimenes-dienas/diena-vasara/"
	ask "$path/assets/"
	status_is "no listing" "40[34]"
	is "$server $path: a folder without a page has that of what is missing" \
		"$(cksum <got)" "$(cksum <out/public/404.html)"
	for hidden in /.secret /.git/config /assets/.x; do
		ask "$path$hidden"
		status_is "$hidden" 404
	done
	ask "$path/.well-known/acme-challenge/x"
	status_is "what certificates are asked for by" 200
	ask "/../.public.tilts/manifest" --path-as-is
	unlike "$server $path: the yard is not in reach" "$body" tilts
	[ -z "$path" ] || {
		ask "$path"
		status_is "the path without its slash" 301
		ask /
		ok "$server: nothing of ours above the path" test "$body" != "$(cat out/public/index.html)"
	}
}
for path in "" /portal/izmeginajums; do
	port=$(free_port)
	origin=http://localhost:$port
	base=$origin$path
	rm -rf out
	mkdir out
	ok "the site is built and each configuration printed for '$path'" build
	css=$(cd out/public && ls assets/*.css | head -1)
	vcf=$(cd out/public && find . -name '*.vcf' | sort | head -1 | cut -c3-)
	csv=$(cd out/public && find . -name '*.csv' | sort | head -1 | cut -c3-)
	json=$(cd out/public && find . -name '*.json' | sort | head -1 | cut -c3-)
	[ -e out/public/sw.js ] || echo '"use strict";' >out/public/sw.js
	mkdir -p out/public/.git out/public/.well-known/acme-challenge
	echo x | tee out/public/.secret out/public/.git/config out/public/assets/.x \
		>out/public/.well-known/acme-challenge/x
	for server in nginx apache caddy; do
		command -v "$(program_of "$server")" >/dev/null || {
			skip "$server" "not installed"
			continue
		}
		cp "print.$server" print
		"start_$server"
		check
		stop_server "$server_pid"
	done
	out=$(cat print.headers)
	like "headers: the policy '$path'" "$out" "frame-ancestors 'none'"
	like "headers: assets '$path'" "$out" "$path/assets/*
  Cache-Control: public, max-age=31536000, immutable"
	like "headers: redirects '$path'" "$out" "# $path/vecais/ $path/cietumi/ 301"
	like "headers: those of site.json '$path'" "$out" "# $path/dienas/diena-vasara/ $path/gimenes-dienas/diena-vasara/ 301"
done

cd "$root/tests/sites/common" || exit 1
run "$TILTS" host ngix
is "another server: status" "$status" 2
like "another server" "$err" "did you mean 'nginx'?"
run "$TILTS" host headers
is "the address that tilts init begins with: status" "$status" 0
like "is told to be no address yet" "$err" "the address is not set yet: example.org"
run "$TILTS" host headers --base-url https://portals.lv
is "the site's own: nothing is told" "$status$err" 0
run "$TILTS" host headers --base-url http://127.0.0.1:8080
is "nor of this machine: there it is tried" "$status$err" 0
run "$TILTS" host nginx --base-url http://portals.lv:8080
is "nginx: a port of its own is both protocols'" "$(echo "$out" | grep listen)" "	listen 8080;
	listen [::]:8080;"
run "$TILTS" host nginx --output "$scratch/a\"b"
is "a folder that can't be quoted: status" "$status" 2

finish
