#!/bin/sh
# The booklet: the whole guide of each language as PDF, with pages that are
# numbered and contents that tell where. (That the sheets of the prisons are one
# page each is looked at with the other pages, in tests/pages.)
. "${0%/*}/lib.sh"

TILTS=${TILTS:-$root/build/tilts}
case $TILTS in /*) ;; *) TILTS=$root/$TILTS ;; esac
[ -x "$TILTS" ] || skip_all "make first"
for tool in pdfinfo pdftotext perl; do
	command -v $tool >/dev/null || skip_all "no $tool"
done
command -v chromium >/dev/null || command -v chromium-headless-shell >/dev/null || skip_all "no Chromium"

run "$root/src/booklet.sh" "$root/tests/sites/common" .
is 'a site without booklet is told so' "$status$err" \
	"1$root/tests/sites/common: no page is a booklet"
[ -n "${LONG-}" ] || {
	skip 'booklets are printed' 'takes a minute: make long'
	finish
}

ok 'the portal is built' "$TILTS" build --source "$root/content" --templates "$root/templates" \
	--output "$scratch/public" --now "$(cat "$root/tests/pages/day")"
run "$root/src/booklet.sh" public .
is 'booklets are printed' "$status" 0
for language in lv ru en; do
	like "there is one in $language" "$out" "booklet-$language.pdf: "
done

# number_in_contents TITLE; page_of TITLE: where its heading stands.
number_in_contents() {
	pdftotext -l 8 -layout booklet-lv.pdf - | sed -n "s/^ *[0-9.]* *$1 .* \([0-9][0-9]*\)$/\1/p" | head -n 1
}
page_of() {
	pdftotext booklet-lv.pdf - | awk -v title="$1" '
		BEGIN { RS = "\f" }
		$0 ~ "(^|\n)[0-9.]+ " title "\n" && NR > 6 { print NR; exit }'
}

for title in 'Zvani' 'Ja ir tālu' 'Kā pastāstīt bērnam' 'Privātums'; do
	number=$(number_in_contents "$title")
	is "the contents tell where '$title' is" "$number" "$(page_of "$title")"
done
# Of a chapter that filled its last sheet, the day of its check went on one of its own.
for language in lv ru en; do
	is "no sheet holds a single line beside its number: $language" "$(pdftotext "booklet-$language.pdf" - | awk '
		BEGIN { RS = "\f" }
		{ lines = 0; for (i = split($0, line, "\n"); i > 0; i--) lines += line[i] ~ /[^0-9[:space:]]/ }
		NR > 1 && lines == 1 { print "sheet " NR ": " line[1] }')" ''
done

like 'a page bears its number' "$(pdftotext -f 40 -l 40 booklet-lv.pdf - | tail -n 3)" 40

finish
