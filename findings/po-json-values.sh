#!/usr/bin/env bash
# translate-toolkit 3.8.4 (Debian): what is not known becomes the word "None" by translating.
#
# Expected: a JSON value is a text, a number, true, false, null, a list or an object (RFC 8259, section 3); only texts
# are for translators, so json2po takes them out, po2json puts them back, and all else is as it was. The
# manual has JSON among the formats and says nothing of values of other kinds.
#
# Seen: null comes back as "None", a text of four letters.
#
# Who would notice: a reader of a page that is filled from such a file: "Telephone: None", where "not known" was
# meant. What translators get from tilts are catalogues (src/messages/) and files of nothing but texts
# (templates/strings/).
. "${0%/*}/lib.sh"
debian translate-toolkit=3.8.4-1 python3-translate=3.8.4-1

# through JSON: what it is after json2po and po2json, with nothing translated.
through() {
	printf '%s' "$1" >a.json
	rm -f a.po
	/usr/bin/python3 usr/bin/json2po --progress=none a.json a.po
	[ ! -s a.po ] || /usr/bin/python3 usr/bin/po2json --progress=none -t a.json a.po b.json
	[ ! -s a.po ] || tr -d ' \n' <b.json
}

seen 'a text' '{"a":"b"}' through '{"a": "b"}'
seen 'null' '{"a":"b","c":"None"}' through '{"a": "b", "c": null}'
finish
