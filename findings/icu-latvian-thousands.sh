#!/usr/bin/env bash
# ICU 72.1 (Debian 12): in Latvian words, 21 000 is written as a plural that its own plural rules do not allow.
#
# Expected: the rules that spell numbers and the plural rules of one language agree. ICU says of 21 that it takes the form of one
# (CLDR, plural rules of lv: a number that ends in 1, but not in 11), so that 21 000 is "divdesmit viens tūkstotis", as
# its Russian rules give "двадцать одна тысяча" and its Lithuanian ones "dvidešimt vienas tūkstantis".
#
# Seen: "divdesmit viens tūkstoši", "simt viens tūkstoši", "divdesmit viens miljoni". One thousand is "tūkstoš" behind a million
# too, where nobody says it so: 1 001 000 is "viens miljons tūkstoš".
#
# Who would notice: who signs a contract, a receipt or a power of attorney whose sum was put into words by a program on ICU: a notary asks
# for another one. The portal has sums in figures; of the thousand it uses the plural rules alone, in its messages
# (src/messages/lv.po).
. "${0%/*}/lib.sh"
debian libicu72=72.1-3+deb12u1 python3-icu=2.10.2-1+b3

spelled() { # locale, numbers
	/usr/bin/python3 -c '
import icu, sys
words = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(sys.argv[1]))
for number in sys.argv[2:]:
    print(words.format(int(number)))' "$@"
}
form() { # locale, numbers: the form that each takes
	/usr/bin/python3 -c '
import icu, sys
print(*[icu.PluralRules.forLocale(icu.Locale(sys.argv[1])).select(int(n)) for n in sys.argv[2:]])' "$@"
}

seen 'which form 11 and 21 take' 'zero one' form lv 11 21
seen 'thousands' 'vienpadsmit tūkstoši
divdesmit viens tūkstoši
simt viens tūkstoši' spelled lv 11000 21000 101000
seen 'millions' 'divdesmit viens miljoni' spelled lv 21000000
seen 'a thousand behind a million' 'viens miljons tūkstoš' spelled lv 1001000
seen 'Russian' 'двадцать одна тысяча' spelled ru 21000
seen 'Lithuanian' 'dvidešimt vienas tūkstantis' spelled lt 21000
finish
