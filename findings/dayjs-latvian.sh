#!/usr/bin/env bash
# dayjs 1.11.23 (npm): in Latvian, "in 21 minutes" is wrong, and so is all that ends in 1.
#
# Expected: a number that ends in 1, but not in 11, takes the singular in Latvian (CLDR, plural rules
# of lv: "one"): "pēc 21 minūtes", "pirms 31 dienas", and "pēc 11 minūtēm". dayjs says that it has
# the API of Moment; moment says so, and dayjs itself has the like in Russian.
#
# Seen: "pēc 21 minūtēm", "pirms 21 dienām", "pēc 21 gadiem": but for 1 it is always the plural.
#
# Who would notice: each Latvian reader of "changed 21 days ago": it is what a child is put right
# for. tilts says days, not distances, on its pages; its messages have a form for each rule
# (src/messages/lv.po).
. "${0%/*}/lib.sh"
npm_packages dayjs@1.11.23 moment@2.30.1

# later PROGRAM LANGUAGE NUMBER UNIT, before …: the distance as it is said.
cat >say.cjs <<'JS'
const dayjs = require("dayjs")
const moment = require("moment")
for (const language of ["lv", "ru"]) {
	require(`dayjs/locale/${language}`)
	require(`moment/locale/${language}`)
}
dayjs.extend(require("dayjs/plugin/relativeTime"))

const [, , direction, name, language, number, unit] = process.argv
const program = { dayjs, moment }[name]
const now = program("2026-11-03T12:00:00").locale(language)
const then = program(now)[direction === "later" ? "add" : "subtract"](number, unit)
console.log(now.to(then))
JS
later() { node say.cjs later "$@"; }
before() { node say.cjs before "$@"; }

seen 'moment: 11 minutes' 'pēc 11 minūtēm' later moment lv 11 minute
seen 'moment: 21 minutes' 'pēc 21 minūtes' later moment lv 21 minute
seen 'dayjs: 11 minutes' 'pēc 11 minūtēm' later dayjs lv 11 minute
seen 'dayjs: 21 minutes' 'pēc 21 minūtēm' later dayjs lv 21 minute
seen 'dayjs: 21 days ago' 'pirms 21 dienām' before dayjs lv 21 day
seen 'dayjs: 21 years' 'pēc 21 gadiem' later dayjs lv 21 year
seen 'dayjs: 21 minutes in Russian' 'через 21 минуту' later dayjs ru 21 minute
finish
