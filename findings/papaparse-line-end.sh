#!/usr/bin/env bash
# papaparse 5.7.1 (npm): the line's end behind a short table decides where its columns are.
#
# Expected: a delimiter that is left blank is guessed (README: auto-detect), by how many columns each line has. The last
# line of a table may have a line's end or not (RFC 4180, section 2, rule 2), so the guess is the same. With
# semicolons each of the three lines has two columns. Spreadsheets write such tables where the comma is in
# numbers, as in Latvia (CLDR, the decimal sign of lv).
#
# Seen: without a line's end it is the semicolon. With one, the nothing behind it counts as a line of one column, and the
# comma is taken: "0,25;3,50" becomes "0", "25;3" and "50", with no error. From ten lines on, or with
# three columns, or with skipEmptyLines, it is right.
#
# Who would notice: a reader of a short table of prices that a page takes from an office; the same table, sent
# without its last line's end, is well. tilts writes tables with commas and quotes, as RFC 4180
# has it, and numbers with a point (src/feed/csv.c).
. "${0%/*}/lib.sh"
npm_packages papaparse@5.7.1

# parsed TEXT [SKIP]: the delimiter, the last full line, how many errors.
parsed() {
	node -e '
const [text, skip] = process.argv.slice(1)
const { data, meta, errors } = require("papaparse").parse(text, { skipEmptyLines: Boolean(skip) })
console.log(meta.delimiter, JSON.stringify(data[2]), errors.length)' "$@"
}

end='
'
two="from;to${end}0,25;3,50${end}1,20;4,10"
three="a;b;c${end}0,25;3,50;1,10${end}1,20;4,10;1,10"
seen 'without a line end' '; ["1,20","4,10"] 0' parsed "$two"
seen 'with one' ', ["1","20;4","10"] 0' parsed "$two$end"
seen 'with one, and empty lines skipped' '; ["1,20","4,10"] 0' parsed "$two$end" skip
seen 'three columns, with one' '; ["1,20","4,10","1,10"] 0' parsed "$three$end"
finish
