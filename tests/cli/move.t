#!/bin/sh
# tilts move: another name for a page, a folder, a record, a file; what names them follows,
# all other bytes stay, and the old addresses lead on.
. "${0%/*}/lib.sh"

tilts=$root/build/tilts
[ -x "$tilts" ] || skip_all "make build/tilts first"
export LC_ALL=C.UTF-8

mkdir site && cd site || exit 1

# --- a small portal of two languages ----------------------------------------------------------

page() {
	mkdir -p "content/${1%/*}"
	{ printf -- '---\ntitle: %s\ndescription: %s.\n' "$2" "$2"; [ -z "$3" ] || printf "$3"; echo ---; cat; } \
		>"content/$1"
}
template() {
	mkdir -p "templates/$(dirname "$1")"
	cat >"templates/$1"
}
make_site() {
	rm -rf content templates public .public.tilts
	cp -r "$root/tests/sites/common/templates" templates
	cp templates/strings/lv.json templates/strings/ru.json
	mkdir -p content/data/places content/data/words content/media
	cat >content/site.json <<-'END'
	{
	  "title": "Vietne",
	  "description": "Vietne.",
	  "base_url": "https://example.org",
	  "timezone": "Europe/Riga",
	  "languages": [
	    { "code": "lv", "name": "Latviešu", "path": "" },
	    { "code": "ru", "name": "Русский", "path": "ru" }
	  ],
	  "menu": ["sazina/index", "vietas/index"]
	}
	END
	cat >content/data/places/schema.json <<-'END'
	{ "type": "object", "properties": { "name": { "x-text": true },
	  "near": { "type": "string", "x-kind": "places" },
	  "about": { "x-text": true, "contentMediaType": "text/markdown" } } }
	END
	echo '{ "name": "Riga", "near": "cesis" }' >content/data/places/riga.json
	printf '{\n\t"name": "Cesis",   "near": "riga",\n\t"about": "[Riga](record:places/riga), [zvani](/sazina/zvani/), {name:places/riga}"\n}\n' \
		>content/data/places/cesis.json
	cat >content/data/words/schema.json <<-'END'
	{ "type": "object", "properties": { "answers": { "type": "array", "items": { "type": "string" } } } }
	END
	echo '{ "answers": ["sazina/zvani", "places/riga"] }' >content/data/words/zvans.json
	printf '%%PDF-1.7\n' >"content/media/mans fails.pdf"
	page lv/index.md Sākums </dev/null
	page lv/sazina/index.md Saziņa <<-'END'
	[Zvani](zvani.md), [daļa](zvani.md#dala "Zvani"), [vēl](<zvani.md>), [no augšas](/sazina/zvani/#dala).
	`[nav saite](zvani.md)`, [fails](<../../media/mans fails.pdf>), [cits](../../media/mans%20fails.pdf#page=2).

	[atsauce]: zvani.md

	Skat. [atsauce].
	END
	page lv/sazina/zvani.md Zvani "aliases: [/veca/]\n" <<-'END'
	## Daļa

	[Saziņa](index.md), [sākums](../index.md), [Rīga](record:places/riga), [šeit augšā](#dala).

	```@place
	id: places/riga
	near: cesis
	```
	END
	page ru/index.md Начало </dev/null
	page ru/sazina/index.md Связь "slug: svyaz\n" <<-'END'
	[Звонки](zvani.md), [места](../vietas/index.md)
	END
	page ru/sazina/zvani.md Звонки "slug: zvonki\naliases:\n  - /ru/a/\n  - '/ru/b/'\n" <<-'END'
	Текст.
	END
	page lv/vietas/index.md Vietas "records: places\n" </dev/null
	sed -i 's/$/\r/' content/lv/vietas/index.md
	printf '[zvani](lv/sazina/zvani.md)\n' >content/README.md
	template places.html <<-'END'
	{{> parts/private}}<h1>{{page.title}}</h1>{{record.about}}
	END
	template places-list.html <<-'END'
	---
	lists: {calls: {from: pages, where: {id: sazina/zvani}}}
	---
	{{> parts/private}}<h1>{{page.title}}</h1>{{#lists.calls}}<a href="{{url}}">{{title}}</a>{{/lists.calls}}
	END
	template embeds/place.html <<-'END'
	---
	params: {id: {type: record}, near: {kind: places}}
	---
	<p>{{params.id.title}} {{params.near.title}}</p>
	END
	"$tilts" hash --write content/ru/index.md content/ru/sazina/zvani.md >/dev/null
	"$tilts" hash --write content/ru/sazina/index.md >/dev/null
	rm -rf .git && new_repository_here
	"$tilts" build --now 2026-11-22 >/dev/null 2>&1 || fail "the site builds"
}
new_repository_here() {
	git init -q . && printf 'public\n.public.tilts\n' >.git/info/exclude
	git add -A && git commit -qm site
}
# what_changed: each line taken out and put in, and files that got another name.
what_changed() {
	git add -A && git diff --cached -M10 -U0 | grep '^\([-+]\|rename\)' |
		grep -v '^\(---\|+++\)' | tr '\r' '~'
}
# "mans fails.pdf" has a space, since such links are written in two ways.
clean() {
	is "$1: check has nothing else to say" "$("$tilts" check --now 2026-11-22 2>&1 |
		grep -v -e '\[media-space\]$' -e "note: call it 'media/" -e '^1 warning$')" "$2 pages, no errors"
	is "$1: nothing has gone" "$("$tilts" build --now 2026-11-22 2>&1 | grep -c gone)" 0
}
leads() {
	like "$1 leads to $2" "$(cat "public$1index.html" 2>&1)" "url=$2\""
}

# --- a page ------------------------------------------------------------------------------------

make_site
is "a page moves" "$("$tilts" move --source ./content/ ./content/lv/sazina/zvani.md lv/sazina/talrunis 2>&1 >/dev/null)" ""
is "only what names the page is another" "$(what_changed)" '-[zvani](lv/sazina/zvani.md)
+[zvani](lv/sazina/talrunis.md)
-	"about": "[Riga](record:places/riga), [zvani](/sazina/zvani/), {name:places/riga}"
+	"about": "[Riga](record:places/riga), [zvani](/sazina/talrunis/), {name:places/riga}"
-{ "answers": ["sazina/zvani", "places/riga"] }
+{ "answers": ["sazina/talrunis", "places/riga"] }
-[Zvani](zvani.md), [daļa](zvani.md#dala "Zvani"), [vēl](<zvani.md>), [no augšas](/sazina/zvani/#dala).
+[Zvani](talrunis.md), [daļa](talrunis.md#dala "Zvani"), [vēl](<talrunis.md>), [no augšas](/sazina/talrunis/#dala).
-[atsauce]: zvani.md
+[atsauce]: talrunis.md
rename from content/lv/sazina/zvani.md
rename to content/lv/sazina/talrunis.md
-aliases: [/veca/]
+aliases: [/veca/, /sazina/zvani/]
-[Звонки](zvani.md), [места](../vietas/index.md)
+[Звонки](talrunis.md), [места](../vietas/index.md)
rename from content/ru/sazina/zvani.md
rename to content/ru/sazina/talrunis.md
-lists: {calls: {from: pages, where: {id: sazina/zvani}}}
+lists: {calls: {from: pages, where: {id: sazina/talrunis}}}'
clean "a page" 14
leads /sazina/zvani/ /sazina/talrunis/
leads /veca/ /sazina/talrunis/

# --- back again: the old address is the page's own once more -----------------------------------

is "back" "$("$tilts" move lv/sazina/talrunis lv/sazina/zvani 2>&1 >/dev/null)" ""
is "all but the alias is as it was" "$(what_changed)" '-aliases: [/veca/]
+aliases: [/veca/, /sazina/talrunis/]'
clean "back" 14

# --- a folder with translations ------------------------------------------------------------------

make_site
is "a folder moves" "$("$tilts" move content/lv/sazina/ lv/vietas/runat 2>&1 >/dev/null)" ""
is "only what names the folder is another" "$(what_changed)" '-[zvani](lv/sazina/zvani.md)
+[zvani](lv/vietas/runat/zvani.md)
-	"about": "[Riga](record:places/riga), [zvani](/sazina/zvani/), {name:places/riga}"
+	"about": "[Riga](record:places/riga), [zvani](/vietas/runat/zvani/), {name:places/riga}"
-{ "answers": ["sazina/zvani", "places/riga"] }
+{ "answers": ["vietas/runat/zvani", "places/riga"] }
rename from content/lv/sazina/index.md
rename to content/lv/vietas/runat/index.md
+aliases: [/sazina/]
-[Zvani](zvani.md), [daļa](zvani.md#dala "Zvani"), [vēl](<zvani.md>), [no augšas](/sazina/zvani/#dala).
-`[nav saite](zvani.md)`, [fails](<../../media/mans fails.pdf>), [cits](../../media/mans%20fails.pdf#page=2).
+[Zvani](zvani.md), [daļa](zvani.md#dala "Zvani"), [vēl](<zvani.md>), [no augšas](/vietas/runat/zvani/#dala).
+`[nav saite](zvani.md)`, [fails](<../../../media/mans fails.pdf>), [cits](../../../media/mans%20fails.pdf#page=2).
rename from content/lv/sazina/zvani.md
rename to content/lv/vietas/runat/zvani.md
-aliases: [/veca/]
+aliases: [/veca/, /sazina/zvani/]
-[Saziņa](index.md), [sākums](../index.md), [Rīga](record:places/riga), [šeit augšā](#dala).
+[Saziņa](index.md), [sākums](../../index.md), [Rīga](record:places/riga), [šeit augšā](#dala).
rename from content/ru/sazina/index.md
rename to content/ru/vietas/runat/index.md
+aliases: [/ru/svyaz/]
-[Звонки](zvani.md), [места](../vietas/index.md)
+[Звонки](zvani.md), [места](../index.md)
rename from content/ru/sazina/zvani.md
rename to content/ru/vietas/runat/zvani.md
+  - /ru/svyaz/zvonki/
-  "menu": ["sazina/index", "vietas/index"]
+  "menu": ["vietas/runat/index", "vietas/index"]
-lists: {calls: {from: pages, where: {id: sazina/zvani}}}
+lists: {calls: {from: pages, where: {id: vietas/runat/zvani}}}'
clean "a folder" 14
leads /sazina/ /vietas/runat/
leads /ru/svyaz/zvonki/ /ru/vietas/svyaz/zvonki/

# --- a folder that lists of templates name -----------------------------------------------------

make_site
template parts/talk.html <<-'END'
---
lists:
  here: {from: pages, where: {id: page.id, section: sazina/index}}
  there: {from: pages, where: {section: "vietas/index"}}
  some: {from: pages, where: {id: [vietas/index, sazina/zvani]}}
---
{{#lists.here}}<p>here</p>{{/lists.here}}{{#lists.there}}{{title}}{{/lists.there}}
END
sed -i '$s/$/{{> parts\/talk}}/' templates/page.html
git add -A && git commit -qm lists
is "a folder that a list names" "$("$tilts" move lv/sazina lv/kontakti 2>&1 >/dev/null)" ""
is "lists of its pages follow" "$(what_changed | grep -E " (here|some):")" \
	'-  here: {from: pages, where: {id: page.id, section: sazina/index}}
+  here: {from: pages, where: {id: page.id, section: kontakti/index}}
-  some: {from: pages, where: {id: [vietas/index, sazina/zvani]}}
+  some: {from: pages, where: {id: [vietas/index, kontakti/zvani]}}'
clean "a folder that a list names" 14
like "and are as full as they were" "$(cat public/kontakti/zvani/index.html)" "<p>here</p>"

# What the build reads is edited: also where the folder of templates is a link.
make_site
sed -i '$s/$/{{> parts\/talk}}/' templates/page.html
template parts/talk.html <<-'END'
---
lists: {calls: {from: pages, where: {id: sazina/zvani}}}
---
{{#lists.calls}}{{title}}{{/lists.calls}}
END
git add -A && git commit -qm lists
mv templates ../shared && ln -s ../shared templates
is "templates behind a link" "$("$tilts" move lv/sazina/zvani lv/sazina/talrunis 2>&1 >/dev/null)" ""
like "are edited where they lie" "$(cat ../shared/parts/talk.html)" "id: sazina/talrunis"
is "and the link stays one" "$(readlink templates)" ../shared
run "$tilts" check
is "and a build reads them there" "$status" 0
rm templates && mv ../shared templates

# --- a page that shows records: their addresses move as well --------------------------------------

make_site
is "a collection moves" "$("$tilts" move lv/vietas lv/iestades 2>&1 >/dev/null)" ""
is "site.json leads its records on" "$(what_changed)" 'rename from content/lv/vietas/index.md
rename to content/lv/iestades/index.md
+aliases: [/vietas/]~
-[Звонки](zvani.md), [места](../vietas/index.md)
+[Звонки](zvani.md), [места](../iestades/index.md)
-  "menu": ["sazina/index", "vietas/index"]
+  "menu": ["sazina/index", "iestades/index"],
+  "redirects": {
+    "/ru/vietas/*": "/ru/iestades/*",
+    "/vietas/*": "/iestades/*"
+  }'
clean "a collection" 14
leads /vietas/ /iestades/
leads /vietas/riga/ /iestades/riga/
leads /ru/vietas/riga/ /ru/iestades/riga/

# --- a record --------------------------------------------------------------------------------------

make_site
is "a record moves" "$("$tilts" move content/data/places/riga.json places/galvaspilseta 2>&1 >/dev/null)" ""
is "only what names the record is another" "$(what_changed)" '-	"name": "Cesis",   "near": "riga",
-	"about": "[Riga](record:places/riga), [zvani](/sazina/zvani/), {name:places/riga}"
+	"name": "Cesis",   "near": "galvaspilseta",
+	"about": "[Riga](record:places/galvaspilseta), [zvani](/sazina/zvani/), {name:places/galvaspilseta}"
rename from content/data/places/riga.json
rename to content/data/places/galvaspilseta.json
-{ "answers": ["sazina/zvani", "places/riga"] }
+{ "answers": ["sazina/zvani", "places/galvaspilseta"] }
-[Saziņa](index.md), [sākums](../index.md), [Rīga](record:places/riga), [šeit augšā](#dala).
+[Saziņa](index.md), [sākums](../index.md), [Rīga](record:places/galvaspilseta), [šeit augšā](#dala).
-id: places/riga
+id: places/galvaspilseta
-source_hash: "ae0977434e04"
+source_hash: "29e269c387ba"
-  "menu": ["sazina/index", "vietas/index"]
+  "menu": ["sazina/index", "vietas/index"],
+  "redirects": {
+    "/vietas/riga/*": "/vietas/galvaspilseta/*",
+    "/ru/vietas/riga/*": "/ru/vietas/galvaspilseta/*"
+  }'
clean "a record" 14
leads /vietas/riga/ /vietas/galvaspilseta/
is "and once more" "$("$tilts" move places/galvaspilseta places/riga-1 2>&1 >/dev/null)" ""
clean "and once more" 14
leads /vietas/riga/ /vietas/riga-1/
leads /vietas/galvaspilseta/ /vietas/riga-1/

# --- a file ------------------------------------------------------------------------------------------

make_site
is "a file moves" "$("$tilts" move "content/media/mans fails.pdf" media/veidlapas/ 2>&1 >/dev/null)" ""
is "back, with a better name" "$("$tilts" move "media/veidlapas/mans fails.pdf" media/fails.pdf 2>&1 >/dev/null)" ""
is "only links to the file are others" "$(what_changed)" '-`[nav saite](zvani.md)`, [fails](<../../media/mans fails.pdf>), [cits](../../media/mans%20fails.pdf#page=2).
+`[nav saite](zvani.md)`, [fails](<../../media/fails.pdf>), [cits](../../media/fails.pdf#page=2).
rename from content/media/mans fails.pdf
rename to content/media/fails.pdf'
clean "a file" 14

# A name with a percent sign, as a file that a browser saved has it; folders that are left empty go.
make_site
"$tilts" move "media/mans fails.pdf" media/a/b/c.pdf >/dev/null 2>&1
git add -A && git commit -qm moved
is "a file with a percent sign in its name" "$("$tilts" move media/a/b/c.pdf "media/100% mans%20fails.pdf" 2>&1 >/dev/null)" ""
is "its links have it as one" "$(what_changed | grep '^[+r]')" \
	'+`[nav saite](zvani.md)`, [fails](<../../media/100%25%20mans%2520fails.pdf>), [cits](../../media/100%25%20mans%2520fails.pdf#page=2).
rename from content/media/a/b/c.pdf
rename to content/media/100% mans%20fails.pdf'
is "folders that hold nothing any more go" "$(ls content/media)" "100% mans%20fails.pdf"
git commit -qm moved
is "and back" "$("$tilts" move "media/100% mans%20fails.pdf" media/fails.pdf 2>&1 >/dev/null)" ""
is "with its links" "$(grep -c '(<../../media/fails.pdf>), \[cits\](../../media/fails.pdf#page=2)' content/lv/sazina/index.md)" 1
clean "a file with a percent sign" 14

# Brackets in an address come in pairs; a name that begins alike is another's.
make_site
cp "content/media/mans fails.pdf" "content/media/lapa(1).pdf"
cp "content/media/mans fails.pdf" "content/media/lapa(1).pdf.pdf"
printf '\n[a](../media/lapa(1).pdf), [b](../media/lapa(1).pdf.pdf#page=2), `` ``` [n](sazina/zvani.md) ``[c](sazina/zvani.md)\n' >>content/lv/index.md
"$tilts" hash --write content/ru/index.md >/dev/null
git add -A && git commit -qm brackets
is "a file with brackets in its name" "$("$tilts" move "media/lapa(1).pdf" media/veidlapa.pdf 2>&1 >/dev/null)" ""
is "its link follows, and that to the name behind it stays" "$(what_changed | grep '^[+r]')" \
	'+[a](../media/veidlapa.pdf), [b](../media/lapa(1).pdf.pdf#page=2), `` ``` [n](sazina/zvani.md) ``[c](sazina/zvani.md)
rename from content/media/lapa(1).pdf
rename to content/media/veidlapa.pdf'
clean "a file with brackets in its name" 14
git commit -qm moved
is "code between two ticks holds three" "$("$tilts" move lv/sazina/zvani lv/sazina/z >/dev/null 2>&1; grep -o '\[n\].*' content/lv/index.md)" \
	'[n](sazina/zvani.md) ``[c](sazina/z.md)'

make_site
sed -i "s,^id: places/riga,id: 'places/riga',; s,^aliases: .*,aliases: [/veca/\, /sazina/z]," content/lv/sazina/zvani.md
"$tilts" hash --write content/ru/sazina/zvani.md >/dev/null
git commit -qam quoted
is "a quoted parameter" "$("$tilts" move places/riga places/r 2>&1 >/dev/null; grep '^id' content/lv/sazina/zvani.md)" \
	"id: 'places/r'"
is "an alias without its slash" "$("$tilts" move lv/sazina/zvani lv/sazina/z 2>&1 >/dev/null; grep ^aliases content/lv/sazina/z.md)" \
	"aliases: [/veca/, /sazina/zvani/]"
clean "an alias without its slash" 14

# A translation that fell behind stays so; what else names a page follows; lines of Windows keep their ends.
make_site
sed -i 's/^\[Saziņa\]/Jauns. &/; s,^aliases: .*,aliases:\n  - /veca/\n  - /vecaka/,' content/lv/sazina/zvani.md
sed -i 's/$/\r/' content/lv/sazina/zvani.md
sed -i 's,"vietas/index"],&\,\n  "budgets": { "exempt": ["sazina/zvani"] },' content/site.json
sed -i 's,{ "answers",{ "pages": ["sazina/zvani"]\, "answers",' content/data/words/zvans.json
git commit -qam behind
behind=$(grep source_hash content/ru/sazina/zvani.md)
is "a page that a translation fell behind of" "$("$tilts" move lv/sazina/zvani lv/sazina/z 2>&1 >/dev/null)" ""
is "the translation is behind still" "$(grep source_hash content/ru/sazina/z.md)" "$behind"
is "what is exempt from budgets follows" "$(grep -c '"exempt": \["sazina/z"\]' content/site.json)" 1
is "and pages of a record" "$(grep -c '"pages": \["sazina/z"\]' content/data/words/zvans.json)" 1
is "lines of Windows" "$(sed -n '4,7p' content/lv/sazina/z.md | tr '\r\n' '~ ')" \
	"aliases:~   - /veca/~   - /vecaka/~   - /sazina/zvani/~ "

# A section whose name another's begins with.
make_site
page lv/sazina-2/index.md Otra <<-'END'
	[Zvani](../sazina/zvani.md)
END
printf '\n[2](sazina-2/index.md)\n' >>content/lv/index.md
git add -A && git commit -qm alike && "$tilts" build --now 2026-11-22 >/dev/null 2>&1
is "a folder whose name begins another's" "$("$tilts" move lv/sazina lv/sazina-3 2>&1 >/dev/null)" ""
is "and the other stays where it is" "$(ls content/lv | tr '\n' ' ')$(what_changed | grep -c 'sazina-2')" "index.md sazina-2 sazina-3 vietas 0"
like "its link follows" "$(cat content/lv/sazina-2/index.md)" '[[]Zvani](../sazina-3/zvani.md)'

# --- old addresses that stand there already: what they are written like stays --------------------

make_site
sed -i 's,^aliases: .*,aliases:\n  # no plakāta\n  - /veca/\n  - /sazina/z/\n  # no bukleta\n  - "/vecaka/",' content/lv/sazina/zvani.md
sed -i 's,"vietas/index"],&\,\n  "redirects": { "/a/*":  "/vietas/riga/*"\, "/b/": "/vietas/" },' content/site.json
git commit -qam aliases
"$tilts" move lv/sazina/zvani lv/sazina/z >out
is "a page takes an alias back: its line alone goes" "$(what_changed | grep '^.  [-#]\|^.alias\|redir')" \
	'-  - /sazina/z/
+  - /sazina/zvani/'
is "site.json is not said to change" "$(grep -c site.json out; rm out)" 0
clean "a page takes an alias back" 14
git commit -qam moved
"$tilts" move places/riga places/r >/dev/null
is "redirects in one line stay in one" "$(what_changed | grep '/b/')" \
	'-  "redirects": { "/a/*":  "/vietas/riga/*", "/b/": "/vietas/" }
+  "redirects": { "/a/*":  "/vietas/r/*", "/b/": "/vietas/", "/vietas/riga/*": "/vietas/r/*", "/ru/vietas/riga/*": "/ru/vietas/r/*" }'
clean "redirects in one line" 14
git commit -qam moved
"$tilts" move places/r places/riga >/dev/null
is "and back" "$(what_changed | grep '/b/')" \
	'-  "redirects": { "/a/*":  "/vietas/r/*", "/b/": "/vietas/", "/vietas/riga/*": "/vietas/r/*", "/ru/vietas/riga/*": "/ru/vietas/r/*" }
+  "redirects": { "/a/*":  "/vietas/riga/*", "/b/": "/vietas/", "/vietas/r/*": "/vietas/riga/*", "/ru/vietas/r/*": "/ru/vietas/riga/*" }'
clean "and back" 14

# --- code ----------------------------------------------------------------------------------------

make_site
cat >>content/lv/index.md <<-'END'
	```x``` is code, and so is

	````
	```
	[nav](sazina/zvani.md)
	```
	[nav](sazina/zvani.md)
	````
	~~~
	```
	[nav](sazina/zvani.md)
	~~~
	[ir](sazina/zvani.md)

	- ```
	  [nav](sazina/zvani.md)
	  ```

	[ir](sazina/zvani.md)
END
git commit -qam code
"$tilts" move lv/sazina/zvani lv/sazina/z >/dev/null
is "links in code stay" "$(grep -o '\[[a-z]*\](.*)' content/lv/index.md | tr '\n' ' ')" \
	"[nav](sazina/zvani.md) [nav](sazina/zvani.md) [nav](sazina/zvani.md) [ir](sazina/z.md) [nav](sazina/zvani.md) [ir](sazina/z.md) "

# --- names in another Unicode form, as a Mac stores them ------------------------------------------

make_site
nfd=$(printf 'tiks\314\214ana\314\204s') nfc=$(printf 'tik\305\241an\304\201s')
page "lv/sazina/$nfd.md" Tikšanās <<-END
	[Plāns](../../media/$nfc.pdf), [zvani](zvani.md)
END
mv "content/media/mans fails.pdf" "content/media/$nfd.pdf"
sed -i "s/mans fails/$nfd/; s/mans%20fails/$nfc/; s,\\[Zvani\\],[Tik](../sazina/$nfc.md) &," content/lv/sazina/index.md
sed -i "s,sazina/index,sazina/$nfc," content/site.json
"$tilts" hash --write content/ru/sazina/index.md >/dev/null
git add -A && git commit -qm names && "$tilts" build --now 2026-11-22 >/dev/null 2>&1
is "a composed name finds the page" "$("$tilts" move "lv/sazina/$nfc" "lv/sazina/satik$nfd.md" 2>&1 >/dev/null)" ""
is "and what names it follows" "$(what_changed | sed "s/$nfd/NFD/g; s/$nfc/NFC/g" | grep -v '_hash\|^rename')" \
	'-[Tik](../sazina/NFC.md) [Zvani](zvani.md), [daļa](zvani.md#dala "Zvani"), [vēl](<zvani.md>), [no augšas](/sazina/zvani/#dala).
+[Tik](satikNFC.md) [Zvani](zvani.md), [daļa](zvani.md#dala "Zvani"), [vēl](<zvani.md>), [no augšas](/sazina/zvani/#dala).
+aliases: [/sazina/tiksanas/]
-  "menu": ["sazina/NFC", "vietas/index"]
+  "menu": ["sazina/satikNFC", "vietas/index"],
+  "redirects": {
+    "/ru/svyaz/tiksanas/*": "/ru/svyaz/satiktiksanas/*"
+  }'
is "under a composed name" "$(ls content/lv/sazina | grep sat)" "satik$nfc.md"
git add -A && git commit -qm names
is "a file as well" "$("$tilts" move "media/$nfd.pdf" media/plans.pdf 2>&1 >/dev/null)" ""
is "with its links" "$(what_changed | grep -c '^+.*plans.pdf')" 2
clean "names" 16
git commit -qm names
is "a name of another page is taken" \
	"$("$tilts" move lv/sazina/zvani "lv/sazina/satik$nfd" 2>&1 | grep -c 'something already')" 1

make_site
chmod 600 "content/media/mans fails.pdf" content/lv/sazina/index.md && chmod 664 content/lv/sazina/zvani.md
"$tilts" move "media/mans fails.pdf" media/a/b/fails.pdf >/dev/null 2>&1
"$tilts" move lv/sazina/zvani lv/sazina/z >/dev/null 2>&1
is "files keep their mode" "$(stat -c %a content/media/a/b/fails.pdf content/lv/sazina/index.md content/lv/sazina/z.md | tr '\n' ' ')" \
	"600 600 664 "

# --- what can't be: nothing is touched ----------------------------------------------------------------

make_site
refused() {
	name=$1 status=$2 why=$3
	shift 3
	"$tilts" move "$@" >out 2>err
	is "$name: status" "$?" "$status"
	like "$name: why" "$(cat err)" "$why"
	rm -f out err
	is "$name: nothing is touched" "$(git status --short)$(ls -A content | grep '^\.')" ""
}
refused "no such page" 2 "did you mean 'lv/sazina/zvani'?" lv/sazina/zvanu lv/x
refused "there is one" 2 "there is something already" lv/sazina/zvani lv/vietas
refused "another language" 2 "the same language" lv/sazina/zvani ru/sazina/zvani2
refused "outside" 2 "no path of a page" lv/sazina/zvani lv/../../x
refused "into itself" 2 "can't go into itself" lv/sazina lv/sazina/x
refused "a section's page" 2 "move the folder" lv/sazina/index.md lv/x
refused "a folder that is not there" 1 "no index.md" lv/sazina/zvani lv/nav/zvani
refused "an address that is taken" 1 "which is taken" lv/sazina/zvani lv/vietas/riga
refused "another kind" 2 "among those of its kind" places/riga words/riga
refused "an odd id" 2 "a-z, 0-9" places/riga places/Rīga
refused "one word" 2 "from where to where" lv/x
mkdir ../outside && echo mine >../outside/n.pdf
cp "content/media/mans fails.pdf" content/media/n.pdf && mkdir content/media/tukss.pdf
ln -s ../../../outside content/media/out && ln -s ../../outside content/lv/out
ln -s nowhere content/media/gone.pdf && git add -A && git commit -qm links
refused "through a link" 2 "content/media/out: this is a link" media/n.pdf media/out/n.pdf
refused "through a link, to what is not there" 2 "content/media/out: this is a link" media/n.pdf media/out/new.pdf
refused "a page through a link" 2 "content/lv/out: this is a link" lv/sazina/zvani lv/out/zvani
refused "all languages through a link" 2 "content/lv/out: this is a link" lv/sazina/ lv/out/sazina
refused "below a file" 2 "content/media/n.pdf: this is" "media/mans fails.pdf" media/n.pdf/x.pdf
refused "without an ending" 2 "the new name has no ending" media/n.pdf media/veidlapa
refused "onto a link" 2 "content/media/gone.pdf: something stands here" media/n.pdf media/gone.pdf
refused "onto an empty folder" 2 "content/media/tukss.pdf: something stands" media/n.pdf media/tukss.pdf
is "what lies outside is as it was" "$(cat ../outside/* | tr '\n' ' ')" "mine "
git reset -q --hard HEAD~1
sed -i 's/zvani.md)/nav.md)/' content/lv/sazina/index.md && git commit -qam broken
refused "mistakes that are there" 1 "mend these first" lv/sazina/zvani lv/sazina/x
git revert --no-edit HEAD >/dev/null 2>&1

# Each change of a name fails once: all is as it was.
if strace -qq -o /dev/null true 2>/dev/null; then
	n=0 touched=
	while [ $((n += 1)) -lt 90 ] && ! strace -f -qq -o /dev/null -e trace=/^rename \
		-e inject=/^rename:error=EIO:when=$n "$tilts" move lv/sazina lv/kontakti >/dev/null 2>&1; do
		touched=$touched$(git status --short)$(ls -A content | grep '^\.')
	done
	ok "there were changes of names to fail" test "$n" -gt 8
	ok "and at last none fails" test -e content/lv/kontakti
	is "a name that can't be changed: nothing is touched" "$touched" ""
	git reset -q --hard && git clean -qfd content

	# Ctrl-C at each of them, and while the content is laid out: nothing has happened, or all.
	all=$("$tilts" move lv/sazina lv/kontakti >/dev/null && git add -A && git diff --cached | cksum)
	halves=
	for call in /^rename linkat; do
		for n in 1 2 3 5 8; do
			git reset -q --hard && git clean -qfd content
			strace -f -qq -o /dev/null -e trace=$call -e inject=$call:signal=INT:when=$n \
				"$tilts" move lv/sazina lv/kontakti >/dev/null 2>&1
			hidden=$(ls -A content | grep '^\.')
			git add -A
			case $(git diff --cached | cksum)$hidden in
			"$(: | cksum)" | "$all") ;;
			*) halves="$halves $call:$n" ;;
			esac
		done
	done
	is "a move that is interrupted: all or nothing" "$halves" ""
	git reset -q --hard && git clean -qfd content
else
	skip "a name that can't be changed" "no strace"
	skip "a move that is interrupted" "no strace"
fi

# A disk that takes no more: as it was.
if [ "$(id -u)" != 0 ]; then
	chmod a-w content/ru/sazina
	refused "a folder that can't be written" 3 "" lv/sazina/zvani lv/sazina/x
	chmod u+w content/ru/sazina
else
	skip "a folder that can't be written" "root writes everywhere"
fi

finish
