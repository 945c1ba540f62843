#!/bin/sh
# A booklet takes its chapters from the build before: each build equals a cold one, what was said of
# a chapter is said again, and a picture counts for the page that it stands on.
. "${0%/*}/lib.sh"

TILTS=${TILTS:-$root/build/tilts}
case $TILTS in /*) ;; *) TILTS=$root/$TILTS ;; esac
[ -x "$TILTS" ] || skip_all "make first"

page() { # NAME TITLE TEXT [FRONT]
	printf -- '---\ntitle: %s\ndescription: Par to.\n%b---\n%s\n' "$2" "${4-}" "$3" >"content/lv/$1.md"
}
build() { # NAME: over the site of before, and into an empty folder
	for into in warm cold; do
		"$TILTS" build --output "$into/public" --now 2026-11-22 >"$into.out" 2>&1
		is "$1: $into" "$?" 0
		sed -i '/public: /d' "$into.out"
	done
	is "$1: the same files" "$(diff -r warm/public cold/public 2>&1)" ""
	is "$1: the same said" "$(cat warm.out)" "$(cat cold.out)"
	rm -rf cold
}

mkdir -p content/lv/padomi content/media templates warm
cat >content/site.json <<'END'
{
	"title": "Vietne", "description": "Vietne izmēģinājumiem.", "base_url": "https://example.org",
	"timezone": "Europe/Riga", "menu": ["padomi/index", "padomi/vecakiem"], "budgets": { "pictures": 3000 },
	"languages": [{ "code": "lv", "name": "Latviešu", "path": "" }]
}
END
for name in viens divi; do
	{
		printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0'
		for i in $(seq 400); do printf 'L%s %s' "$((i % 7))" "$((i % 9))"; done
		printf '"/></svg>\n'
	} >"content/media/$name.svg"
done
head='<meta http-equiv="Content-Security-Policy" content="default-src '"'self'"'"><meta name="referrer" content="no-referrer">'
printf '%s\n<main>{{page.title}} {{page.content}}</main>\n' "$head" >templates/page.html
printf '%s\n<main>{{#page.guide}}<h2 id="{{id}}">{{number}} {{title}}</h2>{{content}}{{#pages}}{{content}}{{/pages}}\n{{/page.guide}}</main>\n' "$head" \
	>templates/booklet.html
page index Sākums Sveiki.
page burtnica Burtnīca '' 'template: booklet\n'
page zvani Zvani '![Zīme](../media/viens.svg) [Rakstiet](vestules.md#rakstit).'
page vestules Vēstules '## Rakstīt

![Zīme](../media/divi.svg)'
# It stands in the menu, and below another chapter: with headings of two levels.
page padomi/index Padomi Visiem.
page padomi/vecakiem Vecākiem '## Bērni

Runājiet.'
page nauda Nauda 'Par to [šeit](zvani.md).'
build "a first build"
like "something is said of a chapter" "$(cat warm.out)" "nauda.md"

page index Sākums 'Sveiki visi.'
build "an edit beside the booklet"
page nauda 'Nauda un maksa' 'Par to [šeit](zvani.md).'
build "another title"
like "it is in the booklet" "$(cat warm/public/burtnica/index.html)" "Nauda un maksa"
page zvani Zvani '![Zīme](../media/viens.svg) Zvaniet. [Rakstiet](vestules.md#rakstit).'
build "another chapter"
like "it is in the booklet as well" "$(cat warm/public/burtnica/index.html)" "Zvaniet"
page vestules Vēstules '## Sūtīt'
"$TILTS" build --output warm/public --now 2026-11-22 >warm.out 2>&1
is "a link of a chapter that was kept loses its goal" "$?" 1
like "it is told" "$(cat warm.out)" "link-anchor"

finish
