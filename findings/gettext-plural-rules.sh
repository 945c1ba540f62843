#!/usr/bin/env bash
# node-gettext 3.0.1, vue3-gettext 4.0.1, @lingui/format-po-gettext 5.9.0 and i18next-conv 16.0.0 (npm): which form of a translation is
# shown is not what its catalogue says; of ten days it says that there are none.
#
# Expected: which of msgstr[0], [1], [2] a number takes is what the catalogue's "Plural-Forms" says, a formula (GNU gettext manual,
# section 11.2.6 and "Header Entry"). Latvian has catalogues in two orders: one, more, none; and, as CLDR has it, "zero", one, more,
# where "zero" is for 0, 10 to 20, 30 and all that end in 0 (CLDR, plural rules of lv). So a text for "no days" is none of CLDR's
# three. Each catalogue says which it is, and msgfmt and the C library follow it. The first two read catalogues with their headers; the
# third reads "catalogs in Gettext PO format with gettext-style plurals", its README says, and the last converts "from gettext to
# i18next json format and vice versa".
#
# Seen: 1. node-gettext and vue3-gettext have a rule of their own for the language, and the header is not asked. Of a catalogue in CLDR's
# order the form for none is said of 1 and 21, the form for one of 2, and the form for more, which most numbers need, of none at all.
# 2. lingui and i18next-conv take the third for "zero": of 10, 11, 20 and 30 days there are none. By i18next-conv 2 to 9 have no text at
# all: the second form is gone, and the key is shown. The other way, i18next's three texts become a catalogue with the usual
# formula and in another order: of 2 days it has the text for none, and of none that for 2. No message of any.
#
# Who would notice: a mother who has ten days left to apply, and reads that she has none; nobody sees it in English. The catalogues of
# tilts are read by gettext itself, which works the formula out (src/messages/lv.po).
. "${0%/*}/lib.sh"
npm_packages node-gettext@3.0.1 gettext-parser@10.0.0 vue3-gettext@4.0.1 vue@3.5.45 @lingui/format-po-gettext@5.9.0 \
	i18next-conv@16.0.0 i18next@27.1.5 intl-messageformat@12.1.5

cat >forms.mjs <<'JS'
import { po } from "gettext-parser"
import NodeGettext from "node-gettext"
import { createGettext } from "vue3-gettext"

const [, , program, rule] = process.argv
const catalogue = po.parse(`msgid ""
msgstr ""
"Language: lv\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: ${rule}\\n"

msgid "visit"
msgid_plural "visits"
msgstr[0] "A"
msgstr[1] "B"
msgstr[2] "C"
`)
let said
if (program === "node-gettext") {
	const gettext = new NodeGettext()
	gettext.addTranslations("lv", "messages", catalogue)
	gettext.setLocale("lv")
	said = (number) => gettext.ngettext("visit", "visits", number)
} else {
	const forms = catalogue.translations[""].visit.msgstr
	const gettext = createGettext({ defaultLanguage: "lv", translations: { lv: { "": { "Plural-Forms": rule }, visit: forms } } })
	said = (number) => gettext.$ngettext("visit", "visits", number)
}
console.log([0, 1, 2, 21].map(said).join(" "))
JS
forms() { node forms.mjs "$@"; }

older='nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);'
cldr='nplurals=3; plural=(n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 && n%100!=11 ? 1 : 2);'
for program in node-gettext vue3-gettext; do
	seen "$program: one, more, none" 'C A B A' forms "$program" "$older"
	seen "$program: none, one, more" 'C A B A' forms "$program" "$cldr"
done

cat >lv.po <<'PO'
msgid ""
msgstr ""
"Language: lv\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);\n"

#. js-lingui:icu=%7Bcount%2C+plural%2C+one+%7Bvisit%7D+other+%7Bvisits%7D%7D&pluralize_on=count
msgid "visit"
msgid_plural "visits"
msgstr[0] "diena"
msgstr[1] "dienas"
msgstr[2] "nav dienu"
PO
cat >numbers.mjs <<'JS'
import { readFileSync } from "node:fs"
import { formatter } from "@lingui/format-po-gettext"
import i18next from "i18next"
import { gettextToI18next, i18nextToPo } from "i18next-conv"
import { IntlMessageFormat } from "intl-messageformat"

const catalogue = readFileSync("lv.po", "utf8")
const ways = {
	async gettext() {
		return (n) => ["diena", "dienas", "nav dienu"][n % 10 === 1 && n % 100 !== 11 ? 0 : n !== 0 ? 1 : 2]
	},
	async lingui() {
		const [{ translation }] = Object.values(formatter().parse(catalogue, { locale: "lv", sourceLocale: "en", filename: "lv.po" }))
		return (count) => new IntlMessageFormat(translation, "lv").format({ count })
	},
	async i18next() {
		const lv = JSON.parse(await gettextToI18next("lv", catalogue, { compatibilityJSON: "v4" }))
		await i18next.init({ lng: "lv", resources: { lv: { translation: lv } } })
		return (count) => i18next.t("visit", { count })
	},
}
const [, , name] = process.argv
if (name === "back") {
	const texts = { visit_zero: "for 0 and 10", visit_one: "for 1", visit_other: "for 2" }
	const po = await i18nextToPo("lv", JSON.stringify(texts), { compatibilityJSON: "v4" })
	console.log(String(po).match(/^msgstr\[.*$/gm).join("\n"))
} else {
	const text = await ways[name]()
	for (const n of [0, 1, 2, 10, 11, 20, 21, 30]) console.log(n, text(n))
}
JS
numbers() { node numbers.mjs "$1"; }

seen 'by the formula' '0 nav dienu
1 diena
2 dienas
10 dienas
11 dienas
20 dienas
21 diena
30 dienas' numbers gettext
seen 'by lingui' '0 nav dienu
1 diena
2 dienas
10 nav dienu
11 nav dienu
20 nav dienu
21 diena
30 nav dienu' numbers lingui
seen 'by i18next-conv' '0 nav dienu
1 diena
2 visit
10 nav dienu
11 nav dienu
20 nav dienu
21 diena
30 nav dienu' numbers i18next
seen 'from i18next to a catalogue' 'msgstr[0] "for 1"
msgstr[1] "for 0 and 10"
msgstr[2] "for 2"' numbers back
finish
