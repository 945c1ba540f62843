#!/bin/sh
# Content from remote repositories: every protocol, and everything that can go wrong.
. "${0%/*}/lib.sh"

dump=$root/build/tests/store-dump
# libgit2 1.5 itself loses memory when it reads known_hosts or matches its settings.
export ASAN_OPTIONS="detect_leaks=0:$ASAN_OPTIONS"
[ -x "$dump" ] || skip_all "make build/tests/store-dump first"

mkdir served
new_repository work
mkdir -p work/content/lv
echo one >work/content/lv/a.md
echo x >work/content/b.md
commit work 1700000000 first
git -C work tag v1
echo two >work/content/lv/a.md
commit work 1700000060 second
git -C work branch topic
git clone -q --bare work served/site.git
mkdir served/private
cp -r served/site.git served/private/site.git
run "$dump" --ref main --subdir content work
wanted=$out

# from URL [OPTIONS]: with a cache of its own for each call that names none.
from() {
	url=$1
	shift
	run bounded "$dump" --cache "$scratch/cache" --subdir content "$@" "$url"
}

same() {
	is "$1: the bytes, dates and subjects of the local repository" "$out" "$wanted"
	is "$1: nothing to report" "$status$err" 0
}

# --- every protocol -------------------------------------------------------------

from "file://$scratch/served/site.git"
same file

start_git_daemon "$scratch/served"
from "$git_url/site.git"
same git

# Sixty versions of one text travel as differences, which are put together when all is there.
new_repository long
cp -r "$root/tests/sites/common/." long
for i in $(seq 60); do
	printf 'commit refs/heads/main\ncommitter t <t@t> %d +0000\ndata 0\n' $((1700000000 + i))
	text=$(seq $((i * 7)) 2000)
	printf 'M 100644 inline notes\ndata %d\n%s\n' "${#text}" "$text"
done | git -C long fast-import --quiet
git -C long reset -q --soft main
commit long 1700001000 site
git clone -q --bare long served/long.git
git -C served/long.git gc -q
on_terminal() {
	script -qec "'$root/build/tilts' check --now 2026-11-22 --cache '$scratch/terminal' $*" /dev/null | tr '\r' '\n'
}
if [ -x "$root/build/tilts" ]; then
	shown=$(on_terminal --source "$git_url/long.git" --subdir content --templates source:templates)
	like "a terminal sees what is fetched" "$shown" "fetching *pages, no errors"
	is "and that all is there once" "$(echo "$shown" | grep -c 'fetching \(.*\) of \1$')" 1
else
	skip "a terminal sees what is fetched" "a sanitizer"
fi

from "$git_url/site.git" --ref v1
like "a tag" "$out" "lv/a.md 4 * 1700000000 120 * first"
from "$git_url/site.git" --ref "$(git -C work rev-parse v1)"
like "an id" "$out" "lv/a.md 4 * 1700000000 120 * first"
from "$git_url/site.git" --ref topci
is "an unknown branch: status" "$status" 3
like "an unknown branch: a suggestion" "$err" "did you mean 'topic'?"
from "$git_url/site.git" --subdir contents
like "an unknown subdir" "$err" "did you mean 'content'?"

if command -v nginx >/dev/null && command -v fcgiwrap >/dev/null && start_git_http "$scratch/served"; then
	from "$http_url/site.git"
	same http
	from "$http_url/moved/site.git"
	same "http, moved"
	from "$http_url/nothing.git"
	is "http, not found: status" "$status" 3
	like "http, not found" "$err" "404*source-unreachable"

	from "$https_url/site.git"
	like "https, an unknown authority" "$err" "certificate*SSL_CERT_FILE"
	SSL_CERT_FILE=$scratch/nginx/cert.pem
	export SSL_CERT_FILE
	from "$https_url/site.git"
	same https
	unset SSL_CERT_FILE

	from "$http_url/private/site.git"
	is "no password known: status" "$status" 3
	like "no password known: the hint" "$err" "credential helper"
	git config --global credential.helper "store --file=$scratch/kept"
	echo "http://reader:wrong@127.0.0.1%3a${http_url##*:}" >kept
	from "$http_url/private/site.git"
	is "a wrong password: status" "$status" 3
	is "a wrong password is forgotten" "$(cat kept)" ""
	echo "http://reader:secret@127.0.0.1%3a${http_url##*:}" >kept
	from "$http_url/private/site.git"
	same "http with a password"
	like "a right password is kept" "$(cat kept)" "reader:secret"
	printf 'reader:%s\n' "$(openssl passwd -apr1 e-quite-long-secret)" >nginx/passwords
	echo "http://reader:e-quite-long-secret@127.0.0.1%3a${http_url##*:}" >kept
	from "$http_url/private/site.git" --forgets terces-gnol-etiuq-e
	same "http with a password, which is forgotten"
	# What is large is given back to the system when it is freed, and then nothing is left to be found there:
	# here it stays in the heap, as in a process that has fetched before.
	GLIBC_TUNABLES=glibc.malloc.mmap_threshold=33554432:glibc.malloc.trim_threshold=1073741824
	export GLIBC_TUNABLES
	from "$http_url/private/site.git" --forgets terces-gnol-etiuq-e
	same "and overwritten, not only freed"
	unset GLIBC_TUNABLES
	printf 'reader:%s\n' "$(openssl passwd -apr1 secret)" >nginx/passwords
	echo "http://reader:secret@127.0.0.1%3a${http_url##*:}" >kept
	from "http://reader@127.0.0.1:${http_url##*:}/private/site.git"
	same "http with a name"
	git init -q hooked
	git -C hooked config credential.helper ""
	export GIT_DIR="$scratch/hooked/.git" GIT_CONFIG_COUNT=1 \
		GIT_CONFIG_KEY_0=credential.helper GIT_CONFIG_VALUE_0=
	from "$http_url/private/site.git"
	unset GIT_DIR GIT_CONFIG_COUNT GIT_CONFIG_KEY_0 GIT_CONFIG_VALUE_0
	same "http, called from another repository's hook"
	stop_server "$http_pid"
	from "http://token@127.0.0.1:${http_url##*:}/site.git"
	unlike "a name in an address is not shown" "$out$err" token
