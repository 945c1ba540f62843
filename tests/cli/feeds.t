#!/bin/sh
# Calendars, cards, feeds and open data of a made-up portal: parsers that are
# not ours read them, and they say what the records say.
. "${0%/*}/lib.sh"

tilts=${TILTS:-$root/build/tilts}
[ -x "$tilts" ] || skip_all "make first"
/usr/bin/python3 -c 'import icalendar, vobject, jsonschema' 2>/dev/null &&
	command -v xmllint >/dev/null ||
	skip_all "needs python3-icalendar, python3-vobject, python3-jsonschema and libxml2-utils"

portal=$root/tests/portal/build
check=$root/tests/feeds/check
ok "the portal builds" "$portal" site
ok "everything is valid" "$check" site

# event FILE UID: its lines, unfolded.
event() {
	tr -d '\r' <"$1" | sed -e ':a' -e 'N' -e '$!ba' -e 's/\n //g' |
		awk -v uid="UID:$2@portal.example" '
			/^BEGIN:VEVENT/ { text = "" }
			{ text = text $0 "\n" }
			/^END:VEVENT/ && index(text, uid "\n") { printf "%s", text }'
}

# --- calendars ----------------------------------------------------------------------

like "an event in local time" "$(event site/calendar.ics diena-vasara)" "DTSTART;TZID=Europe/Riga:20260613T110000
DTEND;TZID=Europe/Riga:20260613T153000"
like "a day's end is not included" "$(event site/calendar.ics diena-ziema)" "DTSTART;VALUE=DATE:20261231
DTEND;VALUE=DATE:20270103"
cancelled=$(event site/calendar.ics diena-atcelta)
like "a cancelled event stays" "$cancelled" "STATUS:CANCELLED"
like "and says so in its name" "$cancelled" "SUMMARY:Atceltā diena (atcelts)"
unlike "no end is made up" "$cancelled" DTEND
like "a postponed one is tentative" "$(event site/calendar.ics diena-atlikta)" "STATUS:TENTATIVE"
like "another zone becomes UTC" "$(event site/calendar.ics saruna-londona)" "DTSTART:20260701T170000Z"
like "stamps come from the content" "$(event site/calendar.ics diena-vasara)" "DTSTAMP:20260115T000000Z"
like "in English" "$(event site/en/calendar.ics diena-vasara)" "SUMMARY:Family day in summer"
like "a day in a text is written as the language does" "$(event site/calendar.ics diena-vasara)" \
	"Pieteikties līdz: 2026. gada 1. jūnijs"
like "and as English does" "$(event site/en/calendar.ics diena-vasara)" "Apply by: 1 June 2026"
like "one event alone" "$(event site/calendar/event/diena-vasara.ics diena-vasara)" "GEO:57.123456;24.500000"
place=site/calendar/piejuras-cietums.ics
like "a place's restrictions" "$(event $place gripa.restriction)" "DTSTART;VALUE=DATE:20260210
DTEND;VALUE=DATE:20260225"
like "why, and what to do then" "$(event $place gripa.restriction)" \
	"DESCRIPTION:Gripa <& vējbakas>.\\\\nZvaniet pirms braukšanas."
like "a closed day" "$(event $place piejura-isa.2026-06-23)" "DTSTART;VALUE=DATE:20260623"
like "a changed day" "$(event $place piejura-isa.hours)" "DTSTART;TZID=Europe/Riga:20260625T120000
DTEND;TZID=Europe/Riga:20260625T140000
RECURRENCE-ID;TZID=Europe/Riga:20260625T090000"
unlike "without a reason its text begins with no empty line" "$(event $place piejura-isa.hours)" "DESCRIPTION:\\\\n"
like "hours come again, until the last day they stand is over" "$(event $place piejura-isa.hours)" \
	"RRULE:FREQ=WEEKLY;UNTIL=20261229T215959Z;BYDAY=TU,TH"
like "and begin on the first day they stand, after a holiday" "$(event $place piejura-isa.hours)" \
	"DTSTART;TZID=Europe/Riga:20260106T090000"
unlike "so that the first is none that is left out" "$(event $place piejura-isa.hours)" "EXDATE;TZID=Europe/Riga:202601"
like "an empty calendar is one" "$(event site/calendar/kalnu-cietums.ics diena-ziema)" "Ziemas dienas"
ok "none for an easy variant" test ! -e site/viegli/calendar.ics
like "its pages lead to the original's" "$(cat site/viegli/index.html)" 'href="/izmeginajums/'
like "what is to be checked" "$(event site/data/review.ics services.saruna.check)" "DTSTART;VALUE=DATE:20270301"

