#!/bin/sh
# Many mistakes of one kind in one text: so many are told, and no others are looked into. A mistake
# that keeps the site from being published is told however many warnings there are.
. "${0%/*}/lib.sh"

tilts=${TILTS:-$root/build/tilts}
[ -x "$tilts" ] || skip_all "make first"
cp -R "$root/tests/sites/common/." .
mkdir -p content/data/orgs
echo '{ "type": "object", "properties": { "text": { "type": "string", "x-text": true } } }' \
	>content/data/orgs/schema.json

# page NAME FORMAT: 300 lines of that format, each with a number of its own.
page() {
	printf -- '---\ntitle: %s\ndescription: Lapa %s.\n---\n' "$1" "$1" >"content/lv/$1.md"
	seq 0 299 | xargs printf "$2\n" >>"content/lv/$1.md"
}

# told NAME ID: how many messages of that kind a page has.
told() {
	echo "$err" | grep "^content/.*/$1" | grep -c "\[$2\]"
}

page pages '[lapa](nav-%03d.md)'
page files '![attēls](nav-%03d.png)'
page records '[ieraksts](record:orgs/nav-%03d)'
page bare 'Zvani 67000%03d.'
page linked '[zvani](tel:+37167000%03d)'
echo '[lapa](nav.md)' >>content/lv/linked.md
printf '{ "text": "%s" }\n' "$(seq 0 299 | xargs printf 'Zvani 67000%03d. ')" >content/data/orgs/viens.json

run bounded "$tilts" check --now 2026-11-22
is "status" "$status" 1
is "links to pages" "$(told pages link-missing)" 100
is "pictures" "$(told files image-missing)" 100
is "links to records" "$(told records link-missing)" 100
is "phones in a text" "$(told bare phone-lost)" 100
is "phones that are linked" "$(told linked phone-lost)" 100
is "an error behind them" "$(told linked link-missing)" 1
is "phones in a record" "$(told viens phone-lost)" 100

# --- what was meant -----------------------------------------------------------------

# Each of them is compared with all pages or records, so it is told for the first hundred of a file.
rm content/lv/[!i]*.md content/data/orgs/viens.json
page lapa-xyz 'Teikums %03d.'
echo '{ "text": "Teikums." }' >content/data/orgs/viens-xyz.json
page a '[lapa](/lapa-%03d/)'
page b '[lapa](/lapa-%03d/)'
page values 'Zvani {text:orgs/viens-%03d}.'
printf '{ "text": "%s" }\n' "$(seq 0 299 | xargs printf 'Zvani {text:orgs/viens-%03d}. ')" >content/data/orgs/cits.json

run bounded "$tilts" check --now 2026-11-22 --jobs 1
is "addresses: all are told" "$(told a link-missing) $(told b link-missing)" "300 300"
is "addresses: what was meant" "$(echo "$err" | grep -c "mean '/lapa-xyz/'")" 200
is "values: all are told" "$(told values quote) $(told cits quote)" "300 300"
is "values: what was meant" "$(echo "$err" | grep -c "mean 'viens-xyz'")" 200
said=$err
run bounded "$tilts" check --now 2026-11-22 --jobs 7
is "with more threads" "$err" "$said"

finish
