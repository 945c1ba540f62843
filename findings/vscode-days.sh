#!/usr/bin/env bash
# vscode-json-languageservice 5.7.2 (npm): the editor accepts a day that does not exist.
#
# Expected: format "date" is full-date of RFC 3339 (JSON Schema 2020-12, Validation, section 7.3.1),
# and there a day has to be one of its month (section 5.7: 30 of November; 29 of February in leap
# years alone). The service says so itself of others: "String is not a RFC3339 date." ajv-formats
# refuses 31 November.
#
# Seen: 31 November, 30 February and 29 February 2027 are accepted, with a time as well. Day 32
# and month 13 are refused.
#
# Who would notice: an editor who fills in a day of visits in VS Code, where tilts's schemas tell of
# other mistakes at once: of this one nothing is said. `tilts build` does not take such a day
# and says where it stands (src/value/format.c; tests/unit/value_format_test.c).
. "${0%/*}/lib.sh"
npm_packages vscode-json-languageservice@5.7.2 ajv@8.20.0 ajv-formats@3.0.1

cat >check.cjs <<'JS'
const Ajv = require("ajv")
const formats = require("ajv-formats").default
const { getLanguageService, TextDocument } = require("vscode-json-languageservice")

const [, , program, format, ...texts] = process.argv
const schema = { type: "string", format }
const service = getLanguageService({})
async function check(text) {
	if (program === "ajv") return formats(new Ajv()).validate(schema, text) ? "accepted" : "refused"
	const file = TextDocument.create("file:///a.json", "json", 1, JSON.stringify(text))
	const found = await service.doValidation(file, service.parseJSONDocument(file), {}, schema)
	return found.length ? found[0].message : "accepted"
}
const all = async () => { for (const text of texts) console.log(text, await check(text)) }
all()
JS
check() { node check.cjs "$@"; }

refused='String is not a RFC3339 date.'
seen 'ajv-formats' '2026-11-30 accepted
2026-11-31 refused
2027-02-29 refused' check ajv date 2026-11-30 2026-11-31 2027-02-29
seen 'no day of any month' "2026-11-32 $refused
2026-13-01 $refused" check vscode date 2026-11-32 2026-13-01
seen 'no day of this month' '2026-11-31 accepted
2026-02-30 accepted
2027-02-29 accepted' check vscode date 2026-11-31 2026-02-30 2027-02-29
seen 'with a time' '2026-11-31T09:00:00Z accepted' check vscode date-time 2026-11-31T09:00:00Z
finish
