#!/bin/sh
# Media from a commit, large ones, and those that went out before.
. "${0%/*}/lib.sh"

tilts=${TILTS:-$root/build/tilts}
[ -x "$tilts" ] || skip_all "make first"
cp -R "$root/tests/sites/common/." .
mkdir content/media templates/assets

new_repository repo
cp -R content/. repo
printf 'version https://git-lfs.github.com/spec/v1\noid sha256:%064d\nsize 12345\n' 1 >repo/media/a.pdf
echo %PDF-1.7 >repo/media/b.pdf
: >repo/media/c.png
echo '<html>' >repo/media/d.pdf
commit repo 1700000000 one

run "$tilts" check --now 2026-11-22 --source repo --ref main
is "from a commit: status" "$status" 1
like "what Git LFS keeps elsewhere, and the way out" "$err" \
	"media/a.pdf:1:1: error: *Git LFS*media-lfs*note: *'git lfs untrack'"
like "an empty file" "$err" "media/c.png:1:1: error: this file is empty"
like "a page that is called a PDF" "$err" "media/d.pdf:1:1: error: *but a web page"
unlike "a PDF is one" "$err" "b.pdf"

cp repo/media/a.pdf templates/assets/font.woff2
run "$tilts" check --now 2026-11-22
like "a pointer among the assets" "$err" "templates/assets/font.woff2:1:1: error: *media-lfs"
rm templates/assets/font.woff2

# A file with a hole takes no room on the disk.
echo %PDF-1.7 >content/media/liels.pdf
truncate -s 300M content/media/liels.pdf
run "$tilts" check --now 2026-11-22
like "of a large PDF only the beginning is read, and its size is told" "$status$err" \
	"0content/media/liels.pdf:1:1: warning: this file has 307200 KB *budget-download]*
1 warning"
rm content/media/liels.pdf

echo Labdien >content/media/a.txt
run "$tilts" build --now 2026-11-22
is "a text goes out" "$status$(cat public/media/a.txt)" 0Labdien
if can_trace; then
	is "what went out is not looked at again" \
		"$(opened media/a.txt build --now 2026-11-23)" 0
	echo Sveiki >content/media/a.txt
	ok "what has changed is" test "$(opened media/a.txt build --now 2026-11-24)" -gt 0
	is "and goes out" "$(cat public/media/a.txt)" Sveiki
else
	skip "what went out is not looked at again" "no strace"
fi

finish
