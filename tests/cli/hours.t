#!/bin/sh
# Visiting hours in a place's calendar: a parser that is not ours expands a year of
# it, and each day says what the place's page says of that day.
. "${0%/*}/lib.sh"

tilts=${TILTS:-$root/build/tilts}
[ -x "$tilts" ] || skip_all "make first"
/usr/bin/python3 -c 'import icalendar, vobject, dateutil' 2>/dev/null ||
	skip_all "needs python3-icalendar, python3-vobject and python3-dateutil"

# write PATH: what comes on standard input.
write() {
	mkdir -p "${1%/*}"
	cat >"$1"
}
private='<meta http-equiv="Content-Security-Policy" content="default-src '"'self'"'"><meta name="referrer" content="no-referrer">'

write content/site.json <<'EOF'
{ "title": "Vietne", "description": "Vietne.", "base_url": "https://portal.example", "timezone": "Europe/Riga",
  "languages": [{ "code": "lv", "name": "Latviešu", "path": "" }], "calendars": ["events"] }
EOF
write content/lv/index.md <<'EOF'
---
title: Sākums
description: Sākums.
---
EOF
write content/lv/vietas.md <<'EOF'
---
title: Vietas
description: Vietas.
records: locations
---
EOF
write content/data/events/schema.json <<'EOF'
{ "type": "object", "properties": { "name": { "x-text": true } } }
EOF
write content/data/locations/schema.json <<'EOF'
{ "type": "object", "properties": { "name": { "x-text": true } } }
EOF
write content/data/schedules/schema.json <<'EOF'
{ "type": "object", "properties": { "location": { "type": "string", "x-kind": "locations" },
  "visit_type": { "enum": ["isa", "gara", "video"] } } }
EOF
write content/data/restrictions/schema.json <<'EOF'
{ "type": "object", "properties": { "location": { "type": "string", "x-kind": "locations" } } }
EOF
write content/data/locations/riga.json <<'EOF'
{ "name": "Rīga" }
EOF
write content/data/schedules/isa.json <<'EOF'
{ "name": "Īsā", "location": "riga", "visit_type": "isa", "on_holidays": "closed", "valid_from": "2026-12-21",
  "timezone": "Europe/Riga", "regular": [
	{ "byday": "MO,WE,TH", "opens_at": "14:00", "closes_at": "16:00" },
	{ "byday": "SA", "opens_at": null, "closes_at": null },
	{ "byday": "SU", "opens_at": "00:30", "closes_at": "01:00" },
	{ "byday": "2TU,-1FR", "opens_at": "09:00", "closes_at": "10:00" } ],
  "exceptions": [
	{ "date": "2026-12-28", "status": "closed" },
	{ "date": "2026-12-23", "status": "changed", "opens_at": "12:00", "closes_at": "13:00" },
	{ "date": "2026-12-29", "status": "extra", "opens_at": "17:00", "closes_at": "18:00" },
	{ "date": "2027-02-06", "status": "extra", "opens_at": "17:00", "closes_at": "18:00" },
	{ "date": "2027-03-31", "status": "changed", "opens_at": "08:00", "closes_at": "09:00" },
	{ "date": "2027-03-31", "status": "changed", "opens_at": "19:00", "closes_at": "20:00" },
	{ "date": "2027-05-05", "status": "extra", "opens_at": "18:00", "closes_at": "19:00" },
	{ "date": "2027-06-15", "status": "changed", "opens_at": "10:00", "closes_at": "11:00" } ] }
EOF
write content/data/schedules/gara.json <<'EOF'
{ "name": "Garā", "location": "riga", "visit_type": "gara", "on_holidays": "unknown", "checked_on": "2026-12-21",
  "valid_to": "2027-10-31", "regular": [
	{ "byday": "MO,TU", "opens_at": "09:00", "closes_at": "22:00", "starts_by": "12:00", "length_hours": 6 },
	{ "byday": "MO,TU", "opens_at": "11:00", "closes_at": "08:00", "starts_by": "16:00", "closes_after_days": 1, "length_hours": 20 } ] }
