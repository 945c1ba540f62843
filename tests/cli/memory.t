#!/bin/sh
# Memory that runs out ends the program with status 3 and a word, wherever it
# happens: never a crash, never half a result.
. "${0%/*}/lib.sh"

tilts=$root/build/tilts
[ -x "$tilts" ] || skip_all "make build/tilts first"
command -v cc >/dev/null || skip_all "no compiler"

# A library that lets the allocation fail whose number is in $FAIL_AT; with FAIL_AT=0
# it tells how many there are. Those of the system's loader are before it.
cat >fail.c <<-'END'
	#include <errno.h>
	#include <stdatomic.h>
	#include <stdio.h>
	#include <stdlib.h>
	void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
	static atomic_long made;
	static long at = -1;
	__attribute__((constructor)) static void begin(void)
	{
		made = 0;
		at = getenv("FAIL_AT") ? atol(getenv("FAIL_AT")) : 0;
	}
	__attribute__((destructor)) static void end(void)
	{
		if (at == 0)
			fprintf(stderr, "allocations %ld\n", (long)made);
	}
	static int fails(void)
	{
		if (++made != at)
			return 0;
		errno = ENOMEM;
		return 1;
	}
	void *malloc(size_t n) { return fails() ? NULL : __libc_malloc(n); }
	void *calloc(size_t n, size_t m) { return fails() ? NULL : __libc_calloc(n, m); }
	void *realloc(void *p, size_t n) { return fails() ? NULL : __libc_realloc(p, n); }
END
cc -shared -fPIC -O1 -o fail.so fail.c 2>cc.log || skip_all "can't make the library: $(cat cc.log)"

cp -r "$root/tests/sites/common" site
mkdir -p site/content/data/orgs
echo '{ "type": "object", "properties": { "name": { "type": "string", "pattern": "^[A-Z]" } } }' \
	>site/content/data/orgs/schema.json
echo '{ "name": "Skalbes" }' >site/content/data/orgs/skalbes.json
new_repository site
commit site 1700000000 "first"

# fails NAME STRIDE ARGUMENTS...: each STRIDE-th allocation fails, from the first on. With LONG=1 four
# times as many.
fails() {
	name=$1 stride=$2
	shift 2
	total=$(cd site && FAIL_AT=0 LD_PRELOAD="$scratch/fail.so" "$tilts" "$@" 2>&1 |
		sed -n 's/^allocations //p')
	n=1
	broken=
	threes=0
	while [ "$n" -le "${total:-0}" ]; do
		(cd site && FAIL_AT=$n LD_PRELOAD="$scratch/fail.so" "$tilts" "$@") >out 2>err
		status=$?
		case $status in
		0) ;;
		3) threes=$((threes + 1)) ;;
		*) broken="$broken
number $n: status $status: $(cat err)" ;;
		esac
		n=$((n + stride))
	done
	is "$name" "$broken" ""
	[ "$threes" -gt 0 ] && pass "$name: it is told ($threes times)" || fail "$name: it is told"
}

[ -n "${LONG-}" ] && stride=97 || stride=389
fails "a folder" $stride check --jobs 1 --now 2026-11-22
fails "a commit" $stride check --jobs 1 --now 2026-11-22 --source . --subdir content --ref HEAD

finish
