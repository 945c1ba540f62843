#!/bin/sh
# tilts init: a portal of another country or town begins with a page that builds clean.
. "${0%/*}/lib.sh"

tilts=$root/build/tilts
[ -x "$tilts" ] || skip_all "make build/tilts first"

"$tilts" init tartu --language et --country EE >out 2>&1
is "begun" "$?" 0
like "what comes next is said" "$(cat out)" "templates/strings/et.json"
cd tartu || exit 1
is "it builds without a word" "$("$tilts" build 2>&1 | sed 's/,.*//')" "public: 2 pages"
like "in its own language" "$(cat public/index.html)" '<html lang="et"'
like "which has its own name" "$(cat content/site.json)" '{"code": "et", "name": "Eesti", "path": ""}'
# seen: what a reader sees of the first page; what is hidden, with all that is in it, is not there.
seen() {
	perl -0777 -pe '1 while s/<(\w+)(?=[^>]*\shidden)[^>]*>(?:(?!<\1\b).)*?<\/\1>//gs;
		s/<(script|style)\b.*?<\/\1>//gs' public/index.html
}
is "no heading, map or list of its first page is empty" \
	"$(seen | perl -0777 -ne 'print "$&\n" while /(?:class="map"|callnow|<ul[^>]*>\s*<\/ul>)/g')" ""
is "no room of it is" "$(seen | perl -ne 'print "$1\n" while /id="(uzreiz|palidziba|sadalas)"|class="(?:langs|call|menu)"/g')" ""
is "one language" "$(ls content templates/strings | tr '\n' ' ')" \
	"content: README.md data et site.json  templates/strings: et.json "
is "the kinds are those of the portal" "$(ls content/data | grep -v json | tr '\n' ' ')" \
	"$(ls "$root/content/data" | grep -vE 'README|json' | tr '\n' ' ')"
like "their notes are in the language of the texts" "$(cat content/data/events/schema.json)" '"title": "Event"'
like "editors of other languages have theirs" "$(cat content/data/schema.ru.json)" '"Event": "Мероприятие"'
is "which languages" "$(ls content/data | grep json | tr '\n' ' ')" "schema.lv.json schema.ru.json "
like "its clocks are the country's" "$(cat content/site.json)" '"timezone": "Europe/Tallinn"'
like "and that is said" "$(cat ../out)" "its clocks go as in Europe/Tallinn"
"$tilts" new schedules viru >/dev/null
is "hours that are begun name no clocks of another country" "$(grep -c Riga content/data/schedules/viru.json)" 0
rm content/data/schedules/viru.json
is "the drafts build as well" "$("$tilts" check --drafts 2>&1 | grep -c 'no errors')" 1
is "and are not published" "$(ls public | grep -c sazina)" 0

sed -i '/^draft/d' content/et/sazina/index.md content/et/sazina/zvani.md
like "a draft that is finished is a page" "$("$tilts" build 2>&1)" "public: 4 pages"
is "at the address that its title gives" "$([ -f public/contact-and-visits/calls/index.html ] && echo yes)" yes

sed -i '/^draft/d' content/et/meklet.md content/et/raditajs.md
is "so are search and the index of words" "$("$tilts" build 2>&1 | sed 's/,.*//')" "public: 6 pages"
like "what is searched is there" "$("$tilts" search calls)" "/contact-and-visits/calls/"
ok "and the browser finds its index" test -s public/search/et/index.txt
like "the index of words is no text" "$(cat public/index-of-words/index.html)" 'href="/contact-and-visits/calls/"'

mkdir -p content/data/helplines
cat >content/data/helplines/abi.json <<-'END'
{ "name": "Abi", "number": "+372 5551234" }
END
is "phones of the country are no foreign ones" "$("$tilts" check 2>&1 | grep -c 'phone-number')" 0

is "schemas know no country" "$(grep -rlE 'LV-|\^LV|"(min|max)imum": (55|59|2[09])\b' content/data)" ""
cd ..

# --- in the language that was asked for -----------------------------------------------------

