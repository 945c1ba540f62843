#!/usr/bin/env bash
# @hyperjump/json-schema 1.18.0 (npm): a definition whose name has a letter beyond ASCII can't be referred to as the standard says.
#
# Expected: "$ref" is a URI reference (JSON Schema 2020-12, Core, section 8.2.3.1), and there each such letter is written as the bytes
# of UTF-8, "%C4%81" for "ā" (RFC 6901, section 6: URI Fragment Identifier Representation; RFC 3986, section 2.5). The
# README says that 2020-12 is fully supported. ajv follows the reference.
#
# Seen: "URI malformed", and nothing is checked. "%20", "%22" and "%25" are read as they should be, and so is the letter as it
# is, which no URI has and other programs refuse.
#
# Who would notice: who checks open data with a schema whose definitions have Latvian or Russian names, as a program wrote it: the
# schema is told to be broken, and the data is not looked at. tilts did not find such a definition either until it was tried
# here (decoded() in src/value/schema_reference.c; tests/unit/value_schema_test.c).
. "${0%/*}/lib.sh"
npm_packages @hyperjump/json-schema@1.18.0 ajv@8.20.0

cat >check.mjs <<'JS'
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12"
import Ajv from "ajv/dist/2020.js"

const [, , name, reference] = process.argv
const $schema = "https://json-schema.org/draft/2020-12/schema"
const schema = { $schema, $defs: { [name]: { type: "string" } }, $ref: reference }
const ajv = new Ajv.default()
console.log("ajv:", ajv.validate(schema, "a"), ajv.validate(schema, 1))
try {
	registerSchema(schema, "https://portal.example/schema")
	const check = await validate("https://portal.example/schema")
	console.log("hyperjump:", check("a").valid, check(1).valid)
} catch (error) {
	console.log("hyperjump:", error.message)
}
JS
seen 'a letter, as it is' 'ajv: true false
hyperjump: true false' node check.mjs diena '#/$defs/diena'
seen 'a space, as a byte' 'ajv: true false
hyperjump: true false' node check.mjs 'a b' '#/$defs/a%20b'
seen 'a letter beyond ASCII, as bytes' 'ajv: true false
hyperjump: URI malformed' node check.mjs mēnesis '#/$defs/m%C4%93nesis'
seen 'the same, as it is' 'ajv: true false
hyperjump: true false' node check.mjs mēnesis '#/$defs/mēnesis'
finish
