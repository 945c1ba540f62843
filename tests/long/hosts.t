#!/bin/sh
# A reader's walk at the portal on Debian's nginx, Apache, Caddy and lighttpd, each as `tilts host` or
# hosting.md sets it up: in Chromium, with the worker, a second site published meanwhile, the server stopped.
# HOSTS="nginx caddy": these alone.
. "${0%/*}/../cli/lib.sh"
. "$root/tests/cli/hosts.sh"

tilts=$root/build/tilts
[ -x "$tilts" ] || skip_all "make build/tilts first"
[ -d "$root/tests/node_modules" ] || skip_all "make test-packages first"
umask 022
chmod 755 "$scratch"
port=$(free_port)
origin=http://localhost:$port

cp -r -H "$root/content" content
mkdir out
build() {
	"$tilts" build --templates "$root/templates" --output out/public --base-url "$origin" --compress \
		--now "$(cat "$root/tests/pages/day")"
}
ok "the portal is built" build

# hosting.md's lines for lighttpd, with those of the other languages.
lighttpd_block() {
	sed -n '/^### lighttpd/,/^Not /s/^    //p' "$root/src/cmd/hosting.md"
	for language in en viegli; do
		echo "\$HTTP[\"url\"] =~ \"^/$language/\" { server.error-handler = \"/$language/404.html\" }"
	done
}
configure() {
	if [ "$1" = lighttpd ]; then lighttpd_block; else
		"$tilts" host "$1" --templates "$root/templates" --output out/public --base-url "$origin"
	fi >print
}

# The walk says on one pipe what is to happen at the host, and reads from the other that it has.
mkfifo deeds done
exec 4<>deeds 5<>done
walk() {
	(
		cd "$root/tests" || exit
		ORIGIN=$origin DEEDS=$scratch/deeds DONE=$scratch/done COMPRESSED=$compressed \
			npx --no-install playwright test -c long >"$scratch/walked" 2>&1
		echo "ended $?" >&4
	) &
	while read -r deed words <&4; do
		case $deed in
		publish)
			sed -i "s/^title: .*/title: \"$words\"/" content/lv/sazina/index.md
			build >published 2>&1 || note "$(cat published)"
			;;
		stop) stop_server "$server_pid" ;;
		start) "start_$server" ;;
		ended) break ;;
		esac
		echo done >&5
	done
	is "$server: a reader's walk" "$words" 0
	[ "$words" = 0 ] || note "$(cat walked)"
}
for server in ${HOSTS:-nginx apache caddy lighttpd}; do
	command -v "$(program_of "$server")" >/dev/null || {
		skip "$server" "not installed"
		continue
	}
	compressed=yes
	[ "$server" != lighttpd ] || compressed=
	configure "$server"
	"start_$server"
	walk
	stop_server "$server_pid"
done
finish
