#!/usr/bin/env bash
# node-gettext 3.0.1 and vue3-gettext 4.0.1 (npm): which form of a translation is shown is not what its catalogue says.
#
# Expected: the header Plural-Forms of a catalogue says how many forms there are and which is for which
# number (GNU gettext manual, section 11.2.6 and "Header Entry"). Latvian has catalogues in two
# orders: one, more, none; and, as CLDR has it, none, one, more. Each says which it is, and msgfmt
# and the C library follow it. Both packages read catalogues with their headers.
#
# Seen: both have a rule of their own for the language, and the header is not asked. Of a catalogue in
# CLDR's order the form for none is said of 1 and 21, the form for one of 2, and the form for
# more, which most numbers need, of none at all. No message.
#
# Who would notice: each Latvian reader, as soon as the catalogue comes from a program that writes CLDR's
# order: "1 tikšanos", and nobody sees it in English. tilts' catalogues are read by the C library
# (src/messages/lv.po).
. "${0%/*}/lib.sh"
npm_packages node-gettext@3.0.1 gettext-parser@10.0.0 vue3-gettext@4.0.1 vue@3.5.45

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
finish
