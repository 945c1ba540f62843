#!/usr/bin/env bash
# rss-parser 3.13.0 and htmlparser2 12.0.0 (npm): a link of a feed that says where it starts from leads nowhere.
#
# Expected: an address in a feed may be relative, and xml:base says to what; an element inside may say so once more, relative to
# the one around it (RFC 4287, section 2: "xml:base ... establishing the base URI for resolving any relative references"; XML Base,
# section 4). @rowanmanning/feed-parser has the whole address. Who asks for a link gets one that can be opened, or
# the base beside it.
#
# Seen: the link is "visits/", and the base is nowhere: neither in the feed nor in the entry, and no option has it in the first
# (customFields takes elements, not attributes of the root). In a text of a feed there is no address to go by either.
#
# Who would notice: a reader of a page that gathers news of several offices: each link leads to a page of the gatherer that is not there.
# Addresses in feeds of tilts are whole (src/feed/atom.c).
. "${0%/*}/lib.sh"
npm_packages rss-parser@3.13.0 htmlparser2@12.0.0 @rowanmanning/feed-parser@2.1.5

cat >links.mjs <<'JS'
import { parseFeed as parse } from "@rowanmanning/feed-parser"
import { parseFeed } from "htmlparser2"
import Parser from "rss-parser"

const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://portal.example/lv/">
<id>urn:x:1</id><title>News</title><updated>2026-11-03T09:00:00Z</updated><author><name>Desk</name></author>
<link rel="alternate" href="news/"/>
<entry xml:base="news/"><id>urn:x:2</id><title>Visits</title><updated>2026-11-03T09:00:00Z</updated>
<link rel="alternate" href="visits/"/></entry></feed>`
const whole = parse(feed)
console.log("feed-parser", whole.url, whole.items[0].url)
const read = await new Parser().parseString(feed)
console.log("rss-parser", read.link, read.items[0].link, JSON.stringify(read).includes("portal.example"))
const small = parseFeed(feed)
console.log("htmlparser2", small.link, small.items[0].link, JSON.stringify(small).includes("portal.example"))
JS
seen 'the feed, an entry, and whether the base is anywhere' 'feed-parser https://portal.example/lv/news/ https://portal.example/lv/news/visits/
rss-parser news/ visits/ false
htmlparser2 news/ visits/ false' node links.mjs
finish