else
	skip "http" "no nginx or fcgiwrap"
fi

from "https://reader:secret@127.0.0.1:1/site.git"
is "an address with a password is refused" "$status" 3
unlike "and not shown" "$out$err" secret
from "ext::sh -c true"
is "no other transports" "$status" 3
from "ftp://127.0.0.1/site.git"
like "no other schemes" "$err" "can't fetch from 'ftp://'*source-url"

if start_sshd; then
	mkdir -m 700 "$HOME/.ssh"
	from "$ssh_url$scratch/served/site.git"
	is "ssh, an unknown host: status" "$status" 3
	like "ssh, an unknown host: the hint" "$err" "fingerprint"
	echo "[127.0.0.1]:${ssh_url##*:} $(cut -d' ' -f1,2 ssh/client.pub)" >"$HOME/.ssh/known_hosts"
	from "$ssh_url$scratch/served/site.git"
	like "ssh, another host's key" "$err" "known_hosts"
	echo "[127.0.0.1]:${ssh_url##*:} $(cut -d' ' -f1,2 ssh/host.pub)" >"$HOME/.ssh/known_hosts"
	from "$ssh_url$scratch/served/site.git"
	is "ssh without a key: status" "$status" 3
	like "ssh without a key: the hint" "$err" "ssh-add"
	cp ssh/client ssh/client.pub "$HOME/.ssh/"
	mv "$HOME/.ssh/client" "$HOME/.ssh/id_ed25519"
	from "$ssh_url$scratch/served/site.git"
	same "ssh with a key file"
	rm "$HOME"/.ssh/id_ed25519 "$HOME"/.ssh/client.pub
	eval "$(ssh-agent -s)" >/dev/null
	server_pids="$server_pids $SSH_AGENT_PID"
	ssh-add -q ssh/client
	from "$ssh_url$scratch/served/site.git"
	same "ssh with an agent"
	stop_server "$SSH_AGENT_PID"
	unset SSH_AUTH_SOCK
else
	skip "ssh" "no sshd"
fi

# --- what changes at the remote ---------------------------------------------------

echo three >work/content/lv/a.md
commit work 1700000120 third
git -C work push -q ../served/site.git main
from "$git_url/site.git"
like "a new commit is fetched" "$out" "1700000120 120 * third"
git -C work commit -q --amend -m forced --date "1700000130 +0200"
git -C work push -q --force ../served/site.git main
from "$git_url/site.git"
like "a rewritten branch is followed" "$out" forced
git -C work checkout -q -b other
echo o >work/content/o.md
commit work 1700000180 other
git -C work push -q ../served/site.git other
git -C served/site.git symbolic-ref HEAD refs/heads/other
from "$git_url/site.git"
like "a new default branch is followed" "$out" "o.md 2"
git -C served/site.git branch -q -D topic
git -C served/site.git branch topic/deeper main
from "$git_url/site.git" --ref topic
is "a branch that is gone is unknown" "$status" 3
from "$git_url/site.git" --ref topic/deeper
is "a branch below its name is found" "$status$err" 0
git -C served/site.git update-ref --no-deref HEAD main
from "$git_url/site.git"
like "a remote without a default branch" "$out" "lv/a.md 6 * forced"
git -C served/site.git symbolic-ref HEAD refs/heads/main

git init -q --bare served/empty.git
from "$git_url/empty.git"
is "an empty remote: status" "$status" 3
like "an empty remote" "$err" "no commit yet"
from "$git_url/nothing.git"
is "no such repository: status" "$status" 3
like "no such repository" "$err" source-unreachable

# --- copies -----------------------------------------------------------------------

