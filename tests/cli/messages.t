#!/bin/sh
# The language of messages: who chooses it, and that nothing is left out.
. "${0%/*}/lib.sh"

tilts=$root/build/tilts
[ -x "$tilts" ] || skip_all "make build/tilts first"

cp -r "$root/tests/sites/common/." .
printf 'Teksts [nav](nav.md).\n' >>content/lv/index.md
like_in() { # NAME WANTED COMMAND...
	name=$1 wanted=$2
	shift 2
	run "$@"
	like "$name" "$out$err" "$wanted"
}

# --- who chooses -------------------------------------------------------------------------

like_in "English, unless told" "error: no page at 'nav.md'" "$tilts" check
like_in "an option" "kļūda: " "$tilts" check --messages lv
is "the status is the same" "$status" 1
like_in "the environment" "ошибка: " env LC_ALL= LANG=ru_RU.UTF-8 "$tilts" check
like_in "LC_ALL goes before LANG" "error: " env LC_ALL=C LANG=lv_LV.UTF-8 "$tilts" check
like_in "the option goes before both" "kļūda: " env LC_ALL=ru_RU.UTF-8 "$tilts" check --messages=lv
like_in "LANGUAGE does not count" "error: " env LANGUAGE=ru "$tilts" check
like_in "a language without a catalogue" "error: " env LC_ALL=et_EE.UTF-8 "$tilts" check
like_in "a slip in the option" "lv, ru or en" "$tilts" check --messages lt
is "a slip in the option: status" "$status" 2
like_in "ids stay" "link-missing" "$tilts" check --messages ru
like_in "explanations" "(kļūda)" "$tilts" explain link-missing --messages lv
like_in "help" "язык сообщений" "$tilts" check --help --messages ru
for case in 1:"1 kļūda" 2:"2 kļūdas" 11:"11 kļūdas" 21:"21 kļūda"; do
	rm -f content/lv/p*.md

	for i in $(seq 2 "${case%%:*}"); do
		printf -- '---\ntitle: P%s\ndescription: D\n---\n[nav](nav.md)\n' "$i" >content/lv/p$i.md
	done
	like_in "plural of ${case%%:*}" "${case#*:}, " "$tilts" check --messages lv
done

# --- no message is half English ------------------------------------------------------------

mkdir -p content/data/x
for text in '{"a" 1}' '{"a": 01}' '{"a": 1,}' '{a: 1}' '["a"' '{"a": "b}' '// a' "{'a': 1}" '{"a"= 1}' ''; do
	i=$((i + 1))
	printf '%s\n' "$text" >content/data/x/j$i.json
done
for text in 'title: a: b' 'title: "a' 'title: [a' 'title: *a' 'title: &a b' 'title: !a b' 'title' \
	'title: 007'; do
	i=$((i + 1))
	printf -- '---\n%s\ndescription: d\n---\n' "$text" >content/lv/y$i.md
done
for language in lv ru; do
	run "$tilts" check --messages $language
	is "broken files in $language: no English word is left" "$(printf '%s' "$err" |
		grep -E '(kļūda|ошибка|note|piezīme|примечание): ' | sed 's/\[[a-z-]*\]$//; s/^[^ ]* //' |
		grep -wE 'the|this|is|an|stands|stand|must|quotes|missing|expected|closed|found')" ""
done

# --- installed ---------------------------------------------------------------------------

run make -s -C "$root" install DESTDIR="$scratch/root" PREFIX=/usr
is "installed" "$status" 0
like_in "an installed program finds its catalogues" "kļūda: " "$scratch/root/usr/bin/tilts" check --messages lv

# --- nothing left out ----------------------------------------------------------------------

if command -v xgettext >/dev/null; then
	run make -s -C "$root" messages-check
	is "each text of the code has its translations: $err" "$status" 0
else
	skip "each text of the code has its translations" "no xgettext here"
fi

finish
