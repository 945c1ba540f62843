#!/bin/sh
# The preview: what it shows, what it refuses, how it follows changes and ends.
. "${0%/*}/lib.sh"

case ${TILTS:=$root/build/tilts} in
/*) ;;
*) TILTS=$root/$TILTS ;;
esac
[ -x "$TILTS" ] || skip_all "make first"
command -v curl >/dev/null || skip_all "no curl"

# --- a site below a path, in two languages ------------------------------------------

cp -r "$root/tests/sites/common" site
cd site || exit 1
cat >content/site.json <<-END
	{"title": "Vietne", "description": "Izmēģinājums.", "base_url": "https://example.org/portal",
	 "timezone": "Europe/Riga", "search": true, "languages": [
		{"code": "lv", "name": "Latviešu", "path": ""},
		{"code": "ru", "name": "Русский", "path": "ru"}]}
END
echo '{}' >templates/strings/ru.json
mkdir -p content/ru content/media templates/assets
printf 'GIF89a\001\000\001\000' >content/media/x.gif
echo 'p {}' >templates/assets/a.css
printf -- '---\ntitle: Начало\ndescription: Первая страница.\n---\n' >content/ru/index.md

# page NAME TITLE TEXT [LINE]: a line more of front matter.
page() {
	printf -- '---\ntitle: %s\ndescription: Par to.\n%s---\n%s\n' "$2" "${4:+$4
}" "$3" >"content/lv/.new"
	mv content/lv/.new "content/lv/$1.md"
}
page zvani Zvani pirmais
page melnraksts Melnraksts vēl "draft: true"

# start [OPTIONS]: sets $url, $pid; the first build is done. $under stands before tilts.
under=
start() {
	port=$(free_port)
	url=http://127.0.0.1:$port
	# shellcheck disable=SC2086
	$under "$TILTS" serve --port "$port" "$@" >"$scratch/said" 2>"$scratch/complained" &
	pid=$!
	server_pids="$server_pids $pid"
	wait_for_server "$port" "$pid"
	wait_until is_built
}

is_built() {
	[ "$(code /portal/)" != 503 ]
}

# stop SIGNAL: sets $status
stop() {
	kill "-$1" "$pid"
	wait "$pid"
	status=$?
}

get() {
	curl -s --path-as-is -m 600 "$url$1"
}
# code PATH [CURL OPTIONS]
code() {
	code_path=$1
	shift
	curl -s --path-as-is -m 600 -o "$scratch/body" -w '%{http_code}' "$@" "$url$code_path"
}
header() {
	curl -s --path-as-is -m 600 -D - -o /dev/null "$url$1" | tr -d '\r' | sed -n "s/^$2: //Ip"
}

# until_shows PATH PATTERN NAME
until_shows() {
	if wait_until shows "$1" "$2"; then pass "$3"; else fail "$3" "$shown"; fi
}
shows() {
	shown=$(get "$1")
	case $shown in
	*$2*) ;;
	*) return 1 ;;
	esac
}

zvani_is_first() {
	case $(get /portal/zvani/ | tr '\n' ' ') in
	*lv/zvani.md:5:*lv/dzili/index.md:5:*) ;;
	*) return 1 ;;
	esac
}

before=$(find . | sort)
start
is "it says where" "$(head -1 "$scratch/said" | cut -d' ' -f1)" "$url/"

# --- pages ------------------------------------------------------------------------------

like "a page" "$(get /portal/zvani/)" '<p>pirmais</p>'
like "the other language" "$(get /portal/ru/)" 'lang="ru"'
like "the reload script" "$(get /portal/)" '<script src="/.tilts/reload.js" data-version="'
like "the script is there" "$(get /.tilts/reload.js)" EventSource
is "the root leads to the site" "$(header / Location)" /portal/
is "so does the path without its slash" "$(header /portal Location)" /portal/
is "a page without its slash" "$(header /portal/zvani Location)" /portal/zvani/
is "outside of the site" "$(code /zvani/)" 404
is "no such page" "$(code /portal/nav/)" 404
like "the 404 page of the language" "$(get /portal/nav/)" 'lang="lv"'
like "the 404 page of the other language" "$(get /portal/ru/net)" 'lang="ru"'
like "a name that only begins like a language" "$(get /portal/rutki/)" 'lang="lv"'
is "drafts are not shown" "$(code /portal/melnraksts/)" 404
is "a page's type" "$(header /portal/ Content-Type)" "text/html; charset=utf-8"
is "a picture's type" "$(header /portal/media/x.gif Content-Type)" image/gif
is "a picture's bytes" "$(get /portal/media/x.gif | cksum)" "$(cksum <content/media/x.gif)"
is "nothing is kept" "$(header /portal/ Cache-Control)" no-store
is "HEAD" "$(curl -sI -m 600 "$url/portal/" | head -1 | tr -d '\r')" "HTTP/1.1 200 OK"
is "a query changes nothing" "$(code '/portal/?a=%00&b')" 200

# --- what is refused --------------------------------------------------------------------

for path in /../site.json /portal/../../etc/passwd /portal/%2e%2e/x /portal/..%2fx /portal//x //x \
	/portal/.git/config /portal/x%00.html /portal/%0a '/portal/a\b' /portal/%zz /portal/%c4; do
	is "refused: $path" "$(code "$path")" 400
done
is "POST" "$(code /portal/ -d x)" 405
is "DELETE" "$(code /portal/ -X DELETE)" 405
is "what is allowed" "$(curl -s -m 600 -X PUT -D - -o /dev/null "$url/" | tr -d '\r' |
	sed -n 's/^Allow: //p')" "GET, HEAD"
is "a stranger's name" "$(code /portal/ -H 'Host: evil.example')" 403
is "a name that looks like an address" "$(code /portal/ -H 'Host: 127.0.0.1.evil.example')" 403
is "localhost" "$(code /portal/ -H "Host: LocalHost:$port")" 200
is "a long path" "$(code "/portal/$(printf '%03000d' 0)")" 400
like "a header without an end" "$(code / -H "X: $(printf '%060000d' 0)")" '4[13][341]'
like "180 callers who say nothing" "$(perl -MIO::Socket::INET -e '
	my @all = map { IO::Socket::INET->new(PeerAddr => "127.0.0.1", PeerPort => $ARGV[0]) } 1 .. 180;
	print "there";' "$port")" there
until_shows /portal/zvani/ pirmais "and the preview goes on"

# --- changes ------------------------------------------------------------------------------

# hears VERSION: what is newer.
hears() {
	curl -sN -m 20 "$url/.tilts/events?since=$1" >>"$scratch/event"
	grep -q data "$scratch/event"
}

# listen: waits for news of the page as it is now, and asks again when there was
# none for long, as browsers do. What came lies in $scratch/event.
listen() {
	version=$(get /portal/ | sed -n 's/.*data-version="\([0-9]*\)".*/\1/p')
	: >"$scratch/event"
	wait_until hears "$version" &
	listener=$!
	server_pids="$server_pids $listener"
	sleep 0.2
}
listen
unlike "nothing new yet" "$(cat "$scratch/event")" data
page zvani Zvani otrais.
wait $listener
like "open pages are told" "$(cat "$scratch/event")" 'data: new'
like "the page is new" "$(get /portal/zvani/)" '<p>otrais.</p>'
like "whoever is behind is told at once" "$(curl -sN -m 600 "$url/.tilts/events?since=1")" 'data: new'

