#!/bin/sh
# The command line: what it understands, what it answers, with which exit status,
# and that the old site stays whatever goes wrong.
. "${0%/*}/lib.sh"

tilts=${TILTS:-$root/build/tilts}
[ -x "$tilts" ] || skip_all "make first"
cp -R "$root/tests/sites/common/." .

# says NAME STATUS WORDS ARGUMENTS...: on standard error.
says() {
	name=$1 wanted=$2 words=$3
	shift 3
	run bounded "$tilts" "$@"
	is "$name: status" "$status" "$wanted"
	like "$name" "$err" "$words"
}

# --- usage ------------------------------------------------------------------------

run "$tilts"
is "no command: status" "$status" 2
for command in build check serve new hash explain; do
	like "help knows $command" "$out" "  $command "
	run "$tilts" "$command" --help
	is "$command --help: status" "$status$err" 0
	like "$command --help" "$out" "usage: tilts $command"
	is "$command --help: an empty line before its options" "$(echo "$out" | sed -n 4p | grep -c .)" 0
	run "$tilts"
done
run "$tilts" help
like "help, as a command" "$status$out" "0tilts turns a git repository"
run "$tilts" help check
like "help of a command" "$status$out" "0usage: tilts check"
run "$tilts" help help
like "help of itself" "$status$out" "0tilts turns a git repository"
run "$tilts" help nothing
is "help of no command: status" "$status" 2
options=$(for command in build check cms follow serve hash search init move; do "$tilts" "$command" --help; done |
	sed -n 's/^  --\([a-z-]*\).*/\1/p' | sort -u)
is "the manual knows every option" "$(echo "$options")" \
	"$(sed -n 's/^\.It //p' "$root/src/cmd/tilts.1" | grep -o 'Fl -[a-z-]*' | sed 's/Fl -//' | sort -u)"
says "a slip in a command" 2 "did you mean 'build'?" biuld
says "a slip in an option" 2 "did you mean '--output'?" build --outptu x
says "another command's option" 2 "unknown option '--output'" check --output x
meant() { "$tilts" "$1" --help | sed -n 's/^  --\([a-z-]*\).*/\1/p' | tr '\n' ' '; }
is "options of host: what it reads, and what its text says" "$(meant host)" \
	"source ref subdir templates output base-url jobs cache messages "
is "options of cms" "$(meant cms)" "source ref subdir templates output jobs cache decap messages "
for command in new move hash; do
	is "options of $command: no day, no folder of a site" \
		"$(meant $command | grep -oE '(now|drafts|strict-dates|output|base-url) ')" ""
done
says "a word too many" 2 "'x'" build x
says "no value" 2 "YYYY-MM-DD" build --now
says "a value for a flag" 2 "no value" build --drafts=1
says "a day that does not exist" 2 "'2026-02-30'" build --now=2026-02-30
export SOURCE_DATE_EPOCH
for SOURCE_DATE_EPOCH in yesterday -1 253402300800 1.5; do
	says "SOURCE_DATE_EPOCH=$SOURCE_DATE_EPOCH" 2 "'$SOURCE_DATE_EPOCH'" build
done
unset SOURCE_DATE_EPOCH
says "no threads" 2 "a number from 1 to 65535" build --jobs 0
says "more threads than anybody wants" 2 "a number from 1 to 65535" build --jobs 70000
says "an empty value" 2 "--source wants a value" build --source=
says "no address of a site" 2 "https://host/path" build --base-url ftp://example.org
says "no address of this machine" 2 "127.0.0.1" serve --address tilts.example
says "a folder outside the source" 2 "'../x'" build --subdir ../x
says "the output in the content" 2 "apart from 'content'" build --output content
says "the output in a folder of it" 2 "apart from 'content'" build --output content/lv/../x
says "the output around the templates" 2 "apart from 'templates'" build \
	--output "$scratch" --source /nowhere
ln -s templates link
says "the output through a link" 2 "apart from 'templates'" build --output link/public
rm link
says "an unknown format" 2 "text|json|github" check --format xml
for format in github gitlab; do
	says "results have no format '$format'" 2 "text|json" search --format $format vards
done
ok "nothing was written" test ! -e public

# --- explain ----------------------------------------------------------------------

