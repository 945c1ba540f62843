#!/usr/bin/env bash
# rss-parser 3.13.0 and htmlparser2 12.0.0 (npm): the link of an Atom entry is the wrong one.
#
# Expected: a link without `rel` is the alternate, the page that says the same (RFC 4287, section
# 4.2.7.2); "related" is another thing, and "self" is the feed. Which stands first says nothing
# (section 4.1.1 of a feed, 4.1.2 of an entry).
#
# Seen: rss-parser takes the first link when none has `rel="alternate"` in letters, so a law that
# is related hides the page. htmlparser2 takes the first whatever it is, and so the feed's
# link is the feed itself, where "self" stands first.
#
# Who would notice: a reader who taps a piece of news and gets the law it stands on. tilts writes
# rel="alternate" in letters, and before all others (src/feed/atom.c;
# tests/feeds/schema/atom.rng).
. "${0%/*}/lib.sh"
npm_packages rss-parser@3.13.0 htmlparser2@12.0.0

cat >links.cjs <<'JS'
const [, , program, links] = process.argv
const children = '<id>urn:x</id><title>A</title><updated>2026-11-22T10:00:00Z</updated>' + links
const feed = `<feed xmlns="http://www.w3.org/2005/Atom">${children}<author><name>B</name></author><entry>${children}</entry></feed>`
const show = ({ link, items }) => console.log("feed", link, "entry", items[0].link)
if (program === "rss-parser") new (require("rss-parser"))().parseString(feed).then(show)
else show(require("htmlparser2").parseFeed(feed))
JS
links() { node links.cjs "$@"; }

related='<link rel="related" href="law.html"/>' self='<link rel="self" href="feed.xml"/>'
page='<link href="visits.html"/>' alternate='<link rel="alternate" href="visits.html"/>'
for program in rss-parser htmlparser2; do
	seen "$program: the alternate first" 'feed visits.html entry visits.html' links "$program" "$alternate$self$related"
done
seen 'rss-parser: alternate in letters, last' 'feed visits.html entry visits.html' links rss-parser "$related$alternate"
seen 'rss-parser: without rel, last' 'feed law.html entry law.html' links rss-parser "$related$page"
seen 'htmlparser2: alternate in letters, last' 'feed feed.xml entry feed.xml' links htmlparser2 "$self$alternate"
seen 'htmlparser2: without rel, last' 'feed law.html entry law.html' links htmlparser2 "$related$page"
finish
