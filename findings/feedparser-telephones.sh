#!/usr/bin/env bash
# feedparser 6.0.10 (Debian's python3-feedparser): a link to a telephone in an entry leads nowhere.
#
# Expected: content of the type "html" is HTML with all that may stand in it (RFC 4287, section 4.1.3.3), and a link to
# a telephone is one like others: "tel:+37160000001" (RFC 3966, section 3). Addresses that could do harm are
# taken out, as other elements are; dialling is none of them: callto: and skype: stay.
#
# Seen: `href` is empty, so the link leads to the page on which it stands. The same with links to text messages (RFC
# 5724), to a place (RFC 5870) and to a calendar that can be followed. Links of mailto: stay, and a link of the entry
# itself is not touched.
#
# Who would notice: who reads a feed in a newsletter that stands on it, where "Call the prison" is a link: the number is
# not in the words, and the telephone does not dial. The feed of tilts has texts without links
# (src/feed/atom.c).
. "${0%/*}/lib.sh"
debian python3-feedparser=6.0.10-1 python3-sgmllib3k=1.0.0-4

# link ADDRESS: what becomes of a link to it in an entry's content.
link() {
	/usr/bin/python3 - "$1" <<'PY'
import sys, feedparser

feed = f'''<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x:1</id><title>News</title>
<updated>2026-11-03T09:00:00Z</updated><author><name>Desk</name></author><entry><id>urn:x:2</id><title>Visits</title>
<updated>2026-11-03T09:00:00Z</updated><link href="{sys.argv[1]}"/>
<content type="html">&lt;a href="{sys.argv[1]}"&gt;Call&lt;/a&gt;</content></entry></feed>'''
entry = feedparser.parse(feed).entries[0]
print(entry.content[0].value, entry.link)
PY
}

seen 'a page' '<a href="https://portal.example/">Call</a> https://portal.example/' link https://portal.example/
seen 'a letter' '<a href="mailto:desk@portal.example">Call</a> mailto:desk@portal.example' link mailto:desk@portal.example
seen 'a telephone of another kind' '<a href="callto:+37160000001">Call</a> callto:+37160000001' link callto:+37160000001
seen 'a telephone' '<a href="">Call</a> tel:+37160000001' link tel:+37160000001
seen 'a text message' '<a href="">Call</a> sms:+37120000001' link sms:+37120000001
seen 'a place' '<a href="">Call</a> geo:56.9,24.1' link geo:56.9,24.1
seen 'a calendar' '<a href="">Call</a> webcal://portal.example/visits.ics' link webcal://portal.example/visits.ics
finish