EOF
write content/data/schedules/video.json <<'EOF'
{ "name": "Video", "location": "riga", "visit_type": "video", "on_holidays": "open", "valid_from": "2026-12-21",
  "valid_to": null, "regular": [{ "byday": "FR", "opens_at": "10:00", "closes_at": null }] }
EOF
write content/data/restrictions/gripa.json <<'EOF'
{ "name": "Gripa", "location": "riga", "valid_from": "2027-02-01", "valid_to": "2027-02-09", "affects": ["isa"] }
EOF
write content/data/restrictions/neskaidra.json <<'EOF'
{ "name": "Kaut kas", "location": "riga", "valid_from": "2027-04-26", "valid_to": "2027-05-06", "affects": null }
EOF
for template in page record records; do
	echo "$private" | write templates/$template.html
done
{
	echo "$private"
	echo '{{#record.days}}{{#rows}}
row {{date.iso}} {{type.word}} {{opens}} {{#alternatives}}{{starts_by}}{{/alternatives}}{{^alternatives}}{{closes}}{{/alternatives}} {{#unknown}}unknown{{/unknown}}{{#closed}}closed{{/closed}}{{^unknown}}{{^closed}}open{{/closed}}{{/unknown}}
{{/rows}}{{/record.days}}'
} | write templates/locations.html
echo '{ "days": { "hours_unknown": "stundas nezinām", "uncertain": "nav zināms", "closed": "slēgts" } }' | write templates/strings/lv.json

# The page shows fourteen days from the day of the build: a year is 26 builds.
day=2026-12-21
first=$day
: >page
while [ "$day" \< 2027-12-20 ]; do
	"$tilts" build --now "$day" --jobs 1 >log 2>&1 || cat log
	[ -e first.ics ] || cp public/calendar/riga.ics first.ics
	sed -n 's/^row //p' public/vietas/riga/index.html >>page
	day=$(date -d "$day + 14 days" +%Y-%m-%d)
done
last=$(date -d "$day - 1 day" +%Y-%m-%d)
# Beyond a schedule's end the page says that nobody knows, the calendar nothing.
grep -v -e closed -e '   unknown' page | sort >page.open
"$root/tests/feeds/expand" public/calendar/riga.ics "$first" "$last" >calendar.open
ok "the calendar does not depend on the day of the build" cmp first.ics public/calendar/riga.ics
ok "the page says something of most days" test "$(wc -l <page.open)" -gt 300
is "each day of the calendar is as on the page" "$(diff page.open calendar.open 2>&1)" ""

# seen LINE: how often the expanded calendar says so.
seen() { grep -cx "$1" calendar.open; }
is "a changed day" "$(seen '2026-12-23 isa 12:00 13:00 open')" 1
is "the usual hours of a changed day are gone" "$(seen '2026-12-23 isa 14:00 16:00 open')" 0
is "a holiday" "$(grep -c '^2026-12-24 isa' calendar.open)" 0
is "a holiday of which nobody knows" "$(seen '2027-03-29 gara 09:00 16:00 unknown')" 1
is "the second Tuesday" "$(seen '2027-01-12 isa 09:00 10:00 open')" 1
is "after the clocks changed" "$(seen '2027-04-01 isa 14:00 16:00 open')" 1
is "a restriction" "$(grep -c '^2027-02-0[1-9] isa' calendar.open)" 0
extra=$(tr -d '\r' <public/calendar/riga.ics | grep -A 20 '^UID:isa.2027-02-06')
like "an extra day that one closes is cancelled" "$extra" "STATUS:CANCELLED"
like "and says so in its name" "$extra" "SUMMARY:Īsā: slēgts"
is "what ends, ends" "$(grep -c '^2027-11-.. gara .* open' calendar.open)" 0

finish
