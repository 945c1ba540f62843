#!/bin/sh
# A portal that nobody has checked for a year: each page says so once, and no page of a
# prison says it above the number to call.
. "${0%/*}/lib.sh"

TILTS=${TILTS:-$root/build/tilts}
case $TILTS in /*) ;; *) TILTS=$root/$TILTS ;; esac
[ -x "$TILTS" ] || skip_all "make first"

day=$(($(cut -c 1-4 "$root/tests/pages/day") + 1))-12-01
ok 'the portal is built a year later' "$TILTS" build --source "$root/content" --templates "$root/templates" \
	--output public --now "$day"

# order FILE: whom to call and the notice, as they stand in it.
order() {
	grep -o 'id="jautat"\|class="notice late"' "$1" | sed 's/.*jautat.*/call/; s/.*late.*/late/' | tr '\n' ' '
}
for address in cietumi ru/uchrezhdeniya en/institutions; do
	for place in jelgavas-cietums rigas-centralcietums; do
		is "the notice stands once, below whom to call: $address/$place" "$(order "public/$address/$place/index.html")" 'call late '
	done
done
for sheet in lapa soli; do
	is "and once on what is printed or walked: $sheet" "$(order "public/cietumi/jelgavas-cietums/$sheet/index.html")" 'late '
done
is 'an organization has it once' "$(order public/palidziba/organizacijas/skalbes/index.html)" 'late '
is 'and a page' "$(order public/sazina/nauda/index.html)" 'late '

finish