# A page is shown before the rest of the site is made.
until_shows /portal/search/text/zvani.txt otrais "and search knows its text"
until_shows /portal/search/lv/b0.txt '#otr ' "and its words"
unlike "and those before no more" "$(get /portal/search/lv/b0.txt)" '#pirm '

mkdir content/lv/dzili
page dzili/index Dziļi jauns
until_shows /portal/dzili/ '<p>jauns</p>' "a new folder"
page dzili/index Dziļi mainīts
until_shows /portal/dzili/ '<p>mainīts</p>' "a change in the new folder"
sed -i 's/<main>/<main class="cits">/' templates/page.html
until_shows /portal/zvani/ '<main class="cits">' "a template"
mv templates templates-2
until_shows /portal/zvani/ 'tilts-panel' "the templates are gone"
mv templates-2 templates
sleep 0.1
page zvani Zvani 'trešais'
until_shows /portal/zvani/ '<p>trešais</p>' "and back"

page zvani Zvani '[<&](nav.md) "slikti"'
until_shows /portal/zvani/ tilts-panel "a mistake is shown"
is "with status 500" "$(code /portal/dzili/)" 500
like "over the last good page" "$shown" '<p>trešais</p>'
like "with its place, in the language of the site" "$shown" 'content/lv/zvani.md:5:6: kļūda: nav lapas &#39;nav.md&#39; [[]link-missing]'
like "with its line, escaped" "$shown" '    5 | [[]&lt;&amp;](nav.md)'
is "its style is there" "$(header /.tilts/preview.css Content-Type)" "text/css; charset=utf-8"
is "other files are as they were" "$(code /portal/media/x.gif)" 200
like "the terminal says it too" "$(cat "$scratch/complained")" 'zvani.md:5:6: kļūda: nav lapas'
sleep 0.1
page dzili/index Dziļi '[slikti](arinav.md)'
until_shows /portal/zvani/ arinav "a second mistake"
like "what was just saved stands on top" "$(printf %s "$shown" | tr '\n' ' ')" \
	'content/lv/dzili/index.md:5:*content/lv/zvani.md:5:'
