#!/usr/bin/env bash
# feed 6.0.0 (npm): what stands in angle brackets in an entry's title is gone for those who read the feed.
#
# Expected: the README has `title` as a string, with no word of HTML, and the feed's own title is written as
# the text it is. In Atom, content of the type "html" is read as HTML, so a "<" that should be seen
# is "&lt;" in it before it is escaped for XML (RFC 4287, section 3.1.1.2); a CDATA section only takes
# the place of the latter. So the title "Write <name> here" comes out as that.
#
# Seen: the title and the summary are put into CDATA as they are and said to be HTML. A program that follows
# the standard has an element <name>, shows "Write here", and has no way to know better. The title
# of the feed is right, and so is JSON Feed.
#
# Who would notice: who reads in a feed how a letter is to be addressed, or "age < 18": from the sign on it is
# missing. tilts writes titles and summaries as texts (src/feed/atom.c).
. "${0%/*}/lib.sh"
npm_packages feed@6.0.0 linkedom@0.18.15 @xmldom/xmldom@0.9.12

# titles: of the feed and of its entry, as the type says that they are read, and the entry's summary.
cat >titles.mjs <<'JS'
import { Feed } from "feed"
import { DOMParser } from "@xmldom/xmldom"
import { parseHTML } from "linkedom"

const [, , words] = process.argv
const feed = new Feed({ id: "urn:a", title: words, updated: new Date(0) })
feed.addItem({ id: "urn:b", link: "http://localhost/b.html", title: words, description: words, date: new Date(0) })
const xml = new DOMParser().parseFromString(feed.atom1(), "text/xml")
const read = (element) => {
	const text = element.textContent
	if (element.getAttribute("type") !== "html") return text
	return parseHTML(`<!doctype html><html><body>${text}</body></html>`).document.body.textContent
}
for (const name of ["title", "summary"])
	for (const element of Array.from(xml.getElementsByTagName(name))) console.log(read(element))
console.log(JSON.parse(feed.json1()).items[0].title)
JS
titles() { node titles.mjs "$@"; }

seen 'without the sign' 'Write the name here
Write the name here
Write the name here
Write the name here' titles 'Write the name here'
seen 'with it' 'Write <name> here
Write  here
Write  here
Write <name> here' titles 'Write <name> here'
finish
