#!/usr/bin/env bash
# jsonschema 1.5.0 (npm): an hour as the standard has it is refused, and one without its zone accepted.
#
# Expected: the README says that JSON Schema through draft-07 is fully supported, and all formats.
# In draft-07 "time" is full-time of RFC 3339 (Validation, section 7.3.1), which ends in "Z" or in the
# distance from UTC (RFC 3339, section 5.6). "date-time" of the same section is read so here.
#
# Seen: "08:30:00Z" and "08:30:00+02:00" are no times; "08:30:00", which says no zone, is one.
#
# Who would notice: whoever checks open data with it: hours that are right are all wrong, and to pass,
# the zone has to go. Then 08:30 is another hour for each reader. tilts writes hours with their
# distance, as HSDS has it (src/feed/hsds_schedule.c).
. "${0%/*}/lib.sh"
npm_packages jsonschema@1.5.0 ajv@8.20.0 ajv-formats@3.0.1

cat >check.cjs <<'JS'
const Ajv = require("ajv")
const formats = require("ajv-formats").default
const jsonschema = require("jsonschema")

const [, , program, format, ...texts] = process.argv
const schema = { type: "string", format }
const check = (text) =>
	program === "ajv" ? formats(new Ajv()).validate(schema, text) : jsonschema.validate(text, schema).valid
for (const text of texts) console.log(text, check(text) ? "accepted" : "refused")
JS
check() { node check.cjs "$@"; }

seen 'ajv-formats' '08:30:00Z accepted
08:30:00+02:00 accepted
08:30:00 refused' check ajv time 08:30:00Z 08:30:00+02:00 08:30:00
seen 'a moment' '2026-11-03T08:30:00+02:00 accepted
2026-11-03T08:30:00 refused' check jsonschema date-time 2026-11-03T08:30:00+02:00 2026-11-03T08:30:00
seen 'an hour' '08:30:00Z refused
08:30:00+02:00 refused
08:30:00 accepted' check jsonschema time 08:30:00Z 08:30:00+02:00 08:30:00
finish
