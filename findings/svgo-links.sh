#!/usr/bin/env bash
# SVGO 4.1.0 (npm): a link of a drawing leads nowhere.
#
# Expected: "href" of an <a> is where it leads; xlink:href is the old way to say it, kept for files that have it (SVG 2, "Links
# out of SVG content: the a element", and "Deprecated XLink URL reference attributes"). The README has "default or suboptimal
# values, and other stuff that can be safely removed or converted without impacting rendering" as what is taken out.
#
# Seen: with nothing but the default plugins "href" is gone, be it an address or a fragment, and the <a> stays.
# removeUnknownsAndDefaults, one of them, knows xlink:href alone for an <a>: that stays. "href" of <use> and <image> stays, too.
# No message.
#
# Who would notice: somebody who taps a prison on a map, or "call" in a drawing: it looks as before, and nothing happens. tilts
# publishes a drawing byte for byte as it was given (src/media/) and links in its own HTML, not in drawings (src/chart/).
. "${0%/*}/lib.sh"
npm_packages svgo@4.1.0

cat >small.mjs <<'JS'
import { optimize } from "svgo"

const [, , body, ...plugins] = process.argv
const xmlns = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
const { data } = optimize(`<svg ${xmlns} viewBox="0 0 9 9">${body}</svg>`, plugins.length ? { plugins } : {})
console.log(data.replace(/^<svg [^>]*>|<\/svg>$/g, ""))
JS
small() { node small.mjs "$@"; }

words='<text y="5">Rīga</text>'
seen 'an address' "<a>$words</a>" small "<a href=\"https://portal.example/riga/\">$words</a>"
seen 'a telephone' "<a>$words</a>" small "<a href=\"tel:+37160000001\">$words</a>"
seen 'by that plugin alone' "<a>$words</a>" small "<a href=\"/riga/\">$words</a>" removeUnknownsAndDefaults
seen 'the old way' "<a xlink:href=\"/riga/\">$words</a>" small "<a xlink:href=\"/riga/\">$words</a>"
seen 'a picture' '<image width="9" height="9" href="a.png"/>' small '<image href="a.png" width="9" height="9"/>'
finish
