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
		printf -- '---\ntitle: P%s\ndescription: D\n---\n[nav](nav%s.md)\n' "$i" "$i" >content/lv/p$i.md
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
printf -- '---\ntitle: T\ndescription: d\n---\n| a | b |\n|---|---|\n| c |\n| d | e | f |\n' >content/lv/table.md
for language in lv ru; do
	run "$tilts" check --messages $language
	is "broken files in $language: no English word is left" "$(printf '%s' "$err" |
		grep -E '(kļūda|ошибка|note|piezīme|примечание): ' | sed 's/\[[a-z-]*\]$//; s/^[^ ]* //' |
		grep -wE 'the|this|is|an|stands|stand|must|quotes|missing|expected|closed|found')" ""
done

printf -- '---\ntitle: 1\ndescription: D\nspelling: x\naliases: [/vecs/, /vecs/]\n---\n' >content/lv/z.md
run "$tilts" check --messages lv
for words in "pie 'title' lapas sākumā starp --- jāraksta teksts, nevis vesels skaitlis" \
	"nezināma atslēga 'spelling' lapas sākumā starp ---" \
	"vecā adrese /vecs/: iznāk adrese /vecs/" "tā jau pieder: vecā adrese /vecs/"; do
	like "Latvian: $words" "$err" "$words"
done
run "$tilts" check --messages ru
like "an old address in Russian" "$err" "старый адрес /vecs/ получает адрес /vecs/"

# What the sites' mistakes say in English must not come out in the other language as well:
# a text of a table or a helper that nobody marked. One check of a site takes 10 ms.
lay_out() { # SITE FOLDER: what its first step begins with
	cp -r "$root/tests/sites/common/." "$2"
	perl -e 'use File::Basename; use File::Path "make_path"; my ($out, $to);
		while (<STDIN>) {
			last if /^-- next: /;
			if (my ($name) = /^-- (.+) --$/) {
				$to = $name =~ m{^[\w./-]+$} ? "$ARGV[0]/$name" : undef;
				make_path(dirname($to)) if $to;
				$to and (open $out, ">", $to or die "$to: $!");
			} elsif ($to) {
				print $out $_;
			}
		}' "$2" <"$root/tests/sites/$1.txt"
}
said_in() { # LANGUAGE: each message and note of all sites, without ids and what stands in quotes
	for folder in "$scratch"/sites/*; do
		(cd "$folder" && "$tilts" check --messages "$1" 2>&1)
	done | sed -nE "s/^.*(error|warning|note|kļūda|brīdinājums|piezīme|ошибка|предупреждение|примечание): //
		t said
		b
		:said
		s/ \[[a-z-]*\]$//; s/'[^']*'//g; s/[A-Za-z]+(, [A-Za-z]+)+//g; /[a-z]{2,} [a-z]{2,}/p" | sort -u
}
for site in leftovers mistaken mistakes links pictures front-matter config templates records facts \
	figures json embeds; do
	mkdir -p "sites/$site" && lay_out $site "sites/$site"
done
said_in en >said.en
is "the sites' mistakes say a lot" "$([ "$(wc -l <said.en)" -gt 100 ] && echo much)" much
for language in lv ru; do
	said_in $language >said.$language
	# the description of a field in a site's schema.json: the content's own words
	is "no message of the sites stays English in $language" \
		"$(comm -12 said.en said.$language | grep -vx 'the name as on its door')" ""
done

# --- installed ---------------------------------------------------------------------------

run make -s -C "$root" install DESTDIR="$scratch/root" PREFIX=/usr
is "installed" "$status" 0
like_in "an installed program finds its catalogues" "kļūda: " "$scratch/root/usr/bin/tilts" check --messages lv
run "$scratch/root/usr/bin/tilts" init installed --language lv
is "and the texts of a new portal: $err" "$(sed -n 2p installed/content/site.json)" '  "title": "Kopā",'

# --- nothing left out ----------------------------------------------------------------------

if command -v xgettext >/dev/null; then
	run make -s -C "$root" messages-check
	is "each text of the code has its translations: $err" "$status" 0
else
	skip "each text of the code has its translations" "no xgettext here"
fi

finish
