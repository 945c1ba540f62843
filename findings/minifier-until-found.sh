#!/usr/bin/env bash
# html-minifier-terser 7.2.0 and @minify-html/node 0.18.1 (npm): what a search in the page should find
# is hidden for good.
#
# Expected: collapsing boolean attributes leaves what has other values: `hidden` is no boolean
# attribute since it has the value "until-found" beside the empty one (HTML Living Standard, "The
# hidden attribute"): such a part is folded, and the browser opens it when a search in the page, or
# a link to a fragment, leads into it. htmlnano keeps it, and all keep `popover="manual"`.
#
# Seen: both write `hidden`, which no search opens: html-minifier-terser with
# collapseBooleanAttributes, and minify-html without any option.
#
# Who would notice: a reader who searches a folded page for "money" and finds nothing, only on
# the published site, not in the preview. tilts minifies nothing; it folds with <details>
# (templates/).
. "${0%/*}/lib.sh"
npm_packages html-minifier-terser@7.2.0 @minify-html/node@0.18.1

# minified PROGRAM HTML
cat >minify.cjs <<'JS'
const [, , program, html] = process.argv
const programs = {
	async terser() {
		return require("html-minifier-terser").minify(html, { collapseBooleanAttributes: true })
	},
	async rust() {
		return require("@minify-html/node").minify(Buffer.from(html), {}).toString()
	}
}
programs[program]().then(console.log)
JS
minified() { node minify.cjs "$@"; }

found='<div hidden="until-found">a</div>'
manual='<div popover="manual">a</div>'
seen 'html-minifier-terser: another attribute with values' '<div popover="manual">a</div>' minified terser "$manual"
seen 'html-minifier-terser: hidden until found' '<div hidden>a</div>' minified terser "$found"
seen 'minify-html: another attribute with values' '<div popover=manual>a</div>' minified rust "$manual"
seen 'minify-html: hidden until found' '<div hidden>a</div>' minified rust "$found"
finish
