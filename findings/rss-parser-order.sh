#!/usr/bin/env bash
# rss-parser 3.13.0 (npm): words of an entry in XHTML come in another order than they were written.
#
# Expected: content of the type "xhtml" is one <div>, and what stands in it is the content (RFC 4287,
# section 4.1.3.3). Text and elements of a paragraph have an order (XML 1.0, section 3.1: content
# is character data with child elements between), so "call before coming" stays so, whichever
# word is emphasized or a link. The README has `content` and `contentSnippet` among what is read.
#
# Seen: all text of an element comes first and its elements behind it: "call <b>before</b> coming"
# is "call  coming<b>before</b>". The <div> is put into another <div type="xhtml">. The same
# content as escaped HTML, or in CDATA, is as it was written.
#
# Who would notice: who reads news of several offices in a program that stands on it: a step says
# something else, and looks like a sentence. tilts writes summaries as plain text and no content
# in XHTML (src/feed/atom.c).
. "${0%/*}/lib.sh"
npm_packages rss-parser@3.13.0

# content TYPE TEXT: what an entry's content is read as, as HTML and as text.
content() {
	node -e '
const [type, text] = process.argv.slice(1)
const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:a</id><title>News</title>
<updated>2026-11-03T09:00:00Z</updated><author><name>Desk</name></author><entry><id>urn:b</id><title>Visits</title>
<updated>2026-11-03T09:00:00Z</updated><content type="${type}">${text}</content></entry></feed>`
new (require("rss-parser"))().parseString(feed).then(({ items: [{ content, contentSnippet }] }) =>
	console.log(`${content}\n${contentSnippet}`))' "$1" "$2"
}

seen 'as escaped HTML' '<p>Call <b>before</b> coming.</p>
Call before coming.' content html '&lt;p>Call &lt;b>before&lt;/b> coming.&lt;/p>'
seen 'as XHTML' '<div type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Call  coming.<b>before</b></p></div></div>
Call  coming.before' content xhtml \
	'<div xmlns="http://www.w3.org/1999/xhtml"><p>Call <b>before</b> coming.</p></div>'
finish
