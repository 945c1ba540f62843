#!/bin/sh
# Whatever kills a build, the output is one whole site: at random moments, at
# each system call, and for whoever reads meanwhile.
. "${0%/*}/lib.sh"

drill=$root/build/tests/publish-drill
[ -x "$drill" ] || skip_all "make build/tests/publish-drill first"

# Memory is faster than a disk, so that more kills hit the steps between.
fast=$scratch
if [ -d /dev/shm ] && [ -w /dev/shm ]; then
	fast=$(mktemp -d /dev/shm/tilts-test-XXXXXX)
	trap 'rm -rf "$fast"; clean_up' EXIT
fi

# holds FOLDER NAMES NAMES: one list of names or the other.
holds() {
	names=$(ls "$1" | tr '\n' ' ')
	[ "$names" = "$2" ] || [ "$names" = "$3" ] || { echo "$names"; return 1; }
}

for files in 10 300; do
	out=$fast/kill-$files/public
	"$drill" publish "$out" a $files >/dev/null
	ok "killed 150 times at any moment, $files files" "$drill" kill "$out" $files 150
	note "$ok_output"
	ok "then it publishes, $files files" "$drill" publish "$out" b $files
	is "and that site stands, $files files" "$("$drill" verify "$out" $files)" b
	# With a spare or, when the last kill had spoilt it, without one.
	ok "nothing is left over, $files files" holds "$fast/kill-$files/.public.tilts" \
		"lock manifest " "lock manifest manifest.old new "
done

"$drill" publish "$fast/read/public" a 100 >/dev/null
ok "readers see whole sites" "$drill" read "$fast/read/public" 100 50
note "$ok_output"

# --- killed at each system call ---------------------------------------------------

small=
foreign=

# whole_site NUMBER: else says what is broken.
whole_site() {
	now=$("$drill" verify "$small" 20) || broken="number $1: $now"
	[ -z "$foreign" ] || [ -f "$small/CNAME" ] || broken="number $1: the foreign file is gone"
	# While its manifest stands there, no build has touched the site before.
	[ ! -e "$yard/manifest.old" ] || spare=$("$drill" verify "$yard/new" 20) ||
		broken="number $1: the site before is called whole: $spare"
}

# killed_at SYSCALL NUMBER: true while the build makes so many of these calls.
killed_at() {
	# A build that was killed may have spoilt the site before: then whole ones make another.
	[ -n "$foreign" ] || [ -e "$yard/manifest.old" ] ||
		{ "$drill" publish "$small" a 20 && "$drill" publish "$small" b 20; } >/dev/null
	before=$("$drill" verify "$small" 20)
	next=a
	[ "$before" = b ] || next=b
	strace -o /dev/null -e trace="$1" -e inject="$1:signal=KILL:when=$2" \
		"$drill" publish "$small" $next 20 0 1 >/dev/null 2>&1
	[ $? -eq 137 ]
}

each_call() {
	yard=${small%/*}/.public.tilts
	"$drill" publish "$small" a 20 >/dev/null
	[ -z "$foreign" ] || echo mine >"$small/CNAME"
	"$drill" publish "$small" b 20 >/dev/null
	for call in mkdirat openat linkat renameat2 renameat syncfs fsync unlinkat; do
		broken=
		n=1
		while [ -z "$broken" ] && killed_at $call $n; do
			whole_site $n
			n=$((n + 1))
		done
		is "killed at each $call ($((n - 1)) times)$foreign" "$broken" ""
		ok "then it publishes" "$drill" publish "$small" a 20
	done

	# Where folders can't be exchanged there may be no site for a moment; the next
	# build begins by putting the old one back.
	broken=
	for n in 1 2 3 4 5 6 7 8; do
		strace -o /dev/null -e trace=renameat,renameat2 -e inject=renameat2:error=EINVAL \
			-e inject=renameat:signal=KILL:when=$n \
			"$drill" publish "$small" b 20 0 1 >/dev/null 2>&1
		"$drill" publish "$small" a 20 >/dev/null || broken="number $n"
		whole_site $n
		[ "$now" = a ] || broken="number $n: $now"
	done
	is "killed between the renames that stand in for an exchange$foreign" "$broken" ""
}

# What the power's failure leaves hangs on the order in which the disk is told: publish.c.
in_order() {
	"$drill" publish "$small" b 20 >/dev/null
	"$drill" publish "$small" a 20 >/dev/null
	strace -o trace -e trace=unlinkat,syncfs,fsync,renameat2 \
		"$drill" publish "$small" b 20 0 1 >/dev/null
	like "nothing goes before what it needs is on the disk$foreign" \
		"begin $(sed -n 's/^\([a-z0-9]*\)(.* = 0$/\1/p' trace | tr '\n' ' ')" "$1"
}

if can_trace; then
	# Whole sites, since others have files there; then only what changes, in the spare.
	small=$fast/foreign/public
	foreign=", with a foreign file"
	each_call
	in_order 'begin syncfs renameat2 fsync fsync unlinkat '
	small=$fast/spare/public
	foreign=
	each_call
	in_order 'begin unlinkat fsync unlinkat *unlinkat syncfs renameat2 fsync fsync unlinkat '
else
	skip "killed at each system call" "no strace here"
fi

finish
