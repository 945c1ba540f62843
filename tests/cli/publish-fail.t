#!/bin/sh
# When the machine fails while a site is published: a message, exit status 3,
# the old site as it was, and nothing left over.
. "${0%/*}/lib.sh"

drill=$root/build/tests/publish-drill
[ -x "$drill" ] || skip_all "make build/tests/publish-drill first"

# old_site_stands NAME [OUTPUT]
old_site_stands() {
	is "$1: the old site stands" "$("$drill" verify "${2:-public}" 20)" a
	is "$1: no staging folder" "$(ls -d "${2:-public}/../.public.tilts/"* | sed 's,.*/,,' | tr '\n' ' ')" \
		"lock manifest "
}

# failed NAME PATTERN: the last run gave status 3 and this message.
failed() {
	is "$1: status" "$status" 3
	like "$1: message" "$err" "$2"
}

export NO_SPARE=1
"$drill" publish public a 20 >/dev/null

# --- two builds -------------------------------------------------------------------

# The first one is stopped in the middle until the second has tried.
"$drill" publish public same 20 100000 1 >/dev/null &
first=$!
wait_until test -d .public.tilts/new
kill -STOP $first
run "$drill" publish public b 20
failed "a second build" "another build is at work on 'public'"
like "it names the first" "$err" "note: its process id is $first"
kill -CONT $first
run "$drill" publish public b 20 0 1 600000
is "a patient one waits" "$status" 0
wait $first
is "the first has ended well" "$?" 0
is "the last one stands" "$("$drill" verify public 20)" b
"$drill" publish public a 20 >/dev/null

# --- no room ------------------------------------------------------------------------

namespace() {
	unshare --mount ${user_namespace} sh -c "$1" 2>&1
}
user_namespace=
[ "$(id -u)" -eq 0 ] || user_namespace=--map-root-user