rm -rf cache
from "$git_url/site.git"
before=$out
copy=$(echo cache/git/*.git)
rm -rf "$copy/objects/pack"/* "$copy/objects"/??
from "$git_url/site.git"
is "a copy without its objects is made anew" "$status$err$out" "0$before"
echo junk >"$copy/HEAD"
rm "$copy/config"
from "$git_url/site.git"
is "a copy that can't be opened is made anew" "$status$err$out" "0$before"
rm "$copy/tilts-fetched"
from "$git_url/site.git"
is "a copy that was never finished is made anew" "$status$err$out" "0$before"
for pack in "$copy"/objects/pack/*.pack; do
	git -C "$copy" unpack-objects -q <"$pack" 2>/dev/null
	mv "$pack" "$scratch/pack"
	rm -f "${pack%.pack}".*
	git -C "$copy" unpack-objects -q <"$scratch/pack"
done
blob=$(git -C "$copy" rev-parse main:content/b.md | sed 's,^..,&/,')
chmod u+w "$copy/objects/$blob"
echo junk >"$copy/objects/$blob"
from "$git_url/site.git"
is "a damaged file in the copy: status" "$status" 3
like "a damaged file in the copy: the hint" "$err" "next build fetches it anew"
from "$git_url/site.git"
is "and the next build does" "$status$err$out" "0$before"

mkdir shots
for i in 1 2 3 4 5 6; do
	"$dump" --cache "$scratch/cache2" --subdir content "$git_url/site.git" >"shots/$i" 2>&1 &
	shot_pids="$shot_pids $!"
done
# shellcheck disable=SC2086
wait $shot_pids
is "six builds at once, one copy" "$(cat shots/* | sort -u)" "$(echo "$before" | sort -u)"
is "one copy and its lock" "$(ls cache2/git | sed 's/.*\.//' | tr '\n' ' ')" "git lock "

# --- no network -------------------------------------------------------------------

stop_server "$git_pid"
touch -d now "$copy/tilts-fetched"
from "$git_url/site.git"
is "the server is gone: the copy is used" "$status$out" "0$before"
like "the server is gone: a warning" "$err" "warning: *the copy is less than a minute old*source-stale"
touch -d "3 hours ago" "$copy/tilts-fetched"
from "$git_url/site.git"
like "the copy's age" "$err" "the copy is 3 hours old"
touch -d "25 hours ago" "$copy/tilts-fetched"
from "$git_url/site.git"
like "the copy's age in days" "$err" "the copy is 1 day old"
from "$git_url/other.git"
is "no copy: status" "$status" 3
like "no copy" "$err" "error: *source-unreachable"

start_silent_server
for scheme in git http https ssh; do
	from "$scheme://127.0.0.1:$silent_port/site.git" --silence 1
	like "$scheme, a server that says nothing" "$err" "said nothing for 1 seconds"
done

# It says something all the time, and never what was asked for.
start_endless_server
run bounded "$dump" --cache cache --subdir content "git://127.0.0.1:$endless_port/site.git" --whole 1
is "a server that never ends" "$status" 3
like "a server that never ends: why" "$err" "not done after 1 seconds*source-unreachable"
old=$(printf %s "git://127.0.0.1:$endless_port/site.git" | sha256sum | cut -c1-32)
cp -r "$copy" "cache/git/$old.git"
run bounded "$dump" --cache cache --subdir content "git://127.0.0.1:$endless_port/site.git" --whole 1
is "a server that never ends: the copy is used" "$status$out" "0$before"
like "a server that never ends: a warning" "$err" "warning: *not done after 1 seconds; the copy is *source-stale"

# --- the process that fetches dies --------------------------------------------------

# die SIGNAL CACHE: what a fetch says whose process the signal ended.
die() {
	"$dump" --cache "$2" --subdir content "git://127.0.0.1:$silent_port/site.git" \
		>"$scratch/.out" 2>"$scratch/.err" &
	parent=$!
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		child=$(cat "/proc/$parent/task/$parent/children" 2>/dev/null)
		[ -z "$child" ] || break
		sleep 0.1
	done
	kill -s "$1" "$child"
	wait "$parent"
	status=$?
	out=$(cat "$scratch/.out")
	err=$(cat "$scratch/.err")
}

port=$silent_port
old=$(printf %s "git://127.0.0.1:$port/site.git" | sha256sum | cut -c1-32)
cp -r "$copy" "cache/git/$old.git"
for signal in SEGV ABRT KILL; do
	die "$signal" cache
	is "the fetch dies by $signal: the copy is used" "$status$out" "0$before"
	like "the fetch dies by $signal: it is said" "$err" \
		"warning: can't fetch *the process that fetched died: signal *the copy is *source-stale"
done
die SEGV cache3
is "the fetch dies and there is no copy: status" "$status" 3
like "the fetch dies and there is no copy" "$err" "error: can't fetch *Segmentation fault*source-unreachable"
is "nothing half made is left" "$(ls cache3/git | sed 's/.*\.//')" lock

run env -u HOME -u XDG_CACHE_HOME "$dump" "$git_url/site.git"
like "no cache folder" "$err" source-cache
run env HOME=/proc "$dump" "$git_url/site.git"
like "a cache folder that can't be made" "$err" source-cache
is "that is a failure" "$status" 3

finish
