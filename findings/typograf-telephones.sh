#!/usr/bin/env bash
# Typograf 7.8.0 (npm): a Latvian telephone gets the brackets and dashes of a Russian one, and digits that are no group.
#
# Expected: the README has it as a help that puts in spaces that do not break, mends small slips and brings quotation marks into
# their proper form. Which digits of a telephone belong together is a matter of its country, so one that is written in no known
# form stays as it is. A Latvian one has eight digits and no code of a town (ITU-T E.164 national numbering plan of Latvia), and
# the line for those in need has six, "116 123" (harmonised numbers of the EU, Decision 2007/116/EC).
#
# Seen: with the locale "ru" and its default rules, the digits behind "тел." or "телефон" are cut as a Russian number is, from
# the end: "67000001" and "67 000 001" are "(670-00) 0-01", as if it had a town's code of five digits; "116123" is "11-61-23".
# With +371 the space behind the country's code is gone. Of two in a row the first alone is changed. Numbers of four digits
# stay.
#
# Who would notice: a mother who reads Russian and writes the number down: is "670-00" to be dialled from Riga or not? And
# nobody finds "116 123" in "11-61-23". tilts shows a telephone as its record has it (src/base/phone.c), and no program goes
# over texts.
. "${0%/*}/lib.sh"
npm_packages typograf@7.8.0

cat >set.cjs <<'JS'
const Typograf = require("typograf")

const typograf = new Typograf({ locale: ["ru", "en-US"] })
for (const text of process.argv.slice(2)) console.log(typograf.execute(text).replaceAll("\u00a0", "_"))
JS

seen 'eight digits' 'Тел. (670-00)_0-01
телефон (670-00)_0-01' node set.cjs 'Тел. 67000001' 'телефон 67000001'
seen 'eight digits in groups' 'Тел. (670-00)_0-01' node set.cjs 'Тел. 67 000 001'
seen 'with +371' 'Тел. +37167000001' node set.cjs 'Тел. +371 67000001'
seen 'two in a row' 'тел. (670-00)_0-01, 67000002' node set.cjs 'тел. 67000001, 67000002'
seen 'six digits' 'тел. 11-61-23' node set.cjs 'тел. 116123'
seen 'four digits' 'Тел. 1188' node set.cjs 'Тел. 1188'
finish