# words FOLDER: what a reader of its pages sees or hears, without markup.
words() {
	find "$1" -name '*.html' -exec cat {} + | perl -CSD -0777 -pe '
		s/<(script|style)\b.*?<\/\1>/ /gs;
		s/\s(?:alt|title|aria-label|placeholder|name="description" content)="([^"]*)"/>$1</g;
		s/<[^>]*>/ /g'
}
export english='the|and|of|with|what|how|who|where|you|page|search|help|together|first'
# begin LANGUAGE SEARCHED FOUND: a portal of it, with no draft left.
begin() {
	"$tilts" init "in-$1" --language "$1" >out 2>&1
	cd "in-$1" || exit 1
	run "$tilts" check --drafts
	is "$1: the drafts have no mistakes" "$status$out$err" "034 pages, no errors"
	sed -i '/^draft: true$/d' content/"$1"/*.md content/"$1"/*/*.md
	run "$tilts" build
	is "$1: nor have its pages" "$status $(echo "$out$err" | sed 's/,.*//')" "0 public: 34 pages"
	like "$1: it is searched" "$("$tilts" search "$2")" "$3"
	words public >../words.$1
	cd ..
}
begin lv zvanīt /sazina-un-tiksanas/zvani/
like "lv: the time of Latvia" "$(cat in-lv/content/site.json)" '"timezone": "Europe/Riga"'
is "lv: a finished portal has its rooms" "$(cd in-lv && seen |
	perl -ne 'print "$1 " while /id="(uzreiz|palidziba|sadalas)"|class="langs"/g')" "uzreiz palidziba sadalas "
unlike "lv: nothing is said to be English" "$(cat out)" "English"
is "lv: the title" "$(sed -n 2p in-lv/content/site.json)" '  "title": "Kopā",'
begin ru звонок /svyaz-i-svidaniya/zvonki/
unlike "ru: nothing is said to be English" "$(cat out)" "English"
is "ru: the title" "$(sed -n 2p in-ru/content/site.json)" '  "title": "Вместе",'
begin en call /contact-and-visits/calls/
begin et call /contact-and-visits/calls/
like "a language without texts gets the English ones, and is told" "$(cat out)" \
	"the texts are English: tilts has none in 'et'"
for language in en et; do
	like "$language: pages speak English" "$(cat words.$language)" "What has changed"
done
is "lv: no English word" "$(perl -CSDA -ne 'print "$&\n" while /\b(?:$ENV{english})\b/gi' words.lv)" ""
is "ru: no word in Latin letters" "$(perl -CSDA -ne 'print "$&\n" while /\p{Latin}{2,}/g' words.ru)" ""
for language in en et ru; do
	is "$language: no word of its buttons and letters is Latvian" "$(grep -E \
		'ā|č|ē|ģ|ī|ķ|ļ|ņ|š|ū|ž|Labdien|Paldies' "in-$language/templates/strings/$language.json")" ""
done
"$tilts" init en-lv --language en --country LV >out 2>&1
like "in Latvia a letter is Latvian, whatever the portal's language" \
	"$(cat en-lv/templates/strings/en.json)" '"record": "Labdien!'
for language in lv ru; do
	is "$language: the same pages as in English" "$(grep -v '^#' "$root/src/start/$language/pages.txt" | cut -d'|' -f1,4)" \
		"$(grep -v '^#' "$root/src/start/en/pages.txt" | cut -d'|' -f1,4)"
done

# --- the guide for editors ------------------------------------------------------------------

# prose LANGUAGE: the guide without what is code in it.
prose() {
	perl -0777 -pe 's/^```.*?^```//gms; s/^    .*$//gm; s/`[^`]*`|\(\*\w+\*\)|http\S+//g' "in-$1/content/README.md"
}
for language in lv ru en et; do
	guide=in-$language/content/README.md
	is "$language: the guide names each page that is there, and no other" \
		"$(sed -n 's/^| `\(.*\.md\)` | .*/\1/p' "$guide" | sort)" \
		"$(cd "in-$language/content/$language" && find ./*/ ./*.md -name '*.md' ! -path ./index.md | sed 's,^\./,,' | sort)"
	is "$language: and commands that there are" "$(grep -oE '\btilts [a-z]+' "$guide" | sort -u | while read -r _ command; do
		"$tilts" help "$command" 2>&1 | grep 'unknown'; done)" ""
	is "$language: nothing of it is left to fill in" "$(grep -o '{[a-z]*}' "$guide")" ""
