#!/usr/bin/env bash
# jsonld-streaming-parser 5.0.1 (npm): one language without a text, and nothing behind it is read.
#
# Expected: in a language map a value may be null (JSON-LD 1.1, section 9.8), and says nothing
# (JSON-LD 1.1 Processing Algorithms, section 5.1.2, step 13.7.4.2.1: null is passed over).
# jsonld, by those who wrote the algorithms, reads the other languages. An empty list is
# nothing as well.
#
# Seen: "expected string", and the reading ends; what stands behind it is lost. An empty list is
# read, and so is a name that is null as a whole.
#
# Who would notice: whoever gathers open data of offices with several languages, where a
# translation is not there yet: of the first such record on the rest is missing. tilts writes texts in
# one language and says which (inLanguage; src/feed/jsonld.c), and leaves out what it does not have.
. "${0%/*}/lib.sh"
npm_packages jsonld-streaming-parser@5.0.1 jsonld@9.0.0

cat >read.mjs <<'JS'
import jsonld from "jsonld"
import { JsonLdParser } from "jsonld-streaming-parser"

const [, , program, name] = process.argv
const context = { "@vocab": "https://schema.org/", name: { "@container": "@language" } }
const text = `{"@context":${JSON.stringify(context)},"name":${name},"telephone":"112"}`
const show = ({ predicate, object }) =>
	console.log(predicate.value.split("/").pop(), object.value, object.language ?? "")
if (program === "jsonld") (await jsonld.toRDF(JSON.parse(text))).forEach(show)
else
	new JsonLdParser()
		.on("data", show)
		.on("error", ({ message }) => console.log(message))
		.end(text)
JS
read_by() { node read.mjs "$@" | sed 's/ *$//'; }

both='name Prison en
telephone 112'
for program in jsonld streaming; do
	seen "$program: one language" "$both" read_by $program '{"en":"Prison"}'
	seen "$program: a list of none" "$both" read_by $program '{"en":"Prison","ru":[]}'
done
seen 'jsonld: a language that is null' "$both" read_by jsonld '{"en":"Prison","ru":null}'
seen 'streaming: a language that is null' "Got invalid language map value, got 'null', but expected string" \
	read_by streaming '{"en":"Prison","ru":null}'
finish
