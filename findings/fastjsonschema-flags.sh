#!/usr/bin/env bash
# fastjsonschema 2.16.3 (Debian's python3-fastjsonschema): a flag is a number, and "unknown" without quotes is zero.
#
# Expected: two values are the same only when they are of the same type: true is no number (JSON Schema draft-07, Core, section 4.2.3,
# Instance Equality). So `enum: [1, 2]` refuses true and `const: 0` refuses false, in lists, too. And in draft-07 a "time" is a
# full-time (Validation, section 7.3.1), whose hour goes to 23 and which says its zone (RFC 3339, section 5.6).
#
# Seen: both are accepted, true as 1 and false as 0, also inside of a list or an object. `type: integer` refuses true, and
# `uniqueItems` tells 1 from true, so it is known elsewhere. "24:00:00Z", "8:30:00Z" and "08:30:00" without a zone are times.
#
# Who would notice: who checks open data with it: "free of charge: false" passes for a price of 0, and an hour without a zone is
# another hour for each reader. In schemas of tilts true is no number, either way (src/value/schema_check.c), and hours are written with
# their distance from UTC (src/feed/hsds_schedule.c).
. "${0%/*}/lib.sh"
debian python3-fastjsonschema=2.16.3-2

# valid SCHEMA VALUE
valid() {
	/usr/bin/python3 - "$1" "$2" <<'PY'
import json, sys, fastjsonschema

schema = {"$schema": "http://json-schema.org/draft-07/schema#", **json.loads(sys.argv[1])}
try:
    fastjsonschema.compile(schema)(json.loads(sys.argv[2]))
    print("valid")
except fastjsonschema.JsonSchemaValueException:
    print("refused")
PY
}

seen 'true as one of 1 and 2' valid valid '{"enum": [1, 2]}' true
seen 'false as 0' valid valid '{"const": 0}' false
seen 'in a list' valid valid '{"const": [0]}' '[false]'
seen 'true as a whole number' refused valid '{"type": "integer"}' true
seen 'true beside 1' valid valid '{"uniqueItems": true}' '[1, true]'
seen 'an hour' valid valid '{"format": "time"}' '"08:30:00+02:00"'
seen 'an hour that no day has' valid valid '{"format": "time"}' '"24:00:00Z"'
seen 'an hour of one figure' valid valid '{"format": "time"}' '"8:30:00Z"'
seen 'an hour without a zone' valid valid '{"format": "time"}' '"08:30:00"'
finish
