#!/bin/sh
# Bare addresses become links as GitHub's own program makes them: Debian's
# cmark-gfm is the oracle. Where tilts goes another way, that stands at the end.

. "${0%/*}/lib.sh"

tilts=${TILTS:-$root/build/tilts}
command -v cmark-gfm >/dev/null || skip_all "no cmark-gfm"

# links FILE: "address words" of each link, in order, without what keeps "x-y" on one line.
links() {
	sed 's/ rel="noreferrer"//g; s/<main>.*//; s/<span class="whole">\([^<]*\)<.span>/\1/g' "$1" |
		grep -o '<a href="[^"]*">[^<]*</a>' | sed 's/<a href="//; s/">/ /; s/<.a>$//'
}

# page TEXT: builds a site whose page is the file TEXT.
page() {
	cp -R "$root/tests/sites/common" site 2>/dev/null
	{
		printf -- '---\ntitle: A\ndescription: B.\n---\n'
		cat "$1"
	} >site/content/lv/index.md
	(cd site && "$tilts" build --now 2026-11-22) >said 2>&1
}

cat >text.md <<'END'
https://example.org un http://example.org/a_b_c/d.html, (https://example.org/x). Teksts.

www.example.org un www.example.org/a?b=c&d=e. (www.example.org/a_(b)) un www.example.org).

info@example.org, a.b+c-d_e@x-y.example.org. @z un a@b.c-.

**https://example.org** un *www.example.org* un [https://example.org](https://example.org/a) `https://example.org`

https://example.org/?a=1&hl; un https://example.org/a;

mailto:info@example.org un HTTPS://EXAMPLE.ORG un 1https://example.org un xwww.example.org

https://a_b.org un https://a_b.example.org un www.a_b.c un http://.x

<https://example.org> un https://example.org/a<b un https://example.org/"x"

https://example.org/a#b? https://example.org/a!.. https://example.org/a:8080/ https://example.org:8080/a

| a | b |
|---|---|
| https://example.org | info@example.org |

- https://example.org
- www.example.org/ā/b un https://piemērs.lv/x

## Virsraksts https://example.org/

ftp.example.org un http:/example.org un :// un a:b@c.lv
END
page text.md
ok "it is built" test -f site/public/index.html
cmark-gfm -e autolink -e table text.md >oracle.html
links oracle.html >wanted
links site/public/index.html >got
ok "there are links" test "$(wc -l <wanted)" -gt 30
ok "as cmark-gfm makes them" diff wanted got

# --- otherwise ---------------------------------------------------------------------

cat >text.md <<'END'
Lapa „https://example.org/a”, «https://example.org/c» un https://example.org/b – tā.

Raksta „info@example.org”.
END
page text.md
is "closing marks are no part of an address" \
	"$(links site/public/index.html)" \
	"https://example.org/a https://example.org/a
https://example.org/c https://example.org/c
https://example.org/b https://example.org/b
mailto:info@example.org info@example.org"

echo 'Adrese sākas ar www. un viss.' >text.md
page text.md
is "www. alone is no address" "$(links site/public/index.html)" ""

for address in https://localhost/a 'https://example.org"x"'; do
	echo "Lapa $address un viss." >text.md
	page text.md
	ok "an address that nobody can open is told: $address" grep -q 'link-address' said
done

for address in jānis@example.org a@@b.c 'info @b.lv' 'https:// b.lv' https//b.lv xhttps://b.lv; do
	echo "Lapa $address un viss." >text.md
	page text.md
	ok "what is nearly an address is told: $address" grep -q 'this is no .* address' said
done

echo "Lapa x@y un viss." >text.md
page text.md
ok "an address without an end is told, and published" grep -q 'warning: this e-mail address lacks its end' said

echo 'Lapa https://example.org/*a*/b un viss.' >text.md
page text.md
ok "an address that Markdown would cut is told" grep -q 'put the address between < and >' said

finish
