#!/usr/bin/env bash
# espeak-ng 1.51: its Latvian and Russian voices read a number in groups as two numbers.
#
# Expected: "34 970" is thirty-four thousand nine hundred and seventy: digits stand in groups of
# three with a space between (The International System of Units, section 5.4.4), in Latvian and
# Russian with one that does not break (CLDR, the group sign of lv and ru), as programs write
# numbers by the rules of these languages. The voices for German, Polish and Swedish read it so.
#
# Seen: in Latvian and in Russian it is "thirty-four, nine hundred and seventy", with a space of
# either kind. The word for thousand is there only when the digits stand together.
#
# Who would notice: a blind mother who hears a figure that is on the screen, but not for her. A
# telephone in groups, "116 123", is read well for the same reason. tilts keeps the groups, which the
# eye needs (src/locale/format.c).
. "${0%/*}/lib.sh"
espeak
# same VOICE TEXT TEXT: are both read alike?
same() {
	[ "$(spoken "$1" "$2" | tr -d ' _!\n')" = "$(spoken "$1" "$3" | tr -d ' _!\n')" ] && echo alike || echo 'not alike'
}

nobreak=$(printf '34\302\240970')
for voice in de pl sv; do
	seen "$voice: in groups and not" alike same "$voice" '34 970' 34970
done
for voice in lv ru; do
	seen "$voice: in groups and not" 'not alike' same "$voice" '34 970' 34970
	seen "$voice: with a space that does not break" 'not alike' same "$voice" "$nobreak" 34970
	seen "$voice: as two numbers" alike same "$voice" '34 970' '34, 970'
done
finish
