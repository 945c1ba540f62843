#!/bin/sh
# `tilts follow` when something goes away or comes back: network, repository, disk, day.
. "${0%/*}/lib.sh"
. "$root/tests/cli/following.sh"

# --- the service manager ------------------------------------------------------------------

cat >manager.pl <<-'END'
	use strict; use warnings; use IO::Socket::UNIX;
	my $socket = IO::Socket::UNIX->new(Type => SOCK_DGRAM, Local => $ARGV[0]) or die;
	$| = 1;
	while (defined $socket->recv(my $words, 4096)) { print "$words\n" }
END
perl manager.pl "$scratch/notify" >heard &
server_pids="$server_pids $!"
wait_until test -S notify
export NOTIFY_SOCKET="$scratch/notify" WATCHDOG_USEC=200000
begin "$scratch/site.git" --interval 3600
unset NOTIFY_SOCKET WATCHDOG_USEC
ok "the manager hears that it is ready" wait_until grep -qx READY=1 heard
ok "and how it is" wait_until grep -qx 'STATUS=up to date' heard
ok "and signs of life" wait_until sh -c '[ "$(grep -cx WATCHDOG=1 heard)" -gt 3 ]'

# --- a signal ---------------------------------------------------------------------------------

page 'description: Pirmā lapa.' 'pēc-signāla'
push signal
kill -HUP "$follow"
ok "SIGHUP looks at once" until_ shows pēc-signāla

# How often the manager heard how it is; more than N times?
told() {
	grep -c '^STATUS=' heard
}
told_again() {
	[ "$(told)" -gt "$1" ]
}
page 'description: Pirmā lapa.' '[x](nav.md)'
push mistake
kill -HUP "$follow"
ok "the manager hears of mistakes" wait_until grep -qx 'STATUS=the last change has mistakes' heard
before=$(told)
ring x >/dev/null
ok "the same commit, looked at again" wait_until told_again "$before"
is "is no better" "$(grep '^STATUS=' heard | tail -n 1)" "STATUS=the last change has mistakes"
page 'description: Pirmā lapa.' 'pēc-signāla'
push mended
kill "$follow"
wait "$follow"
ok "the manager hears of the end" wait_until grep -qx STOPPING=1 heard

# --- the network, the repository ----------------------------------------------------------------

git_port=$(free_port)
daemon() {
	serve "$git_port" "$(git --exec-path)/git-daemon" --listen=127.0.0.1 --port="$git_port" \
		--reuseaddr --export-all --base-path="$scratch" "$scratch"
	git_pid=$server_pid
}
daemon
begin "git://127.0.0.1:$git_port/site.git" --interval 1
ok "a repository on a server" until_ state ok
kill "$git_pid"
wait "$git_pid" 2>/dev/null
ok "the network goes: it is told" until_ state failing
page 'description: Pirmā lapa.' 'kad-tīkls-atgriežas'
push away
ok "and tried again" until_ grep -q '"failures":[2-9]' status/status.json
ok "readers see the old site" shows pēc-signāla
is "nothing is said twice" "$(grep 'kļūda: ' log | sort | uniq -d)" ""
daemon
ok "the network comes back" until_ shows kad-tīkls-atgriežas
ok "and all is well" until_ state ok

# A server that names the new commit and can't give it: what it is about is in no file of the copy.
kill "$git_pid"
wait "$git_pid" 2>/dev/null
ok "the network goes once more" until_ state failing
page 'description: Pirmā lapa.' 'bez-satura'
push damaged
blob=$(git -C work rev-parse HEAD:content/lv/index.md | sed 's,^..,&/,')
mv "site.git/objects/$blob" blob
daemon
ok "a commit that can't be fetched is told" until_ grep -q source-stale status/status.json
ok "as no success" state failing
ok "readers see the old site" shows kad-tīkls-atgriežas
mv blob "site.git/objects/$blob"
ok "and it is tried until it can" until_ shows bez-satura
ok "and all is well again" until_ state ok
stop_server "$follow"
kill "$git_pid"
wait "$git_pid" 2>/dev/null
begin "git://127.0.0.1:$git_port/site.git" --interval 3600
ok "a new start without the network" until_ grep -q '"failures":1' status/status.json
like "is told in the language that the site had" "$(cat log)" "kļūda: "
like "to programs" "$(cat status/status.json)" '"state":"failing"*"language":"lv"'
like "and to people" "$(cat status/index.html)" 'lang="lv"'
ring a >/dev/null
ok "so is the next failure" until_ grep -q '"failures":2' status/status.json
like "in their language still" "$(cat status/index.html)" 'lang="lv"'
stop_server "$follow"

