#!/usr/bin/env bash
# markdownlint 0.40.0 (npm): by its fix, a link becomes a text in angle brackets, and two signs of multiplication are gone.
#
# Expected: MD034 tells of a bare address that some programs make a link of and others not; the fix, angle brackets around it, "makes
# it a link everywhere". An address in angle brackets needs a scheme (CommonMark 0.31, section 6.5, Autolinks), so for "www."
# there is no such fix: GitHub's kind of Markdown makes a link of it as it stands, and only where a space or a line's beginning
# is before it (GFM, section 6.9). And a star with a space on both sides is no emphasis (CommonMark, section 6.2).
#
# Seen: "www.portal.example" becomes "<www.portal.example>": a link before, for cmark-gfm, and after it a text with its brackets.
# MD037 makes of "2 * 3 * 4" the emphasis "2 *3* 4": both signs are gone. With https:// before it a link stays one.
#
# Who would notice: readers of each page of an editor whose program fixes when it saves: no link to tap, and a sum that
# says 2 3 4. tilts tells of an address in angle brackets that is no link, and what to write
# (match_angled_address() in src/markdown/sign.c; tests/sites/hurried.txt).
. "${0%/*}/lib.sh"
npm_packages markdownlint@0.40.0
debian cmark-gfm=0.29.0.gfm.6-6 libcmark-gfm0.29.0.gfm.6=0.29.0.gfm.6-6 libcmark-gfm-extensions0.29.0.gfm.6=0.29.0.gfm.6-6

cat >fix.mjs <<'JS'
import { applyFixes } from "markdownlint"
import { lint } from "markdownlint/sync"

const text = process.argv[2] + "\n"
process.stdout.write(applyFixes(text, lint({ strings: { text }, config: { MD034: true, MD037: true, default: false } }).text))
JS
fixed() { node fix.mjs "$1"; }
shown() { printf '%s\n' "$1" | cmark-gfm -e autolink; }
shown_fixed() { node fix.mjs "$1" | cmark-gfm -e autolink; }

seen 'a link with a scheme' '<p>See <a href="https://portal.example/">https://portal.example/</a></p>' shown_fixed 'See https://portal.example/'
seen 'a link without one' '<p>See <a href="http://www.portal.example">www.portal.example</a></p>' shown 'See www.portal.example'
seen 'and fixed' 'See <www.portal.example>' fixed 'See www.portal.example'
seen 'as it is shown' '<p>See &lt;www.portal.example&gt;</p>' shown_fixed 'See www.portal.example'
seen 'a sum' '<p>2 * 3 * 4</p>' shown '2 * 3 * 4'
seen 'and fixed' '<p>2 <em>3</em> 4</p>' shown_fixed '2 * 3 * 4'
finish
