#!/usr/bin/env bash
# @rowanmanning/feed-parser 2.1.5 (npm): what an entry says in angle brackets becomes an element that nobody sees.
#
# Expected: content of the type "html" is what is left after XML's own signs are read: "&amp;lt;name&amp;gt;" in the file is the HTML
# "&lt;name&gt;", which shows <name> (RFC 4287, section 3.1.1.3). The README has `content` as "the content of the item", so it
# is that HTML. rss-parser has it so.
#
# Seen: the signs are read twice: `content` is "Write <name> on it", in which <name> is an element, and a browser shows "Write  on it".
# "5 &lt; 6" is "5 < 6". The same in titles of this type; "&copy;", when it was to be seen as it is written, becomes the
# sign. In XHTML and in texts it is right.
#
# Who would notice: a reader of a page that gathers news: "Write <name, surname> on the envelope" says "Write on the envelope".
# Summaries of tilts are texts (src/feed/atom.c).
. "${0%/*}/lib.sh"
npm_packages @rowanmanning/feed-parser@2.1.5 rss-parser@3.13.0

cat >content.mjs <<'JS'
import { parseFeed } from "@rowanmanning/feed-parser"
import Parser from "rss-parser"

const [, , type, content] = process.argv
const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x:1</id><title>News</title><updated>2026-11-03T09:00:00Z</updated>
<author><name>Desk</name></author><entry><id>urn:x:2</id><title>Visits</title><updated>2026-11-03T09:00:00Z</updated>
<content type="${type}">${content}</content></entry></feed>`
console.log(parseFeed(feed).items[0].content)
console.log((await new Parser().parseString(feed)).items[0].content)
JS
seen 'words in angle brackets' 'Write <name> on it
Write &lt;name&gt; on it' node content.mjs html 'Write &amp;lt;name&amp;gt; on it'
seen 'an age' '<p>age < 18</p>
<p>age &lt; 18</p>' node content.mjs html '&lt;p&gt;age &amp;lt; 18&lt;/p&gt;'
seen 'a name of a sign' 'write &copy;
write &amp;copy;' node content.mjs html 'write &amp;amp;copy;'
finish
