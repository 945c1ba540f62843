#!/usr/bin/env bash
# to-words 5.7.0 (npm): in Latvian and Russian, sums in words have forms that no number takes.
#
# Expected: in Latvian a number that ends in 1, but not in 11, takes the singular, and others the plural: "viens cents", "divdesmit viens
# cents", "vienpadsmit tūkstoši"; in Russian 2 to 4 have a form of their own, and thousands and kopecks are feminine: "две тысячи",
# "два рубля", "одна копейка" (CLDR, plural rules of lv and ru; ICU spells "две тысячи" by its rules of ru). The README says of the
# package that it converts numbers and currency into words, in these languages too.
#
# Seen: "viens centi", "divdesmit viens centi", "vienpadsmit tūkstotis", and a hundred alone is "Simtu", which is of another case and has
# a capital that no other number has. In Russian "Два Тысячи", "Два Рублей", "Один Копейка". No message.
#
# Who would notice: each reader of a form, a receipt or a contract that has its sum in words: it is what a child is put right for. The
# portal has sums in figures, and the messages of tilts have a form for each rule (src/messages/lv.po, ru.po).
. "${0%/*}/lib.sh"
npm_packages to-words@5.7.0

cat >words.mjs <<'JS'
import { ToWords } from "to-words"

const [, , localeCode, currency, ...numbers] = process.argv
const words = new ToWords({ localeCode })
for (const number of numbers) console.log(words.convert(Number(number), { currency: currency === "money" }))
JS
seen 'Latvian numbers' 'divi tūkstoši
vienpadsmit tūkstotis
Simtu
simtu viens' node words.mjs lv-LV - 2000 11000 100 101
seen 'Latvian sums' 'viens eiro un divi centi
viens eiro un viens centi
viens eiro un divdesmit viens centi' node words.mjs lv-LV money 1.02 1.01 1.21
seen 'Russian numbers' 'Одиннадцать Тысяч
Два Тысячи' node words.mjs ru-RU - 11000 2000
seen 'Russian sums' 'Два Рублей Только
Один Рубль И Один Копейка Только' node words.mjs ru-RU money 2 1.01
finish
