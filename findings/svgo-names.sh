#!/usr/bin/env bash
# SVGO 4.1.0 (npm): a drawing that is named by its own words has no name any more.
#
# Expected: aria-labelledby has the ids of what names an element, aria-describedby of what describes it (WAI-ARIA 1.2,
# "aria-labelledby": an ID reference list), in SVG, too (SVG 2, "WAI-ARIA attributes"). An id that stands in one of them is in
# use, and where ids are made shorter, they are made so in both places, as in "href" and url(). The README says of what it
# removes that it "can be safely removed or converted without impacting rendering".
#
# Seen: cleanupIds, one of the default plugins, does not look there. An id that only they name is removed; one that a link uses
# as well gets another name, and they keep the old one. No message. Chromium's tree of accessibility has the picture "Visits by
# month" before, and one without a name after it.
#
# Who would notice: a blind mother for whom the drawing is "image", or nothing at all, while on the screen all is as it was.
# tilts publishes a drawing as it was given (src/media/); drawings of its own have their name in a <title> and no ids
# (pen_finish() in src/chart/pen.c).
. "${0%/*}/lib.sh"
npm_packages svgo@4.1.0

cat >small.mjs <<'JS'
import { optimize } from "svgo"

const { data } = optimize(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${process.argv[2]}</svg>`, {
	plugins: [process.argv[3]],
})
console.log(data.replace(/^<svg [^>]*>|<\/svg>$/g, ""))
JS
small() { node small.mjs "$1" "${2:-cleanupIds}"; }
picture() { echo "<g role=\"img\" $1><path d=\"M0 0h9v9z\"/></g>"; }
words() { echo "<text $1>Visits by month</text>"; }

named=$(picture 'aria-labelledby="heading"')
seen 'a name' "$named$(words 'y="9"')" small "$named$(words 'id="heading" y="9"')"
seen 'with all default plugins' '<path d="M0 0h9v9z" aria-labelledby="heading"/><text y="9">Visits by month</text>' \
	small "$named$(words 'id="heading" y="9"')" preset-default
described=$(picture 'aria-label="Visits" aria-describedby="more"')
seen 'a description' "$described$(words 'y="9"')" small "$described$(words 'id="more" y="9"')"
seen 'a name that is used elsewhere, too' "$named$(words 'id="a" y="9"')<use href=\"#a\"/>" \
	small "$named$(words 'id="heading" y="9"')<use href=\"#heading\"/>"
finish
