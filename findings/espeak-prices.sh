#!/usr/bin/env bash
# espeak-ng 1.51: its Russian voice reads a price wrong: cents are tenths, and the euro is silent.
#
# Expected: "0,25 €" is twenty-five hundredths of a euro. The first figure behind the comma counts
# tenths, the second hundredths, and no voice should say "tenths" behind two. A sign of money
# is a word: the voice says "доллар" for "$", and other voices say the euro (Latvian "eiro").
#
# Seen: "0,25" is "ноль и два пять десятых", two and five tenths; "0,02" ends in "два десятых", which
# is 0,2. With one figure it is right. "5 €" is "five" and no more; "5 евро" is said.
#
# Who would notice: a blind mother who hears a wage or what a minute costs: another number, and of
# nothing. The portal has "евро" in letters (content/README.md asks editors for it); the cents stay
# as the eye needs them.
. "${0%/*}/lib.sh"
espeak

seen 'the word "tenths"' "d;is;'Atyx" spoken ru 'десятых'
seen 'five tenths' "n'ojl _:'i_: p;'jat;_d;Is;'AtYx" spoken ru '0,5'
seen 'twenty-five hundredths' "n'ojl _:'i_: dv'A p;'jat;_d;Is;'AtYx" spoken ru '0,25'
seen 'two hundredths' "n'ojl _:'i_: n'ojl dv'A_d;Is;'AtYx" spoken ru '0,02'
seen 'five dollars' "p;'jat; d'ollar" spoken ru '5 $'
seen 'five euros, in letters' "p;'jat; j'ev@-rV" spoken ru '5 евро'
seen 'five euros' "p;'jat;" spoken ru '5 €'
seen 'five euros, in Latvian' "p'ietsi_ 'eiRo:" spoken lv '5 €'
finish