run "$tilts" explain
ids=$(echo "$out" | cut -d' ' -f1)
is "explain lists every id" "$ids" \
	"$(perl -0ne 'print "$1\n" while /^D\(\w+,\s*"([^"]+)"/mg' "$root/src/diag/diag.def")"
explained=$("$tilts" explain $ids | perl -00 -ne '
	if (/^(\S+) \(\w+\)\n*\z/) { $id = $1 } elsif (/[.?]\n*\z/) { print "$id\n" }' | uniq)
untested=$(cat $(find "$root/tests/unit" "$root/tests/sites" "$root/tests/cli" -type f) | perl -0777 -e '
	my $tests = <STDIN>;
	my %words = map { $_ => 1 } $tests =~ /[\w-]+/g;
	my %names = map { $_ => 1 } $tests =~ /\bDIAG_\w+/g;
	for (@ARGV) { print "$_\n" unless $words{$_} || $names{"DIAG_" . uc tr/-/_/r} }' $ids)
is "a test provokes every message" "$untested" ""
is "explain explains every id" "$explained" "$ids"
says "an unknown id" 2 "did you mean 'link-missing'?" explain linkmissing

# --- nobody takes what is printed ---------------------------------------------------

if [ -c /dev/full ]; then
	for words in explain --help "check --now 2026-11-22 --format json"; do
		# shellcheck disable=SC2086
		"$tilts" $words >/dev/full 2>said
		is "$words, to a full disk: status" "$?" 3
		like "$words, to a full disk" "$(cat said)" "No space left on device"
	done
	rm said
else
	skip "what is printed, to a full disk" "no /dev/full"
fi
is "closed streams" "$("$tilts" explain 2>&1 <&- >&-) $?" " 0"

# --- done, and mistakes -------------------------------------------------------------

run "$tilts" build --now 2026-11-22
is "a site: status" "$status$err" 0
like "a site" "$out" "public: "
cp -R public old
run "$tilts" check --now 2026-11-22
is "check: nothing to say" "$status$err" 0

# As many bytes, written into the same file, whose time some program sets back.
for phone in 111 222; do
	printf -- '---\ntitle: L\ndescription: D\n---\nTel. %s\n' "$phone" >content/lv/index.md
	touch -d 2026-11-20 content/lv/index.md
	run "$tilts" build --now 2026-11-22
done
like "a file with an old time is read" "$(cat public/index.html)" "Tel. 222"
rm -r content && cp -R "$root/tests/sites/common/content" .
run "$tilts" build --now 2026-11-22

# A file that may not grow so far (ulimit -f) ends the page, not the program.
{ printf -- '---\ntitle: L\ndescription: D\n---\n'; yes '[x](nav.md)' | head -4000; } >content/lv/index.md
run sh -c "ulimit -f 8; exec '$tilts' build --now 2026-11-22"
is "a file past the limit: status" "$status" 3
like "a file past the limit" "$err" "can't write 'public/index.html': File too large"
ok "a file past the limit: the old site stands" diff -r public old
rm -r content && cp -R "$root/tests/sites/common/content" .

printf -- '---\ntitle: "A \\"b\\" %%\ttab"\ndescription: D\n---\n[x](n\\"%%,:.md)\n\n<b>\n' \
	>content/lv/index.md
run "$tilts" build --now 2026-11-22
is "mistakes: status" "$status" 1
like "mistakes: how many" "$err" "2 errors, 0 warnings
nothing was published; public is as it was"
ok "mistakes: the old site stands" diff -r public old
run "$tilts" check --now 2026-11-22 --format json
is "check --format json: status" "$status$err" 1
is "check --format json" "$(printf '%s' "$out" | perl -MJSON::PP -0777 -ne '
	for (@{decode_json($_)}) {
		print "$_->{level} $_->{id} $_->{path} $_->{line} $_->{column} ",
			scalar @{$_->{notes}}, "\n";
	}')" "error link-missing content/lv/index.md 5 1 0
error html-raw content/lv/index.md 7 1 1"
run "$tilts" check --now 2026-11-22 --format github
like "check --format github" "$out" \
	"::error file=content/lv/index.md,line=5,col=1,title=link-missing::no page at 'n\"%25,:.md'"
ok "github: one line each" test "$(echo "$out" | wc -l)" -eq 2
cp "$root/tests/sites/common/content/lv/index.md" content/lv/index.md
run "$tilts" check --now 2026-11-22 --format json
is "nothing to say in JSON" "$(echo "$out" | tr -d '\n')" "[]"

# A terminal sees how far a build is that takes long: by this clock each does.
if command -v faketime >/dev/null && [ -z "${TILTS-}" ]; then
	on_terminal() {
		script -qec "faketime -f '+0 x100000' '$tilts' check --now 2026-11-22" /dev/null
	}
	like "a terminal sees the work" "$(on_terminal)" "at work: 1 of "
	is "and not when it is done" "$(on_terminal | tr '\r' '\n' | grep pages | cat -v)" "^[[K2 pages, no errors"
else
	skip "a terminal sees the work" "no faketime, or a sanitizer"
fi

# --- what goes out -----------------------------------------------------------------------

mkdir templates/assets
printf '/* why */\np {}\n' >templates/assets/a.css
printf '/* why */\n' >templates/assets/a.txt
run "$tilts" build --now 2026-11-22 --output styled
is "a style sheet goes out without its comments, a text as it is" "$(cat styled/assets/a.*)" "p {}
/* why */"
rm -r templates/assets styled

# --- compressed twins -------------------------------------------------------------------

mkdir -p content/media
printf '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!--%0200d--></svg>\n' 0 \
	>content/media/a.svg
(echo %PDF-1.7; head -c 3000 /dev/urandom) >content/media/a.pdf
twins() { (cd public && find . -name '*.gz' -o -name '*.br' | sort); }
run "$tilts" build --now 2026-11-22 --compress
is "--compress: status" "$status$err" 0
like "a page has two twins" "$(twins)" "./index.html.br
./index.html.gz"
like "so has a picture that is text" "$(twins)" "./media/a.svg.br
./media/a.svg.gz"
is "other files have none" "$(twins | grep -c pdf)" 0
for file in index.html media/a.svg; do
	ok "$file: the twin is the file" sh -c "zcat public/$file.gz | cmp - public/$file"
done
twins >were
run "$tilts" build --now 2026-11-23 --compress
is "built again: the same twins" "$(twins)" "$(cat were)"
run "$tilts" build --now 2026-11-23
is "without: they are gone" "$(twins)" ""
rm -r content/media
run "$tilts" build --now 2026-11-22
ok "and nothing else is" diff -r public old

# --- the machine fails ----------------------------------------------------------------

# fails NAME WORDS ARGUMENTS...: status 3, and the old site stays.
fails() {
	fails_name=$1 fails_words=$2
	shift 2
	says "$fails_name" 3 "$fails_words" build --now 2026-11-22 "$@"
	ok "$fails_name: the old site stands" diff -r public old
}

new_repository repo
mkdir repo/content
cp -R content/. repo/content/
commit repo 1700000000 first
fails "no such folder" "source-missing" --source nothing
fails "no templates" "source-missing" --templates nothing
fails "no repository" "source-repository" --ref HEAD
fails "an unknown branch" "'mian'*ref-unknown" --source repo --ref mian
like "an unknown branch: a suggestion" "$err" "did you mean 'main'?"
fails "an unknown subdir" "did you mean 'content'?" --source repo --ref main --subdir contents
new_repository empty
fails "an empty repository" "source-empty" --source empty --ref HEAD
cp -R repo corrupt
blob=$(git -C corrupt rev-parse HEAD:content/site.json | sed 's,^..,&/,')
chmod u+w "corrupt/.git/objects/$blob"
echo junk >"corrupt/.git/objects/$blob"
fails "a corrupt repository" "can't read the file from the repository" \
	--source corrupt --ref HEAD --subdir content
fails "an unreachable remote" "source-unreachable" --source "http://127.0.0.1:$(free_port)/x.git"
if [ "$(id -u)" -eq 0 ]; then
	as_nobody="setpriv --reuid 65534 --regid 65534 --clear-groups"
	chmod 755 "$scratch"
	# shellcheck disable=SC2086
	if $as_nobody "$tilts" --version >/dev/null 2>&1; then
		run $as_nobody "$tilts" build --now 2027-01-01
		is "no permission: status" "$status" 3
		like "no permission" "$err" "Permission denied"
		ok "no permission: the old site stands" diff -r public old
	else
		skip "no permission" "nobody can't run tilts here"
	fi
else
	skip "no permission" "only root can become somebody else"
fi

# A disk that fails while a folder is read must not give a site without the rest.
if can_trace; then
	for call in $(seq 20); do
		run env ASAN_OPTIONS=detect_leaks=0 strace -f -o trace -e trace=getdents64 \
			-e inject=getdents64:error=EIO:when="$call" \
			"$tilts" build --now 2027-01-01 --jobs 1 --force
		[ "$status" -ne 0 ] || break
		is "folder $call can't be read: status" "$status" 3
		ok "folder $call can't be read: the old site stands" diff -r public old
	done
	like "the new site stands, the old one can't be removed: a warning" "$err" \
		"warning: *publish-leftover"
	run "$tilts" build --now 2026-11-22
	is "the next build clears it away" "$status$err" 0
	ok "and nothing is left" diff -r public old
else
	skip "folders that can't be read" "no strace here"
fi

# --- remotes, as far as tilts itself goes -----------------------------------------------

mkdir served
git clone -q --bare repo served/site.git
start_git_daemon "$scratch/served"
url=$git_url/site.git
build_remote() {
	run bounded "$tilts" build --now 2026-11-22 --subdir content --output remote "$@"
}
run "$tilts" build --now 2026-11-22 --source repo/content --output folder
build_remote --source "$url"
is "git://: status" "$status$err" 0
ok "git://: the same as the folder" diff -r folder remote
stop_server "$git_pid"
touch -d "3 hours ago" "$HOME"/.cache/tilts/git/*.git/tilts-fetched
build_remote --source "$url"
is "no network, but a copy: status" "$status" 0
like "no network, but a copy" "$err" "warning: *the copy is 3 hours old*source-stale"
ok "no network, but a copy: the same site" diff -r folder remote
if command -v nginx >/dev/null && command -v fcgiwrap >/dev/null && start_git_http "$scratch/served"; then
	rm -rf remote
	build_remote --source "$http_url/site.git" --ref main
	is "http://: status" "$status$err" 0
	ok "http://: the same as the folder" diff -r folder remote
	stop_server "$http_pid"
else
	skip "http" "no nginx or fcgiwrap"
fi

# --- new, hash --------------------------------------------------------------------------

mkdir -p content/data/orgs
cat >content/data/orgs/schema.json <<-'END'
	{
		"type": "object",
		"required": ["name", "founded"],
		"properties": {
			"name": { "type": "string", "minLength": 1, "description": "as on the door" },
			"founded": { "type": ["string", "null"], "format": "date" },
			"phones": { "type": "array", "items": { "type": "string" } }
		}
	}
END
says "new: an unknown kind" 2 "there are: orgs" new org skalbes
says "new: no id" 2 "usage" new orgs
says "new: no content" 2 "must be a folder" new orgs x --source nothing
says "hash: no content" 3 "source-missing" hash lv/index.md --source nothing
says "hash: no page" 1 "no page 'lv/nav.md'" hash lv/nav.md
cp content/site.json kept.json
echo '{' >content/site.json
says "new: no site.json that can be read" 1 "json-syntax" new page lv/x
says "hash: no site.json that can be read" 1 "json-syntax" hash lv/index.md
mv kept.json content/site.json
says "new: not an id" 2 "did you mean 'skalbju-biedriba'" new orgs "Skalbju biedrība"
says "new: outside" 2 "no path of a page" new page ../lv/x
says "new: no language" 2 "its language: lv" new page sazina/zvani
says "new: into a commit" 2 "must be a folder" new orgs skalbes --source repo --ref main
says "new: there already" 2 "there is such a file" new page lv/index
run "$tilts" new orgs skalbes
is "new record: status" "$status$err" 0
like "new record: where" "$out" "content/data/orgs/skalbes.json"
like "new record: the guide" "$out" "as on the door"
ok "new record: JSON" perl -MJSON::PP -0777 -e 'decode_json(<>)' content/data/orgs/skalbes.json
run "$tilts" check
unlike "new record: what is empty is all that is wrong" \
	"$(echo "$err" | grep 'error: ' | grep -v 'schema-length\|schema-format\|schema-required')" error
run "$tilts" new page lv/sazina/index
is "new page: status" "$status$out$err" "0content/lv/sazina/index.md"
says "new page: its empty values" 1 "'title' in front matter is empty" check
sed -i 's/: ""/: "Saziņa"/' content/lv/sazina/index.md
echo Te. >>content/lv/sazina/index.md
rm content/data/orgs/skalbes.json
says "new page: filled in" 0 "" check

sed -i 's/"path": "" }/"path": "" }, { "code": "ru", "name": "Русский", "path": "ru" }/' \
	content/site.json
cp "$root/tests/sites/common/templates/strings/lv.json" templates/strings/ru.json
mkdir content/ru
hash=$("$tilts" hash content/lv/index.md)
like "hash: twelve digits" "$hash" "????????????"
printf -- '---\ntitle: T\ndescription: D\nsource_hash: %s\n---\n' "$hash" >content/ru/index.md
is "hash of a translation: its original's" "$("$tilts" hash content/ru/index.md)" "$hash"
is "hash: the path without the source" "$("$tilts" hash lv/index.md)" "$hash"
says "a fresh translation" 0 "" check
is "a fresh translation: no warning" "$err" ""
sed -i 's/$/\r/' content/lv/index.md
says "a copy from Windows" 0 "" check
is "a copy from Windows: the same hash" "$("$tilts" hash lv/index.md)$err" "$hash"
sed -i 's/\r$//' content/lv/index.md
echo more >>content/lv/index.md
says "an old translation" 0 "translation-outdated" check
says "hash: no page" 1 "no page 'lv/nav.md'" hash lv/nav.md
says "hash --write: an original" 1 "wants a translation" hash --write lv/index.md
run "$tilts" hash --write content/ru/index.md
is "hash --write: prints it, too" "$status$out" "0$("$tilts" hash lv/index.md)"
is "hash --write: one line has changed" "$(sed -n 4p content/ru/index.md)" "source_hash: \"$out\""
says "hash --write: the translation is fresh" 0 "" check
cp content/ru/index.md fresh
sed -i '/^source_hash/d; s/$/\r/' content/ru/index.md
run "$tilts" hash --write content/ru/index.md
is "hash --write: its line ends as all lines do" "$(grep -vc "$(printf '\r')\$" content/ru/index.md)" 0
mv fresh content/ru/index.md
is "hash --write: no warning" "$err" ""
sed -i /^source_hash/d content/ru/index.md
run "$tilts" hash --write lv/nav.md content/ru/index.md ru/index.md
is "hash --write: of several pages each in its turn, a page called twice once" \
	"$status $(grep -c ^source_hash content/ru/index.md) $out" \
	"1 1 $("$tilts" hash lv/index.md)  content/ru/index.md"

cat >content/lv/sazina/zvani.md <<-'END'
	---
	title: Zvani
	description: Zvani.
	---
	## Kurš maksā?

	Teksts.

	````
	```
	## nav virsraksts
	````
	```x``` ir kods.

	### Cik?
END
run "$tilts" new page ru/sazina/index
run "$tilts" new page ./content/ru/sazina/zvani.md
is "new page: a translation, as the shell completes it" "$status$out" "0content/ru/sazina/zvani.md"
is "new page: a translation's frame" "$(cat content/ru/sazina/zvani.md)" "---
title: \"\"
description: \"\"
keywords: []
slug: zvani
source_hash: \"$("$tilts" hash lv/sazina/zvani.md)\"
---

## Kurš maksā?

### Cik?"
sed -i 's/^title: .*/&\ndraft: true/' content/lv/sazina/zvani.md
is "hash: of a draft's translation that of the draft" "$("$tilts" hash ru/sazina/zvani.md)" \
	"$("$tilts" hash lv/sazina/zvani.md)"
rm content/ru/sazina/zvani.md
"$tilts" new page ru/sazina/zvani >out
like "new page: the frame of a draft" "$(cat content/ru/sazina/zvani.md)" "source_hash"
printf -- '---\ntitle: T\n' >content/lv/sazina/zvani.md
says "hash: of what can't be read none is offered" 1 "can't be read" hash lv/sazina/zvani.md

# --- addresses do not vanish ----------------------------------------------------------

rm -rf gone && mkdir gone && cd gone || exit 1
cp -r "$root/tests/sites/common/." .
printf -- '---\ntitle: Tikšanās\ndescription: Kā.\n---\nZvaniet.\n' >content/lv/tiksanas.md
run "$tilts" build --now 2026-11-22
mv content/lv/tiksanas.md content/lv/satiksanas.md
says "build: an address that was published and is gone" 0 \
	"/tiksanas/ was published before and is gone now [[]address-gone]" build --now 2026-11-22
mv content/lv/satiksanas.md content/lv/tiksanas.md
run "$tilts" build --now 2026-11-22
mv content/lv/tiksanas.md content/lv/satiksanas.md
sed -i '2i aliases: [/tiksanas/]' content/lv/satiksanas.md
run "$tilts" build --now 2026-11-22
case $err in
*"/tiksanas/"*) fail "build: an alias is an address" "$err" ;;
*) pass "build: an alias is an address" ;;
esac

finish
