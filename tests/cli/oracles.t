#!/bin/sh
# The same input gives the same bytes: with one thread and with sixteen, from a
# folder and from its commit, today and in a year; on the real portal and on a
# made-up one.

# Thousands of small files: in memory, where there is room for them.
[ "$(df -Pm /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')" -gt 500 ] 2>/dev/null &&
	[ -w /dev/shm ] && export TMPDIR=/dev/shm
. "${0%/*}/lib.sh"

tilts=${TILTS:-$root/build/tilts}
corpus=$root/build/tests/bench-corpus
[ -x "$corpus" ] || skip_all "make build/tests/bench-corpus first"

# built NAME OPTIONS...: a site in the folder NAME, of the repository `work`.
built() {
	built_name=$1
	shift
	run "$tilts" build --output "$built_name" "$@"
	is "$built_name: built" "$status" 0
}

# same A B NAME: no byte and no name differs.
same() {
	ok "$3" diff -r "$1" "$2"
}

# repository CONTENT TEMPLATES: two commits, so that the pages differ in age.
repository() {
	rm -rf work
	new_repository work
	cp -R "$1" work/content
	cp -R "$2" work/templates
	commit work 1700000000 "first"
	for page in work/content/lv/index.md work/content/s000/index.md; do
		[ ! -f "$page" ] || printf '\nJa.\n' >>"$page"
	done
	commit work 1700090000 "second"
}

# oracles NAME ALL: of the real portal, which is large, not ALL unless LONG=1.
oracles() {
	from="--source work/content --templates work/templates --now 2026-11-22"
	# shellcheck disable=SC2086
	{
		built "$1-j1" $from --jobs 1
		built "$1-j16" $from --jobs 16
		[ -z "$2" ] || {
			cp -R "$1-j1" before
			built "$1-j1" $from --force
			same "$1-j1" before "$1: built again over itself"
			built "$1-head" --source work --ref HEAD --subdir content \
				--templates work/templates --now 2026-11-22
			same "$1-j1" "$1-head" "$1: the folder and its commit"
		}
		git clone -q --bare work clone.git
		built "$1-url" --source "file://$scratch/clone.git" --subdir content \
			--templates work/templates --now 2026-11-22
	}
	same "$1-j1" "$1-j16" "$1: one thread and sixteen"
	same "$1-j1" "$1-url" "$1: the folder and a remote"
	rm -rf clone.git before
}

repository "$root/content" "$root/templates"
oracles portal "${LONG-}"
count=$(find portal-j1 -name '*.html' | wc -l)
ok "portal: it has pages" test "$count" -gt 12

"$corpus" made 500
repository made "$root/tests/bench/templates"
oracles corpus all
# An old file that stays, and one that tilts did not write.
echo mine >corpus-j16/mine.txt
rm work/content/*/p*7.md 2>/dev/null
run "$tilts" build --source work/content --templates work/templates --now 2026-11-22 \
	--output corpus-j16
run "$tilts" build --source work/content --templates work/templates --now 2026-11-22 \
	--output corpus-new
is "a build over an older site: status" "$status" 0
ok "what is not tilts' own stays" grep -q mine corpus-j16/mine.txt
rm corpus-j16/mine.txt
same corpus-j16 corpus-new "a build over an older site is the build from nothing"

# --- the day -----------------------------------------------------------------------

cp -R "$root/tests/sites/common" small
cat >small/templates/home.html <<-'END'
	{{> parts/private}}
	{{site.today}}
END
mkdir small/content/lv/cits
printf -- '---\ntitle: Cits\ndescription: Cits.\n---\n' >small/content/lv/cits/index.md
cd small || exit 1
built day --now 2026-11-22
built epoch --output epoch --now 2026-11-22
export TZ=America/New_York
# 00:30 in Riga, still the day before elsewhere
run env SOURCE_DATE_EPOCH=1795300200 "$tilts" build --output epoch
same day epoch "SOURCE_DATE_EPOCH is read in the site's time zone"
run env SOURCE_DATE_EPOCH=0 "$tilts" build --output epoch --now 2026-11-22
same day epoch "--now goes before SOURCE_DATE_EPOCH"
built tomorrow --now 2026-11-23
is "another day changes only where it is shown" \
	"$(diff -rq day tomorrow | sed 's/^Files day.\(.*\) and .*/\1/')" \
	"data/review.json
index.html"
built day --now 2026-11-23
same day tomorrow "the next day's build over the old one"

finish