mkdir small
if namespace "mount -t tmpfs -o size=64k none small" >/dev/null; then
	# 20 files of 10 000 bytes are 60 pages of memory: one site fits, two do not.
	out=$(namespace "
		mount -t tmpfs -o size=400k none small
		'$drill' publish small/public a 20 && '$drill' publish small/public b 20
		echo \"status \$?\"
		'$drill' verify small/public 20
		ls small/.public.tilts
		'$drill' publish small/public same 20")
	like "a full disk: message" "$out" "No space left on device"
	like "a full disk: hint" "$out" "note: free some space"
	is "a full disk: said once" "$(printf '%s\n' "$out" | grep -c 'No space')" 1
	like "a full disk: the old site stands, alone" "$out" "status 3
a
lock
manifest"
	like "a full disk: what does not grow is published" "$out" "manifest
published"

	out=$(namespace "
		mount -t tmpfs -o nr_inodes=60 none small
		'$drill' publish small/public a 20 && '$drill' publish small/public b 20
		echo \"status \$?\"
		'$drill' verify small/public 20")
	like "no inodes left" "$out" "status 3
a"

	out=$(namespace "
		mkdir -p volume/public && mount -t tmpfs none volume/public
		'$drill' publish volume/public a 20; echo \"status \$?\"
		'$drill' publish volume/public/site a 20; echo \"status \$?\"")
	like "an output that is a mount: message" "$out" "a mounted file system"
	like "an output that is a mount: id and hint" "$out" "publish-mount]
  note: mount the folder that holds it instead"
	like "an output that is a mount: status, and a folder inside works" "$out" "status 3
published"

	out=$(namespace "
		mount --bind . . && mount -o remount,bind,ro . && cd . &&
		'$drill' publish '$scratch/public' b 20; echo \"status \$?\"")
	like "a disk one can only read" "$out" "Read-only file system"
	like "a disk one can only read: status" "$out" "status 3"
	old_site_stands "a disk one can only read"
else
	skip "full disks and mounts" "no mounting here"
fi

# --- no permission ------------------------------------------------------------------

# As somebody whom permissions bind.
as_user() {
	if [ "$(id -u)" -eq 0 ]; then
		setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
	else
		"$@"
	fi
}

if as_user test -x "$drill"; then
	mkdir theirs
	chmod 777 theirs
	chmod 755 "$scratch"
	as_user "$drill" publish theirs/public a 20 >/dev/null
	chmod 555 theirs theirs/.public.tilts
	run as_user "$drill" publish theirs/public b 20
	failed "no permission beside the output" "Permission denied"
	like "no permission beside the output: hint" "$err" "this user must be able to write there"
	chmod 755 theirs/.public.tilts
	chmod 777 theirs
	old_site_stands "no permission beside the output" theirs/public

	as_user mkdir theirs/public/closed
	as_user touch theirs/public/closed/file
	chmod 555 theirs/public/closed
	run as_user "$drill" publish theirs/public b 20
	failed "a closed foreign folder" "can't write 'theirs/public/closed': Permission denied"
	old_site_stands "a closed foreign folder" theirs/public
	chmod 755 theirs/public/closed

	if [ "$(id -u)" -eq 0 ]; then
		echo secret >theirs/public/root-only
		chmod 600 theirs/public/root-only
		ln -s /nowhere theirs/public/root-link
		run as_user "$drill" publish theirs/public b 20
		is "files of another user: published" "$status" 0
		is "files of another user: still there" "$(cat theirs/public/root-only)" secret
		is "files of another user: still theirs" \
			"$(stat -c '%u %a' theirs/public/root-only)" "0 600"
		is "links of another user: still there" "$(readlink theirs/public/root-link)" /nowhere
	fi
else
	skip "no permission" "nobody else can run the drill"
fi

# --- each system call fails once ----------------------------------------------------

# The first calls and then every seventeenth; with LONG=1 each of them.
[ -n "${LONG-}" ] && stride=1 || stride=17
next_place() {
	[ "$n" -lt 3 ] && n=$((n + 1)) || n=$((n + stride))
}

# fails_at SYSCALL ERROR NUMBER: true while the build makes so many calls. Then
# status 0 means that the new site stands, 3 that the old one does.
fails_at() {
	before=$("$drill" verify faulty/public 20)
	next=a
	[ "$before" = b ] || next=b
	strace -o trace -e trace="$1" -e inject="$1:error=$2:when=$3" \
		"$drill" publish faulty/public $next 20 0 1 >output 2>&1
	status=$?
	grep -q INJECTED trace || return 1
	grep -q 'shared libraries' output && return 0 # it never began
	wanted=$before
	[ $status -ne 0 ] || wanted=$next
	now=$("$drill" verify faulty/public 20)
	[ "$now" = "$wanted" ] ||
		broken="$broken number $3: status $status, $before became $now: $(cat output)"
	[ $status -eq 0 ] || grep -q 'publish-' output || broken="$broken number $3: no message"
	[ -z "$foreign" ] || [ -f faulty/public/CNAME ] ||
		broken="$broken number $3: the foreign file is gone"
}

each_fault() {
	for fault in mkdirat:ENOSPC write:ENOSPC linkat:EPERM linkat:EIO renameat2:EINVAL \
		renameat2:EIO renameat:EIO syncfs:EIO fsync:EIO unlinkat:EIO getdents64:EIO \
		read:EIO openat:EMFILE openat2:EMFILE statx:EIO newfstatat:EIO; do
		broken=
		n=1
		while fails_at ${fault%:*} ${fault#*:} $n; do
			next_place
		done
		is "one $fault$foreign" "$broken" ""
		ok "then it publishes" "$drill" publish faulty/public b 20
		"$drill" publish faulty/public a 20 >/dev/null
	done
}

if can_trace; then
	"$drill" publish faulty/public a 20 >/dev/null
	echo mine >faulty/public/CNAME
	foreign=", with a foreign file"
	each_fault
	# Now only what changes, in the site before.
	unset NO_SPARE
	rm faulty/public/CNAME
	foreign=
	"$drill" publish faulty/public b 20 >/dev/null
	"$drill" publish faulty/public a 20 >/dev/null
	each_fault
	is "the site before stays" "$(ls -A faulty/.public.tilts | tr '\n' ' ')" \
		"lock manifest manifest.old new "
	# A build was killed right after its exchange; the next one can't read once. What
	# the new site did without must not come back, however often that happens.
	broken=
	others=
	[ -z "${LONG-}" ] || others="openat2:EMFILE statx:EIO newfstatat:EIO"
	for fault in read:EIO openat:EMFILE getdents64:EIO $others; do
		n=1
		while :; do
			"$drill" publish faulty/public a 20 >/dev/null
			strace -o trace -e trace=fsync -e inject=fsync:signal=KILL:when=1 \
				"$drill" publish faulty/public b 20 0 1 >/dev/null 2>&1
			strace -o trace -e trace="${fault%:*}" -e inject="${fault%:*}:error=${fault#*:}:when=$n" \
				"$drill" publish faulty/public same 20 0 1 >output 2>&1
			status=$?
			grep -q INJECTED trace || break
			case $status in
			0 | 3 | 127) ;;
			*) broken="$broken $fault number $n: status $status: $(cat output);" ;;
			esac
			"$drill" publish faulty/public b 20 0 1 >output 2>&1 &&
				[ "$("$drill" verify faulty/public 20)" = b ] ||
				broken="$broken $fault number $n: $(cat output) $("$drill" verify faulty/public 20);"
			next_place
		done
	done
	is "killed after the exchange, then reads that fail" "$broken" ""

	strace -o trace -e trace=renameat2 -e inject=renameat2:error=EINVAL \
		"$drill" publish faulty/public b 20 >output 2>&1
	is "where folders can't be exchanged: status" "$?" 0
	is "where folders can't be exchanged: said once" "$(grep -c 'publish-exchange' output)" 1
	"$drill" publish faulty/public a 20 >/dev/null
	is "nothing more is left over" "$(ls -A faulty/.public.tilts | tr '\n' ' ')" \
		"lock manifest manifest.old new "
else
	skip "each system call fails once" "no strace here"
fi

finish
