#!/bin/sh
# `tilts follow` runs for months: 2000 builds in a row, memory and descriptors as they were.
. "${0%/*}/../cli/lib.sh"

builds=${BUILDS:-2000}
tilts=$root/build/tilts
[ -x "$tilts" ] || skip_all "make build/tilts first"
unset SOURCE_DATE_EPOCH NOTIFY_SOCKET WATCHDOG_USEC CREDENTIALS_DIRECTORY

echo 0123456789abcdef >secret
new_repository work
cp -r "$root/tests/sites/common/." work
commit work 1700000000 one
echo 'Vēl viena rinda.' >>work/content/lv/index.md
commit work 1700000060 two
git clone -q --bare work site.git
one=$(git -C work rev-parse HEAD~1)
two=$(git -C work rev-parse HEAD)

# Each result is a line in a pipe: the next push waits for it. The pipe stays open here, since
# whoever opens it anew may meet the program that wrote the line before, and its end.
mkfifo results
printf '#!/bin/sh\ngrep -o "^{\\"state\\":\\"[a-z]*\\",\\"published\\":{\\"commit\\":\\"[0-9a-f]*" >"%s/results"\n' \
	"$scratch" >told.sh
chmod +x told.sh
hook=$(free_port)
serve "$hook" "$tilts" follow --source site.git --subdir content --templates source:templates \
	--output public --cache cache --status status --interval 3600 --hook "$hook" --secret secret \
	--on-result "$scratch/told.sh" --jobs 1
follow=$server_pid
memory() {
	sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$follow/status"
}
descriptors() {
	ls "/proc/$follow/fd" | wc -l
}
# The result is told by the build's process, which then still has to end; so has the webhook's
# connection. Both hold a descriptor until then.
rests() {
	[ -z "$(cat "/proc/$follow/task/$follow/children")" ]
}
have_at_most() {
	rests && [ "$(descriptors)" -le "$1" ]
}

exec 4<>results
wrong=0
read -r result <&4
i=0
while [ "$((i += 1))" -le "$builds" ]; do
	[ $((i % 2)) -eq 0 ] && commit=$two || commit=$one
	git -C site.git update-ref refs/heads/main "$commit"
	curl -s -o answer -H "X-Gitlab-Token: 0123456789abcdef" -d x "http://127.0.0.1:$hook/"
	read -r result <&4
	[ "$result" = "{\"state\":\"ok\",\"published\":{\"commit\":\"$commit" ] || wrong=$((wrong + 1))
	[ "$i" -ne $((builds / 10)) ] || { wait_until rests; before="$(memory) $(descriptors)"; }
done
wait_until have_at_most "${before#* }"
after="$(memory) $(descriptors)"
note "memory in KB and descriptors after a tenth of $builds builds: $before; after all: $after"
is "each push was published" "$wrong" 0
ok "memory is flat" test "${after% *}" -le $((${before% *} + 256))
ok "descriptors are flat" test "${after#* }" -le "${before#* }"
ok "it lives" kill -0 "$follow"
is "and has no children left" "$(cat "/proc/$follow/task/$follow/children")" ""
ok "nothing piles up beside the site" test "$(find .public.tilts -path .public.tilts/new -prune -o -print | wc -l)" -lt 100

finish
