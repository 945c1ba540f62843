# What the tests of `tilts follow` share: a repository to push to, and who follows it.
# Behind lib.sh.

case ${TILTS:=$root/build/tilts} in
/*) ;;
*) TILTS=$root/$TILTS ;;
esac
[ -x "$TILTS" ] || skip_all "make first"
command -v curl >/dev/null || skip_all "no curl"

# A lone git is kept from being asked by the environment of whoever runs the tests.
unset SOURCE_DATE_EPOCH NOTIFY_SOCKET WATCHDOG_USEC CREDENTIALS_DIRECTORY

secret=0123456789abcdef
printf '%s\n' "$secret" >secret
home=web/public/index.html

new_repository work
cp -r "$root/tests/sites/common/." work
seconds=1700000000

# write TEXT; page FRONT: the home page as it will be pushed.
page() {
	printf -- '---\ntitle: Sākums\n%s\n---\n%s\n' "$1" "$2" >work/content/lv/index.md
}
push() {
	seconds=$((seconds + 60))
	commit work "$seconds" "$1"
	git -C work push -q ${2:+"$2"} "$scratch/site.git" HEAD:main
}
page 'description: Pirmā lapa.' 'vārds-viens'
commit work "$seconds" one
git clone -q --bare work site.git

# until_ COMMAND...: waits until it succeeds; a bound against hanging, no more.
until_() {
	for _ in $(seq 1 600); do
		"$@" >/dev/null 2>&1 && return 0
		sleep 0.1
	done
	return 1
}
shows() {
	grep -q "$1" "$home"
}
says() {
	grep -q "$1" log
}
state() {
	grep -q "\"state\":\"$1\"" status/status.json
}

# begin SOURCE [OPTIONS]: sets $follow and $hook.
begin() {
	hook=$(free_port)
	source=$1
	shift
	serve "$hook" ${begin_with-} env --chdir="$scratch" "$TILTS" follow --source "$source" --subdir content \
		--templates source:templates --output web/public --status status \
		--hook "$hook" --secret secret --cache cache ${messages-} "$@" 2>"$scratch/log"
	follow=$server_pid
}
serve() {
	serve_port=$1
	shift
	"$@" >>"$scratch/.servers" 2>>"$scratch/log" &
	server_pid=$!
	server_pids="$server_pids $server_pid"
	wait_for_server "$serve_port" "$server_pid"
}

# post BODY HEADER...: prints the status.
post() {
	body=$1
	shift
	for header; do
		set -- "$@" -H "$header"
		shift
	done
	curl -s -o /dev/null -w '%{http_code}' -X POST -H 'Content-Type: application/json' "$@" \
		--data-binary "$body" "http://127.0.0.1:$hook/"
}
signature() {
	printf %s "$1" | openssl dgst -sha256 -hmac "${2-$secret}" | sed 's/.*= *//'
}
ring() {
	post "$1" "X-Hub-Signature-256: sha256=$(signature "$1")"
}
