#!/usr/bin/env bash
# @extractus/feed-extractor 8.0.3 (npm): a title in XHTML is empty, and a summary loses words.
#
# Expected: a title may be of type "xhtml", and then it is what stands in its <div> (RFC 4287,
# sections 3.1.1.3 and 4.2.14); without a type a text is a text, and "<" in it is a sign (3.1.1.1):
# "Write <name> here" is four words. The README has `title` and `description` as texts.
#
# Seen: the title in XHTML is empty. Of the summary "Write  here" is left. A title of the type "text"
# keeps its sign, and one of the type "html" keeps its tags, though it is given as a text.
#
# Who would notice: a reader of a page that gathers news of several offices: entries without a name, and
# steps that lack a word. tilts writes titles and summaries as texts (src/feed/atom.c), and has
# no angle brackets in them but those that an editor wrote for the eye.
. "${0%/*}/lib.sh"
npm_packages @extractus/feed-extractor@8.0.3

# entry TITLE SUMMARY: of a feed with these elements, the title and the description.
cat >entry.mjs <<'JS'
import { extractFromXml } from "@extractus/feed-extractor"

const [, , title, summary] = process.argv
const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x:f</id><title>News</title>
<updated>2026-11-03T09:00:00Z</updated><author><name>A</name></author>
<entry><id>urn:x:1</id>${title}<link href="https://example.org/1"/><updated>2026-11-03T09:00:00Z</updated>
${summary}</entry></feed>`
const [entry] = extractFromXml(feed).entries
console.log(`${entry.title} | ${entry.description}`)
JS
entry() { node entry.mjs "$@"; }

seen 'a text' 'Form <A> | Write it here' entry \
	'<title>Form &lt;A&gt;</title>' '<summary>Write it here</summary>'
seen 'a title in XHTML' ' | Write it here' entry \
	'<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Form <em>A</em></div></title>' \
	'<summary>Write it here</summary>'
seen 'a title in HTML' 'Form <em>A</em> | Write it here' entry \
	'<title type="html">Form &lt;em&gt;A&lt;/em&gt;</title>' '<summary>Write it here</summary>'
seen 'a summary with angle brackets' 'Form <A> | Write  here' entry \
	'<title>Form &lt;A&gt;</title>' '<summary>Write &lt;name&gt; here</summary>'
finish