sleep 0.1
page zvani Zvani '[<&](nav.md) "slikti"'
wait_until zvani_is_first
pass "and changes place when the other is saved"
page dzili/index Dziļi mainīts
until_shows /portal/zvani/ tilts-panel "the second is mended"
listen
page zvani Zvani labots
wait $listener
like "mending is news" "$(cat "$scratch/event")" 'data: new'
until_shows /portal/zvani/ '<p>labots</p>' "mended"
is "with status 200" "$(code /portal/zvani/)" 200
page zvani Zvani 'labots

## Tukša'
until_shows /portal/zvani/ tilts-remarks "a warning is shown as well"
like "with its place" "$shown" 'content/lv/zvani.md:7:1: brīdinājums: '
is "and the page is published" "$(code /portal/zvani/)" 200
sleep 0.1
page zvani Zvani 'labots vēl'
until_shows /portal/zvani/ '<p>labots vēl</p>' "its cause is gone"
without_remarks() { ! get /portal/zvani/ | grep -q tilts-remarks; }
wait_until without_remarks
pass "and so is the warning"

# What is looked at is shown before the build knows of the mistakes: it stands below them.
mkdir -p content/data/places
echo '{"type": "object", "properties": {"name": {"type": "string"},
	"near": {"type": "string", "x-kind": "places"}}}' >content/data/places/schema.json
echo '{"name": "Pirmais nams"}' >content/data/places/a.json
echo '{"name": "Otrais nams"}' >content/data/places/b.json
echo '{"word": "слово", "other": "другое"}' >templates/strings/ru.json
echo '{"word": "vārds", "other": "cits"}' >templates/strings/lv.json
echo '{{strings.word}} {{strings.other}}' >>templates/page.html
echo '{"name": "Trešais nams", "near": "b"}' >content/data/places/c.json
page zvani Zvani '{name:places/a}.'
until_shows /portal/zvani/ 'vārds cits' "words"
until_shows /portal/search/text/zvani.txt 'Pirmais nams' "a record's name"
mv content/data/places/b.json content/data/places/a.json
until_shows /portal/zvani/ tilts-panel "another record's name, and a record that names that one"
like "the record is shown at once" "$shown" 'Otrais nams'
echo '{"name": "Otrais nams"}' >content/data/places/b.json
until_shows /portal/search/text/zvani.txt 'Otrais nams' "and published when the mistake is mended"
like "below no panel" "$(get /portal/zvani/ | grep -c tilts-panel)" 0
echo '{"word": "jauns"}' >templates/strings/.new
mv templates/strings/.new templates/strings/lv.json
until_shows /portal/zvani/ tilts-panel "a word that a template wants is gone"
like "the others are shown at once" "$shown" jauns
echo '{}' | tee templates/strings/ru.json >templates/strings/lv.json
sed -i '$d' templates/page.html
rm -r content/data
page zvani Zvani labots
until_shows /portal/zvani/ '<p>labots</p>' "all as before"