# --- cards ------------------------------------------------------------------------------

card=$(tr -d '\r' <site/cards/locations/piejuras-cietums.vcf)
like "phones by task" "$card" "item1.TEL;TYPE=WORK,VOICE:+37160000004
item1.X-ABLabel:Pieteikšanās\\\\; tikšanās\\\\, sūtījumi"
like "the day of its check as the language writes it" "$(echo "$card" | sed -e ':a' -e 'N' -e '$!ba' -e 's/\n //g')" \
	"Pārbaudīts: 2026. gada "
like "a place stands under its own name" "$card" "N:Piejūras cietums;;;;
ORG:Izdomātā pārvalde"
like "an organization's name is no person's" "$(tr -d '\r' <site/cards/organizations/parvalde.vcf)" "
N:;;;;
ORG:Izdomātā pārvalde"
like "an address" "$card" "ADR;TYPE=WORK:;;Smilšu iela 3;Piejūra;Piejūras novads;LV-9999;LV"
ok "no card of what hides" test ! -e site/cards/organizations/nezinama.vcf

# --- open data ----------------------------------------------------------------------------

# id KIND NAME: of a list's item; field FILE NAME
id() {
	/usr/bin/python3 -c 'import json, sys
for item in json.load(open(f"site/data/hsds/{sys.argv[1]}.json"))["contents"]:
	if item["name"] == sys.argv[2]: print(item["id"])' "$@"
}
field() {
	/usr/bin/python3 -c 'import json, sys
print(json.load(open(sys.argv[1])).get(sys.argv[2]))' "$@"
}
service() {
	echo "site/data/hsds/services/$(id services "$1").json"
}
is "help that is there" "$(field "$(service 'Saruna pa tālruni')" status)" active
is "a pilot is active" "$(field "$(service Videozvans)" status)" active
like "and says what it is" "$(field "$(service Videozvans)" alert)" izmēģinājums
is "planned help is inactive" "$(field "$(service 'Autobuss ģimenēm')" status)" inactive
is "what has ended is defunct" "$(field "$(service 'Beidzies projekts')" status)" defunct
is "help abroad is left out" "$(id services 'Palīdzība ārzemēs')" ""
is "hidden help is left out" "$(id services Paslēptais)" ""
unlike "no phones of what hides" "$(cat site/data/hsds/phone.csv)" 60000009
unlike "no term that nothing uses" "$(cat site/data/hsds/taxonomy_term.csv)" unused
hours=$(cat site/data/hsds/schedule.csv)
like "winter hours" "$hours" '2026-01-15,2026-03-28,2,WEEKLY,"TU,TH",09:00+02:00,17:00+02:00'
like "summer hours" "$hours" '2026-03-29,2026-10-24,3,WEEKLY,"TU,TH",09:00+03:00,17:00+03:00'
is "a table with dangerous cells" "$(tr -d '\r' <site/data/formulas.csv | head -6)" "vards,skaits,dala,gads
'=1+1,1,12.5,2024
'+cmd|calc,-2,-0.5,2025
-3,0,,2025
'@SUM(A1),,100,2025
'-2+3,3,1,2025"
is "overdue facts" "$(field site/data/review.json overdue)" 3

# The reader of Data Packages by its makers: the descriptor is valid, each table is read,
# rows lead to rows.
tables() {
	node "$root/tests/feeds/datapackage.cjs" "$1/data/hsds/datapackage.json"
}
if command -v node >/dev/null && [ -d "$root/tests/node_modules/datapackage" ]; then
	tables=$(tables site)
	unlike "the Data Package has no mistake" "$tables" error
	is "all its tables are read" "$(echo "$tables" | sed 's/: [1-9][0-9]*$/.csv/' | sort)" \
		"$(cd site/data/hsds && ls -- *.csv | sort)"
	rm -rf bad && cp -r site bad && sed -i '2,$d' bad/data/hsds/organization.csv
	like "a row that leads nowhere is seen" "$(tables bad)" error:
	rm -rf bad && cp -r site bad && sed -i 's/,57\.[0-9]*,/,north,/' bad/data/hsds/location.csv
	like "a cell of another type is seen" "$(tables bad)" "error: location"
else
	skip "the Data Package" "make test-packages first"
fi

# --- pages: who names whom ------------------------------------------------------------------

while IFS='|' read -r name from to; do
	like "$name" "$(cat "site/$from/index.html")" "href=\"/izmeginajums/$to/\""
