#!/usr/bin/env bash
# hyphen 1.14.1 (npm): soft hyphens are put into scripts and styles of a page, and into fields that are sent.
#
# Expected: "processor will automaticly skip HTML tags hyphenation", the README says of hyphenateHTML(). What stands in a
# <script> or <style> is no text of the page but raw text for others (HTML Living Standard, "Elements": raw text
# elements), data such as JSON-LD too; and what stands in a <textarea> is the value that is sent.
#
# Seen: all of them get soft hyphens. The name in JSON-LD is another word for who compares it, a rule of a style is for a
# class that the page does not have, since attributes keep theirs, and the value of the field has signs that nobody
# typed. So has <code>. Names and values of attributes stay as they are.
#
# Who would notice: a search engine that reads the name of an office from the page, and a reader whose page lost a style.
# tilts leaves hyphens to the browser, by the language of the text (templates/assets/portal.css).
. "${0%/*}/lib.sh"
npm_packages hyphen@1.14.1

# hyphenated HTML: by the Latvian patterns, with a bar for a soft hyphen.
hyphenated() {
	node -e 'console.log(require("hyphen/lv").hyphenateHTMLSync(process.argv[1], { hyphenChar: "|" }))' "$1"
}

seen 'a text' '<p title="pārvalde">pār|val|de</p>' hyphenated '<p title="pārvalde">pārvalde</p>'
seen 'data' '<script type="application/ld+json">{"name":"Pār|val|de"}</script>' \
	hyphenated '<script type="application/ld+json">{"name":"Pārvalde"}</script>'
seen 'a style' '<style>.sa|vie|no|jums{co|lor:red}</style><p class="savienojums">a</p>' \
	hyphenated '<style>.savienojums{color:red}</style><p class="savienojums">a</p>'
seen 'a value that is sent' '<textarea>pār|val|de</textarea>' hyphenated '<textarea>pārvalde</textarea>'
finish
