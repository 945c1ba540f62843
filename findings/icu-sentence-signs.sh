#!/usr/bin/env bash
# ICU 72.1 (Debian 12): a Latvian sentence ends behind "plkst." and "Nr.", though it is asked not to.
#
# Expected: who asks for sentences with `ss=standard` gets none that end behind a usual short form of the language (UTS #35,
# Unicode Sentence Break Suppressions Identifier): so it is in German, English and Russian. ICU knows Latvian else, and
# where it could not do what it is asked for, the call would fail.
#
# Seen: Latvian, Lithuanian, Estonian and Polish have no such list, and nothing fails: the breaks are those of nobody having
# asked. "Call at plkst. 9.00, Nr. 5." is three sentences. English, asked the same way, keeps the Latvian "Nr. 5"
# whole, as its list has that form.
#
# Who would notice: who has a page read aloud or translated a sentence at a time: the hour, and the number
# of a rule or a house, come behind a full stop, without what they are of. tilts cuts the sentences that its search shows by itself:
# a short piece, or one before a number or a small letter, goes on (src/search/sentence.c).
. "${0%/*}/lib.sh"
debian libicu72=72.1-3+deb12u1 python3-icu=2.10.2-1+b3

cut() { # locale, text: a sentence a line
	/usr/bin/python3 -c '
import icu, sys
sentences = icu.BreakIterator.createSentenceInstance(icu.Locale(sys.argv[1]))
sentences.setText(sys.argv[2])
begin = 0
for end in sentences:
    print(sys.argv[2][begin:end].strip())
    begin = end' "$@"
}
says() { # language: whether asking changes anything
	local text="plkst. 9, Nr. 5, ул. Матиса, д. 3, bzw. Mr. Smith, Dr. Meier, e.V. 3"
	[ "$(cut "$1" "$text")" = "$(cut "$1@ss=standard" "$text")" ] && echo "$1 as before" || echo "$1 otherwise"
}
languages() {
	local language
	for language in de en ru lv lt et pl; do says "$language"; done
}

seen 'Latvian' 'Zvaniet plkst.
9.00 vai Nr.
5.
Paldies.' cut lv@ss=standard 'Zvaniet plkst. 9.00 vai Nr. 5. Paldies.'
seen 'German' 'Um 9.00 Uhr bei Dr. Meier, Nr. 5.
Danke.' cut de@ss=standard 'Um 9.00 Uhr bei Dr. Meier, Nr. 5. Danke.'
seen 'Russian' 'Приходите на ул. Матиса.
Спасибо.' cut ru@ss=standard 'Приходите на ул. Матиса. Спасибо.'
seen 'which languages cut otherwise when they are asked' 'de otherwise
en otherwise
ru otherwise
lv as before
lt as before
et as before
pl as before' languages
finish
