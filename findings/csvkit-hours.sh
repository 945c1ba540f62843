#!/usr/bin/env bash
# csvkit 1.0.7 with agate 1.6.3 (Debian): an hour of a table becomes minutes, and a telephone a number without its plus.
#
# Expected: csvjson is to "convert a CSV file into JSON", its manual says: what is in a cell is in the JSON. A guess at types may
# make a number of "118". But "09:00" is an hour with its minutes wherever a day has opening hours (RFC 3339, section 5.6: a
# time begins with the hour), and "+37167000001" a telephone: "+" and digits is how RFC 3966, section 3, writes one that
# holds everywhere, and no table writes a sum like that. What is not known for sure could stay a text, as "LV-1001" does.
#
# Seen: a column of hours is one of lengths, and of two parts the first is minutes: "09:00" becomes "0:09:00". The plus is
# gone, and a fraction is there: 37167000001.0. csvlook shows the same, the telephone in groups of three, and csvsort writes it
# so into the next table. No message. With -I, which takes all for text, both are whole; csvcut and csvgrep leave them alone.
#
# Who would notice: whoever takes hours from open data: the gate opens at 0:09, which looks like an hour of the night, and
# the number can't be dialled. tilts writes hours with their distance from UTC, as HSDS asks, and telephones with a space
# behind the country's code: both stay texts (with_offset() in src/feed/hsds_schedule.c).
. "${0%/*}/lib.sh"
debian csvkit=1.0.7-1 python3-csvkit=1.0.7-1 python3-agate=1.6.3-2 python3-agatesql=0.5.8-2 python3-agateexcel=0.2.5-2 \
	python3-agatedbf=0.2.2-2 python3-pytimeparse=1.1.5-3 python3-parsedatetime=2.6-3 python3-leather=0.3.4-2 \
	python3-isodate=0.6.1-1 python3-slugify=4.0.0-2 python3-text-unidecode=1.3-1 python3-babel=2.10.3-1 \
	python-babel-localedata=2.10.3-1 python3-tz=2022.7.1-4 python3-six=1.16.0-4
cat >hours.csv <<'CSV'
place,opens_at,telephone
LV-1001,09:00,+37167000001
LV-3001,10:30,+37167000002
CSV
tool() { /usr/bin/python3 usr/bin/"$@" hours.csv; }

seen 'as JSON' '[{"place": "LV-1001", "opens_at": "0:09:00", "telephone": 37167000001.0}, {"place": "LV-3001", "opens_at": "0:10:30", "telephone": 37167000002.0}]' \
	tool csvjson
seen 'as JSON, all for text' '[{"place": "LV-1001", "opens_at": "09:00", "telephone": "+37167000001"}, {"place": "LV-3001", "opens_at": "10:30", "telephone": "+37167000002"}]' \
	tool csvjson -I
seen 'sorted by place' 'place,opens_at,telephone
LV-1001,0:09:00,37167000001
LV-3001,0:10:30,37167000002' tool csvsort -c place
seen 'cut' 'opens_at,telephone
09:00,+37167000001
10:30,+37167000002' tool csvcut -c opens_at,telephone
finish