done <<END
from the event to its organizer|gimenes-dienas/diena-vasara|palidziba/organizacijas/piejuras-biedriba
from the organizer to its event|palidziba/organizacijas/piejuras-biedriba|gimenes-dienas/diena-vasara
from the event to its place|gimenes-dienas/diena-vasara|cietumi/piejuras-cietums
from the place to its event|cietumi/piejuras-cietums|gimenes-dienas/diena-vasara
from the place to who runs it|cietumi/piejuras-cietums|palidziba/organizacijas/parvalde
from who runs it to the place|palidziba/organizacijas/parvalde|cietumi/piejuras-cietums
from the help to who gives it|palidziba/pakalpojumi/saruna|palidziba/organizacijas/piejuras-biedriba
from who gives it to the help|palidziba/organizacijas/piejuras-biedriba|palidziba/pakalpojumi/saruna
END
hidden=$(cat site/palidziba/pakalpojumi/paslepts/index.html)
unlike "what hides leaves no empty tag" "$hidden" 'tag-"'
unlike "and no empty line" "$hidden" '<dd></dd>'
like "but one true thing" "$hidden" 'Šīs ziņas te vairs nerādām. Tās bija jāpārbauda līdz: <time datetime="2026-02-01">'
unlike "and not that nothing was found" "$hidden" 'Publiskos avotos neesam atraduši'
unlike "nor what it says of itself" "$hidden" 'Sen nav pārbaudīts'
like "an event of one day says the day once" "$(cat site/gimenes-dienas/diena-vasara/index.html)" \
	'jūnijs, 11.00</time> – <time datetime="2026-06-13T15:30">15.30</time>'
like "one that ends on another day says both" "$(cat site/gimenes-dienas/diena-parcelta/index.html)" \
	'septembris, 12.00</time> – <time datetime="2026-09-06T09:00">2026. gada 6. septembris, 9.00</time>'
like "a notice for all names its source by its host, not by the notice" "$(cat site/index.html)" \
	'<a href="https://source.example/notice" rel="noreferrer">source.example</a>'
like "the feed says the day once" "$(cat site/events.xml)" 'jūnijs 11.00 – 15.30'
like "phones follow the calendar of a place" "$(cat site/cietumi/piejuras-cietums/index.html)" \
	'href="webcal://portal.example/izmeginajums/calendar/piejuras-cietums.ics"'
like "who may come" "$(cat site/gimenes-dienas/diena-vasara/index.html)" '<li class="tag">Bērni</li>'
like "the day before it was moved" "$(cat site/gimenes-dienas/diena-parcelta/index.html)" \
	'<del><time datetime="2026-08-29T12:00">'
like "where to ask what is not known of it" "$(cat site/gimenes-dienas/diena-parcelta/index.html)" \
	'href="/izmeginajums/cietumi/piejuras-cietums/#jautat"'

# --- the same bytes -------------------------------------------------------------------------

"$portal" again --jobs 1 >/dev/null 2>&1
is "one thread gives the same bytes" "$(diff -rq site again 2>&1)" ""
"$portal" later --now 2026-03-02 >/dev/null 2>&1
is "on another day only pages and the review's date differ" \
	"$(diff -rq site later | grep -v '\.html differ$')" \
	"Files site/data/review.json and later/data/review.json differ"
is "of the review only its date" "$(diff site/data/review.json later/data/review.json | grep -c '^[<>]')" 2

# --- the checks check --------------------------------------------------------------------------

# spoiled NAME FILE SED: a site with that change must not pass.
spoiled() {
	rm -rf bad
	cp -r site bad
	sed -i "$3" "bad/$2"
	if "$check" bad >/dev/null 2>&1; then fail "$1"; else pass "$1"; fi
}
spoiled "a long line is found" calendar.ics 's/^SUMMARY:/SUMMARY:0123456789012345678901234567890123456789012345678901234567890123456789/'
spoiled "a lost zone is found" calendar.ics 's/^TZID:.*/TZID:Europe\/Paris\r/'
spoiled "a card without name is found" cards/helplines/112.vcf '/^FN/d'
spoiled "a formula is found" data/formulas.csv "s/'=/=/"
spoiled "a wrong cell is found" data/formulas.csv 's/^-3,0/-3,zero/'
spoiled "a broken reference is found" data/hsds/phone.csv '2s/,[0-9a-f]\{8\}-/,00000000-/'
spoiled "a wrong date of a feed is found" events.xml 's/<updated>.*</<updated>yesterday</'

finish
