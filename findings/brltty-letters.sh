#!/usr/bin/env bash
# BRLTTY 6.5 (Debian): on a braille display in Latvian, "š" is "ē", and figures are letters.
#
# Expected: two letters of one alphabet are two signs. In Latvian braille "š" has the dots 2346 and "ē" 156: liblouis has both
# so in Lv-Lv-g1.utb, and BRLTTY's table says that it was converted from a table of liblouis. A text table gives each character
# one cell, so a figure, which in braille is a letter behind a sign for numbers, needs another cell than the letter: the tables
# of Lithuanian, Estonian and Polish add dot 8, that of Russian has figures in the lower part of the cell.
#
# Seen: with the table "lv", "š" has the dots of "ē", and "ž" those that "š" should have. The figures 1 to 0 have the cells of
# the letters a to j, with nothing before them, and so "112" is "aab". "u" is a stroke. Capitals are small letters.
#
# Who would notice: a blind mother who reads a telephone on her display: it is a word, and whether "5b" is "eb" or "52" she has
# to guess; "šeit" (here) is no word. The portal says beside each telephone whose it is (templates/parts/helpline.html), which
# tells a number from a word.
. "${0%/*}/lib.sh"
debian brltty=6.5-7+deb12u1 liblouis-data=3.24.0-1

# cells TABLE TEXT
cells() { echo "$2" | brltty-trtxt -T "$there/etc/brltty/Text" -i "$there/etc/brltty/Text/$1.ttb"; }

seen 'letters that are one' '⠱⠱' cells lv šē
seen 'letters with marks' '⠡⠩⠱⠻⠪⠥⠧⠽⠱⠬⠮' cells lv āčēģīķļņšūž
seen 'figures and letters' '⠁⠁⠃⠁⠁⠃' cells lv '112aab'
seen 'figures and letters in Lithuanian' '⢁⢁⢃⠁⠁⠃' cells lt '112aab'
seen 'figures and letters in Russian' '⠂⠂⠆⢁⢁⢃' cells ru '112aab'
seen 'a letter and a stroke' '⠌⠌' cells lv u/
seen 'what liblouis has' 'lowercase \x0113 156
lowercase \x0161 2346' grep -oE '^lowercase .x(0113|0161) [0-9]+' usr/share/liblouis/tables/Lv-Lv-g1.utb
finish