done
is "lv: its guide is Latvian" "$(prose lv | perl -CSDA -ne 'print "$&\n" while /\b(?:$ENV{english})\b/gi')" ""
is "ru: its guide is Russian" "$(prose ru | perl -CSDA -ne 'print "$&\n" while /\p{Latin}{2,}/g')" ""
# What it shows is done: a page, a record, and the page that shows the record.
cd in-en || exit 1
sed -n '/^```$/,/^```$/{/^```/d;p}' content/README.md >content/en/sazina/questions.md
sed -n 's/^    //p' content/README.md | sed -n '/^```@/,/^```$/p;/{phone:/p' >>content/en/sazina/questions.md
mkdir -p content/data/needs content/data/helplines
echo '{ "name": "Talk", "order": 1 }' >content/data/needs/talk.json
cat >content/data/helplines/night.json <<-'END'
	{ "name": "Night line", "description": "Somebody listens.", "number": "116123", "order": 1, "need": ["talk"],
	"checked_on": "2026-11-01", "check_by": "2027-02-01", "checked_how": "called", "overdue": "warn",
	"source": [{ "url": "https://example.org/", "date": null, "trust": "A" }] }
END
run "$tilts" build --now 2026-11-22
is "en: what the guide shows has no mistakes" "$status $(echo "$err" | grep error)" "0 "
like "en: and does what it says" "$(sed 's/<[^>]*>//g' public/contact-and-visits/questions/index.html)" "Call 116"
run "$tilts" move en/sazina/questions.md en/sazina/answers
is "en: the page gets another name" "$status" 0
cd ..

# --- an easy language -----------------------------------------------------------------------

"$tilts" init easy --language lv-simple >out 2>&1
unlike "an easy language gets no English texts" "$(cat out)" "English"
cd easy || exit 1
is "but those of its own" "$("$tilts" build 2>&1 | sed 's/,.*//')" "public: 2 pages"
like "on its pages too" "$(cat public/index.html)" "Lai kas jūs būtu"
like "and its country's time" "$(cat content/site.json)" '"timezone": "Europe/Riga"'
cd ..

# --- the time zone --------------------------------------------------------------------------

# zone TZ WORD…: that of a portal begun there.
zone() (
	export TZ="$1"
	shift
	"$tilts" init zone "$@" >zone.out 2>&1
	sed -n 's/.*"timezone": "\(.*\)",/\1/p' zone/content/site.json
	rm -rf zone
)
is "a language of many countries: the machine's" "$(zone Europe/Vilnius --language ru)" Europe/Vilnius
is "a machine of no place" "$(zone UTC --language ru)" Etc/UTC
like "is told" "$(cat zone.out)" "its time zone is not known"
is "a country's only one, wherever it is begun" "$(zone Europe/Vilnius --language ru --country lv)" Europe/Riga
is "of a country with several the machine's" "$(zone Asia/Omsk --language ru --country RU)" Asia/Omsk
is "but no other country's" "$(zone Europe/Vilnius --language ru --country RU)" Etc/UTC

# --- records of another country -----------------------------------------------------------

"$tilts" init kaunas --language lt --country lt >out 2>&1
cd kaunas/content/data || exit 1
mkdir -p provider-types towns regions locations organizations schedules holidays
checked='"checked_on": "2026-11-01", "check_by": "2027-11-01", "checked_how": "skaityta",
	"overdue": "warn", "source": [{ "url": "https://example.org/", "date": null, "trust": "A" }]'
address='"city": "Kaunas", "country": "LT", "address_type": "physical"'
echo '{ "name": "Kaunas", "latitude": 54.9, "longitude": 23.9, "label": "below" }' >towns/kaunas.json
echo '{ "name": "Kaunas", "order": 1 }' >regions/kaunas.json
echo '{ "name": "Valstybė", "order": 1 }' >provider-types/state.json
cat >organizations/tarnyba.json <<-END
	{ "name": "Tarnyba", "provider_type": "state", "status": "active", "email": null, "website": null,
	"description": "Tarnyba.", "hours": null, "languages": null, $checked,
	"phones": [{ "number": "+370 37123456", "type": "voice" }],
	"addresses": [{ "address_1": "Gatvė 1", "postal_code": "LT-44280", $address }],
	"bank_account": { "payee": "Tarnyba", "bank": "Bankas", "iban": "LT121000011101001000", "confirmed_on": null } }
