#!/usr/bin/env bash
# xliff 6.4.0 (npm): of a unit with several sentences, only the last is kept, and spaces between tags are lost.
#
# Expected: a unit of XLIFF 2 has one or more segments, each with its source and target, and together, with what
# is in <ignorable>, they are the text (XLIFF 2.0, sections 4.2.2.5 to 4.2.2.7). White space in them is text (XML 1.0,
# section 2.10), and between two codes as well. What is read and written without a change says the same.
#
# Seen: 1. of "Call before. " and "Then come." only the second is read, as source and as target. No message.
# 2. "<pc>today</pc> <ph/>", with a space between, comes without it, in XLIFF 2 and in 1.2.
#
# Who would notice: a reader of a translation that went through a program which parts texts into sentences, as those
# of translators do: the first steps are missing, and it looks like a whole text. tilts takes translations as pages
# of their own, by their path, and its catalogues are those of gettext.
. "${0%/*}/lib.sh"
npm_packages xliff@6.4.0

cat >read.cjs <<'JS'
const xliff = require("xliff")
const [, , version, unit] = process.argv
const name = `urn:oasis:names:tc:xliff:document:${version}`
const file = version === "2.0"
	? `<xliff xmlns="${name}" version="2.0" srcLang="en" trgLang="lv">
		<file id="f"><unit id="u">${unit}</unit></file></xliff>`
	: `<xliff xmlns="${name}" version="1.2"><file original="f" datatype="plaintext" source-language="en" target-language="lv">
		<body><trans-unit id="u">${unit}</trans-unit></body></file></xliff>`
const read = version === "2.0" ? xliff.xliff2js : xliff.xliff12ToJs
read(file).then(({ resources }) => {
	for (const key of ["source", "target"]) console.log(JSON.stringify(resources.f.u[key]))
})
JS
unit() { node read.cjs "$@"; }

first='<source>Call before. </source><target>Zvani pirms. </target>'
second='<source>Then come.</source><target>Tad nāc.</target>'
seen 'one segment' '"Call before. "
"Zvani pirms. "' unit 2.0 "<segment>$first</segment>"
seen 'two segments' '"Then come."
"Tad nāc."' unit 2.0 "<segment>$first</segment><segment>$second</segment>"
seen 'a space between two codes, 2.0' '[{"Span":{"id":"1","contents":"today"}},{"Standalone":{"id":"2"}}]
"a"' unit 2.0 '<segment><source><pc id="1">today</pc> <ph id="2"/></source><target>a</target></segment>'
seen 'a space between two codes, 1.2' '[{"GenericSpan":{"id":"1","contents":"today"}},{"Standalone":{"id":"2"}}]
"a"' unit 1.2 '<source><g id="1">today</g> <x id="2"/></source><target>a</target>'
finish