begin "$scratch/site.git" --interval 3600
ok "a repository of this machine" until_ state ok
mv site.git gone.git
ring a >/dev/null
ok "a repository that is removed is told" until_ state failing
like "in the language of the site" "$(cat log)" "kļūda: "
ok "readers see the old site" shows bez-satura
mv gone.git site.git
page 'description: Pirmā lapa.' 'atkal-te'
push back
ring b >/dev/null
ok "and when it is there again, followed" until_ shows atkal-te
stop_server "$follow"

# What is in the way of the output goes away, and nobody pushes anything.
mv web web.away
echo x >web
begin "$scratch/site.git" --interval 1
ok "no folder to publish in: told" until_ state failing
like "it is known which commit" "$(cat status/status.json)" "\"tried\":{\"commit\":\"$(git -C work rev-parse HEAD)"
rm web
mv web.away web
ok "the same commit is tried again" until_ state ok
stop_server "$follow"

# --- ssh: known hosts, a key file, a server that goes ----------------------------------------

if start_sshd; then
	ssh_port=${ssh_url##*:}
	mkdir -m 700 "$HOME/.ssh"
	cp ssh/client "$HOME/.ssh/id_ed25519"
	cp ssh/client.pub "$HOME/.ssh/id_ed25519.pub"
	rm -rf status
	begin "$ssh_url$scratch/site.git" --interval 1
	ok "ssh: a host that nobody confirmed is told" until_ state failing
	like "ssh: and how to confirm it" "$(cat status/status.json)" "known_hosts"
	page 'description: Pirmā lapa.' 'pār-ssh'
	push ssh
	echo "[127.0.0.1]:$ssh_port $(cut -d' ' -f1,2 ssh/host.pub)" >"$HOME/.ssh/known_hosts"
	ok "ssh: once it is confirmed, the push is read" until_ shows pār-ssh
	ok "ssh: all is well" until_ state ok
	kill "$ssh_pid"
	wait "$ssh_pid" 2>/dev/null
	ok "ssh: a server that goes is told" until_ state failing
	ok "ssh: readers see the site" shows pār-ssh
	page 'description: Pirmā lapa.' 'ssh-atkal'
	push "ssh again"
	serve "$ssh_port" "$sshd" -D -e -f "$scratch/ssh/config"
	ring s >/dev/null
	ok "ssh: it is back" until_ shows ssh-atkal
	page 'description: Pirmā lapa.' 'ssh-zvans'
	push "ssh rung"
	ring t >/dev/null
	ok "ssh: a webhook is followed too" until_ shows ssh-zvans
	stop_server "$follow"
else
	skip "ssh" "no sshd"
fi

# --- a full disk --------------------------------------------------------------------------------

hook=$(free_port)
if unshare -m sh -c 'mkdir -p small && mount -t tmpfs none small' 2>/dev/null; then
	rm -rf status
	serve "$hook" unshare -m sh -c 'mount -t tmpfs -o size=300k none small; exec "$@"' sh \
		env --chdir="$scratch" "$TILTS" follow --source "$scratch/site.git" --subdir content \
		--templates source:templates --output small/public --status status --hook "$hook" \
		--secret secret --cache cache --interval 3600
	ok "a small disk: published" until_ state ok
	for i in 1 2 3 4 5 6 7 8; do
		printf -- '---\ntitle: L%s\ndescription: D\n---\n' $i >work/content/lv/l$i.md
		head -c 30000 /dev/zero | tr '\0' 'a' | fold -w 60 >>work/content/lv/l$i.md
		printf '[l](l%s.md)\n' $i >>work/content/lv/index.md
	done
	push large
	ring c >/dev/null
	ok "a full disk is told" until_ state failing
	like "with the reason" "$(cat status/status.json)" "diskā nav vietas"
	git -C work rm -q 'content/lv/l*.md'
	page 'description: Pirmā lapa.' 'mazs'
	push small
	ring d >/dev/null
	ok "what fits is published again" until_ state ok
	stop_server "$server_pid"
else
	skip "a full disk is told" "no mounts of our own here"
	page 'description: Pirmā lapa.' 'mazs'
	push small
fi

# --- what nobody has checked for longest ------------------------------------------------------

# facts NAME CHECKED_ON CHECK_BY: a page whose facts were checked.
facts() {
	printf -- '---\ntitle: Lapa %s\ndescription: Par %s.\nchecked_on: %s\ncheck_by: %s\n---\nTeksts.\n' \
		"$1" "$1" "$2" "$3" >"work/content/lv/$1.md"
}
facts vecs 2024-01-01 2024-06-30
facts vecāks 2023-01-01 2023-12-31
facts nesens 2024-01-01 2999-12-31
printf '[a](vecs.md) [b](vecāks.md) [c](nesens.md)\n' >>work/content/lv/index.md
push overdue
rm -rf status
begin "$scratch/site.git" --interval 3600
ok "facts that are overdue are published" until_ state ok
like "the oldest is told" "$(cat status/status.json)" \
	'"oldest_overdue":{"path":"lv/vecāks.md","check_by":"2023-12-31"}'
like "and to people" "$(cat status/index.html)" 'Visilgāk nepārbaudīts<dd>lv/vecāks.md (2023-12-31)'
pages=$(grep -o '"pages":[1-9][0-9]*' status/status.json)
ring o >/dev/null
kill -HUP "$follow"
ok "a build that finds nothing changed" until_ grep -q '"accepted":1' status/status.json
like "knows it still" "$(cat status/status.json)" '"oldest_overdue":{"path":"lv/vecāks.md"'
is "and how many pages there are" "$(grep -o '"pages":[0-9]*' status/status.json)" "$pages"
echo 'Nekas lapām.' >work/LASI
push "nothing of the content"
ring n >/dev/null
ok "a push that changes no page is said as well" until_ \
	says "$(git -C work rev-parse HEAD | cut -c1-12): lapu skaits ${pages#*:}\$"
mv work/content/site.json site.json.whole
echo '{' >work/content/site.json
push "no settings"
ring s >/dev/null
ok "a mistake before any page is looked at" until_ state mistakes
like "hides nothing of what is overdue" "$(cat status/status.json)" '"oldest_overdue":{"path":"lv/vecāks.md"'
mv site.json.whole work/content/site.json
push "settings again"
ring t >/dev/null
ok "what is mended is published" until_ state ok
stop_server "$follow"
begin "$scratch/site.git" --interval 3600
ok "after a new start" until_ grep -q '"accepted":0' status/status.json
like "it is known still" "$(cat status/status.json)" '"oldest_overdue":{"path":"lv/vecāks.md","check_by":"2023-12-31"}'
is "and how many pages" "$(grep -o '"pages":[0-9]*' status/status.json)" "$pages"
facts vecāks 2024-01-01 2999-12-31
push checked
ring p >/dev/null
ok "once it is checked, the next oldest" until_ grep -q '"path":"lv/vecs.md","check_by":"2024-06-30"' status/status.json
facts vecs 2024-01-01 2999-12-31
push "all checked"
ring q >/dev/null
ok "and then none" until_ grep -q '"oldest_overdue":null' status/status.json
stop_server "$follow"

# --- a new start before anything was published -------------------------------------------------

mv web web.away
rm -rf status
page 'descriptoin: Pirmā lapa.' 'kļūda'
push mistake
daemon
begin "git://127.0.0.1:$git_port/site.git" --interval 3600
ok "a site that begins with a mistake" until_ state mistakes
like "is not published" "$(cat status/status.json)" '"published":null'
stop_server "$follow"
kill "$git_pid"
wait "$git_pid" 2>/dev/null
begin "git://127.0.0.1:$git_port/site.git" --interval 3600
ok "a new start without the network" until_ state failing
like "and says so in the site's language" "$(cat log)" "kļūda: "
like "to programs too" "$(cat status/status.json)" '"language":"lv"'
like "and to people" "$(cat status/index.html)" 'lang="lv"'
stop_server "$follow"
rm -rf web
mv web.away web
page 'description: Pirmā lapa.' 'mazs'
push mended

# --- midnight, and a clock that is set back ---------------------------------------------------------

fake=$(ls /usr/lib/*/faketime/libfaketimeMT.so.1 2>/dev/null)
# set_clock "DAY HOUR:MINUTE:SECOND" of the site: the clock goes on from there.
set_clock() {
	echo "$(($(TZ=Europe/Riga date -d "$1" +%s) - $(date +%s)))" | sed 's/^[0-9]/+&/' >clock.new
	mv clock.new clock
}
published() {
	[ "$(grep -c "^publicēts" log)" -ge "$1" ]
}
if [ -n "$fake" ] && [ "$TILTS" = "$root/build/tilts" ]; then
	set_clock "2026-11-28 12:00:00"
	begin_with="env LD_PRELOAD=$fake FAKETIME_TIMESTAMP_FILE=$scratch/clock FAKETIME_NO_CACHE=1"
	begin_with="$begin_with FAKETIME_DONT_FAKE_MONOTONIC=1 NO_FAKE_STAT=1 TZ=America/Lima"
	begin "$scratch/site.git" --interval 1
	ok "a day: published" until_ published 1
	ok "at its hour" until_ grep -q '"time":"2026-11-28T10:' status/status.json
	set_clock "2026-11-28 23:59:57"
	ok "midnight of the site's zone: published again" until_ published 2
	ok "on the new day" until_ grep -q '"time":"2026-11-28T2[12]:' status/status.json
	set_clock "2026-11-25 08:00:00"
	ok "a clock that is set back: published again" until_ published 3
	ok "on the day it was set to" until_ grep -q '"time":"2026-11-25T06:' status/status.json
	stop_server "$follow"
else
	skip "midnight of the site's zone" "no faketime, or a sanitizer"
fi

finish