END
cat >locations/kaunas.json <<-END
	{ "name": "Kauno kalėjimas", "location_type": "physical", "organization": "tarnyba", "region": "kaunas",
	"town": "kaunas", "status": "open", "latitude": 54.9, "longitude": 23.9, $checked,
	"addresses": [{ "address_1": "Gatvė 2", "postal_code": "44280", $address }],
	"phones": [{ "number": "+370 37 123456", "type": "voice" }] }
END
cat >schedules/kaunas.json <<-END
	{ "name": "Pasimatymas", "location": "kaunas", "visit_type": "long", "timezone": "Europe/Vilnius",
	"valid_from": null, "valid_to": null, "on_holidays": "closed", "exceptions": [], $checked,
	"regular": [{ "byday": "MO,TU,WE,TH,FR", "opens_at": "09:00", "closes_at": "17:00" }] }
END
echo "{ \"date\": \"2026-11-20\", \"sort\": \"public\", $checked }" >holidays/diena.json
cd ../..
run "$tilts" check --now 2026-11-16
is "its codes, phones, accounts and places are no mistakes" "$(echo "$err" | grep -E 'error|warning')" ""
# Accounts have 15 characters in Norway, 31 in Malta and 34 at most; no country has longer ones, nor another's code.
account() {
	sed -i "s/\"iban\": \"[^\"]*\"/\"iban\": \"$1\"/" content/data/organizations/tarnyba.json
	"$tilts" check --now 2026-11-16 2>&1 | grep -c "error: .*\[schema-"
}
is "the shortest account" "$(account LT8601111794701)" 0
is "and the longest" "$(account LT84MALT011000012345MTLCAST001S012)" 0
is "one that is too short is none" "$(account LT860111179470)" 1
is "nor is one that is too long" "$(account LT84MALT011000012345MTLCAST001S0123)" 1
is "nor another country's" "$(account LV80BANK0000435195001)" 1
account LT121000011101001000 >/dev/null
mkdir content/lt/vietos
printf -- '---\ntitle: Vietos\ndescription: Visos vietos.\nrecords: locations\n---\nVietos.\n' >content/lt/vietos/index.md
run "$tilts" build --now 2026-11-16
# day DATE: its line in the list of the next days.
day() {
	sed -n "/data-day=\"2026-11-$1\"/,/<\/li>/p" public/vietos/kaunas/index.html | sed 's/<[^>]*>//g'
}
like "a holiday of Latvia is a day like others" "$(day 18)" "9:00"
unlike "a day that a record makes a holiday is none" "$(day 20)" "9:00"
like "and is named" "$(day 20)" "public holiday"
page=$(cat public/vietos/kaunas/index.html)
like "the letter to a prison is in the portal's first language" "$page" \
	'<blockquote class="ask-text" data-search="words" lang="lt">A question about: Kauno kalėjimas.'
unlike "nothing of it is Latvian" "$page" 'lang="lv"'
like "its phone stands as it was written" "$page" "<b>+370 37 123456</b>"
cd ..

"$tilts" init tartu >out 2>&1
is "nothing is written over" "$?" 2
like "and that is said" "$(cat out)" "begins in a new one"
for code in data media Eesti; do
	is "$code is no language" "$("$tilts" init x --language $code 2>&1) $(ls -d x 2>&1 | grep -c '^x$')" \
		"tilts init: '$code' is no code of a language 0"
done

# What came with the program can't be read: said, with the file's name.
mkdir prefix && cp "$tilts" prefix/ && cp -r "${tilts%/*}/templates" "${tilts%/*}/schemas" "${tilts%/*}/said" "${tilts%/*}/start" prefix/
ln -s nowhere prefix/templates/lost.html
prefix/tilts init y >out 2>&1
is "a file that can't be read: status" "$?" 3
like "and which it is" "$(cat out)" "tilts init: templates/lost.html: "

mkdir alone && cp -L "$tilts" alone/tilts
alone/tilts init z >out 2>&1
is "a program that was copied alone: status" "$?" 3
like "and what it lacks" "$(cat out)" "copied without the files"
ok "and no folder is left behind" test ! -e z

for words in "" "a b" "x --language Eesti" "x --country Eesti"; do
	"$tilts" init $words >/dev/null 2>&1
	is "init $words" "$?" 2
done
"$tilts" init x --country Eesti >out 2>&1
like "a country that is none is named, not the folder" "$(cat out)" "--country wants two letters"

finish
