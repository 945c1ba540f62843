#!/bin/sh
# Records are what their schemas say to any validator, and an editor's own editor
# finds the schema of each: what .vscode/settings.json binds.
. "${0%/*}/lib.sh"

/usr/bin/python3 -c 'import jsonschema' 2>/dev/null || skip_all "needs python3-jsonschema"

records=$root/tests/feeds/records
is "every record of both portals is valid" "$("$records" "$root" "$root/tests/portal/content/data" 2>&1)" ""

# --- the check checks -----------------------------------------------------------------

# spoiled NAME FILE SED: with that change something is found in a record of the schedules.
spoiled() {
	rm -rf copy
	mkdir copy copy/content
	cp -r -H "$root/.vscode" copy
	mkdir copy/content/data
	cp -r -H "$root/content/data/schedules" copy/content/data
	sed -i "$3" "copy/$2"
	found=$("$records" copy 2>&1)
	like "$1" "$found" content/data/schedules/
}
schema=content/data/schedules/schema.json
spoiled "a format that its values do not have" $schema 's/"pattern": "^(\[01\].*",/"format": "time",/'
spoiled "a field that no schema knows" content/data/schedules/jelgavas-cietums-isa.json '1s/{/{ "unknown": 1,/'
spoiled "a kind that is not bound" .vscode/settings.json 's/data\/schedules\/\*/data\/others\/*/'
spoiled "a schema taken for a record" .vscode/settings.json 's/, "!\/content\/data\/schedules\/schema.json"//'

# --- ajv, and the language service of VS Code: each record as it is, and with a wrong value -----

modules=$root/tests/node_modules
if command -v node >/dev/null && [ -d "$modules/ajv" ] && [ -d "$modules/vscode-json-languageservice" ]; then
	said=$(node "$root/tests/feeds/records.mjs" "$root" "$root/tests/portal/content/data" 2>&1)
	like "all are looked at" "$said" "*[0-9] records"
	is "and nothing is said of any" "$(echo "$said" | sed '$d')" ""
else
	skip "ajv and the editor's own check" "make test-packages first"
fi

finish
