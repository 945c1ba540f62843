#!/usr/bin/env bash
# liblouis 3.24.0 (Debian): in Latvian braille a house number 12a is 121.
#
# Expected: two texts that are read differently are written differently. In braille the figures are the
# letters a to j behind a sign for numbers, so a letter a to j right behind a figure needs a sign that
# ends the number (liblouis manual, opcode "nonumsign"). The Russian table of the same package has
# one, and so has the English one.
#
# Seen: "12a" and "121" are the same cells, and so are "5b" and "52". "12k" and "12A" are right: k is no
# figure, and the sign for a capital stands between.
#
# Who would notice: a blind mother who reads an address on her display, or on paper, and goes to another
# house. The portal has house numbers as their owners write them
# ("2a", content/lv/palidziba/lietas.md), with a telephone to ask before one goes.
. "${0%/*}/lib.sh"
debian liblouis-bin=3.24.0-1 liblouis20=3.24.0-1 liblouis-data=3.24.0-1
export LOUIS_TABLEPATH=$there/usr/share/liblouis/tables

cells() { # by which table; the texts
	local table=$1
	shift
	printf '%s\n' "$@" | lou_translate --forward "unicode.dis,$table"
}

seen 'Latvian: 121 and 12a' '⠼⠁⠃⠁
⠼⠁⠃⠁' cells lv.tbl 121 12a
seen 'Latvian: 52 and 5b' '⠼⠑⠃
⠼⠑⠃' cells lv.tbl 52 5b
seen 'Latvian: 12A and 12k' '⠼⠁⠃⠨⠁
⠼⠁⠃⠅' cells lv.tbl 12A 12k
seen 'Russian: 121 and 12а' '⠼⠁⠃⠁
⠼⠁⠃⠐⠁' cells ru-litbrl.ctb 121 12а
seen 'English: 121 and 12a' '⠼⠁⠃⠁
⠼⠁⠃⠰⠁' cells en-ueb-g1.ctb 121 12a
finish
