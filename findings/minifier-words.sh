#!/usr/bin/env bash
# html-minifier-terser 7.2.0 and htmlnano 3.5.1 (npm): with white space collapsed, words grow together at a <data>.
#
# Expected: white space between words is a space, around an element in the line as well (CSS Text Level 3,
# section 4.1); <data>, <output>, <map>, <picture> and <audio> are phrasing content as <span> and <time>
# are, and no rule of the standard's style sheet makes blocks of them (HTML Living Standard,
# "Rendering"). The README says of collapseWhitespace that it collapses what contributes to text, and
# offers collapseInlineTagWhitespace for those who want the spaces around such elements gone.
#
# Seen: "no <data>5</data> līdz" is "no5līdz" without that option, with no message. <span>, <time> and
# <bdi> keep their spaces. htmlnano does so with "aggressive" and "all", not with "conservative";
# minify-html has all of them right.
#
# Who would notice: a reader of a price, or of a sum that a form worked out, on the published site only: "maksā0,25eiro".
# tilts minifies nothing, and its output has no option to.
. "${0%/*}/lib.sh"
npm_packages html-minifier-terser@7.2.0 htmlnano@3.5.1 posthtml@0.16.7 @minify-html/node@0.18.1

cat >small.mjs <<'JS'
const [, , program, name] = process.argv
const page = `<p>no <${name}>5</${name}> līdz</p>`
if (program === "html-minifier-terser")
	console.log(await (await import("html-minifier-terser")).minify(page, { collapseWhitespace: true }))
else if (program === "minify-html")
	console.log((await import("@minify-html/node")).default.minify(Buffer.from(page), { keep_closing_tags: true }).toString())
else console.log((await (await import("htmlnano")).default.process(page, { collapseWhitespace: program }, {})).html)
JS
small() { node small.mjs "$@"; }

for program in html-minifier-terser aggressive; do
	for name in span time bdi; do
		seen "$program: $name" "<p>no <$name>5</$name> līdz</p>" small "$program" "$name"
	done
	for name in data output map audio; do
		seen "$program: $name" "<p>no<$name>5</$name>līdz</p>" small "$program" "$name"
	done
done
seen 'htmlnano, conservative: data' '<p>no <data>5</data> līdz</p>' small conservative data
seen 'minify-html: data' '<p>no <data>5</data> līdz</p>' small minify-html data
finish