# Many changes and many readers: every answer is whole, and a page as it once was.
cat >"$scratch/read.pl" <<'END'
use IO::Socket::INET;
my ($port) = @ARGV;
for (1 .. 150) {
	my $s = IO::Socket::INET->new(PeerAddr => "127.0.0.1", PeerPort => $port) or die "connect";
	print $s "GET /portal/zvani/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
	my $answer = do { local $/; <$s> };
	$answer =~ m{^HTTP/1.1 200 .*<p>(labots|kārta \d+)</p>.*</script>\s*$}s or die $answer;
}
END
readers=
for _ in 1 2 3; do
	perl "$scratch/read.pl" "$port" &
	readers="$readers $!"
done
for i in $(seq 10); do
	page zvani Zvani "kārta $i"
	sleep 0.1
done
for reader in $readers; do
	wait "$reader"
	is "a reader while pages change" "$?" 0
done
until_shows /portal/zvani/ '<p>kārta 10</p>' "the last change is shown"
page zvani Zvani pirmais
rm -r content/lv/dzili
until_shows /portal/zvani/ '<p>pirmais</p>' "a folder is gone"
is "nothing was written" "$(find . | sort)" "$before"

# --- the end ------------------------------------------------------------------------------

run "$TILTS" serve --port "$port"
is "the port is taken: status" "$status" 3
like "the port is taken: the hint" "$err" "serve-address*--port $((port + 1))"
listen
stop INT
is "Ctrl-C: status" "$status" 0
is "and the port is free" "$(code /portal/)" 000
run "$TILTS" serve --address nowhere
is "no address: status" "$status" 2
run "$TILTS" serve --port x
is "no port: status" "$status" 2

# Its first socket would be what it prints into.
closed() {
	exec "$@" >&-
}
under=closed
start
ok "standard output is closed: it runs" test "$(code /portal/)" = 200
stop INT
is "and ends as others do: status" "$status" 0
under=

start --drafts --base-url https://example.org
is "drafts are shown" "$(code /melnraksts/)" 200
stop TERM
is "SIGTERM: status" "$status" 0

page zvani Zvani '[x](nav.md)'
start
is "a mistake from the beginning" "$(code /portal/)" 500
like "it is shown" "$(get /anything)" link-missing
page zvani Zvani beidzot
until_shows /portal/zvani/ beidzot "until it is mended"
stop HUP
is "SIGHUP: status" "$status" 0

# --- a system that can't tell of changes ------------------------------------------------

if can_trace; then
	# Leaks can't be looked for under a tracer.
	under="env ASAN_OPTIONS=detect_leaks=0 strace -D -f -o /dev/null"
	under="$under -e trace=inotify_add_watch -e inject=inotify_add_watch:error=ENOSPC"
	start
	under=
	is "without watches: the site is shown" "$(code /portal/)" 200
	like "without watches: a warning" "$(cat "$scratch/complained")" \
		"warning: not every change will be noticed*serve-watch*max_user_watches"
	stop TERM
	is "without watches: it ends as well" "$status" 0
else
	skip "without watches" "no strace here"
fi

# --- a commit ---------------------------------------------------------------------------------

new_repository .
commit . 1700000000 first
start --source . --subdir content --ref main
page zvani Zvani "nav commit"
sleep 0.5
like "a commit stays as it is" "$(get /portal/zvani/)" '<p>beidzot</p>'
stop TERM
is "it ends as well" "$status" 0

finish
