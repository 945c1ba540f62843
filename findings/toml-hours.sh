#!/usr/bin/env bash
# @iarna/toml 3.0.0 (npm): two hours, one under the other, are refused, and so is a day in a list or in braces.
#
# Expected: "08:30:00" is a local time and "2026-11-03" a local date; the fraction of a second can be left out, and a
# line's end, a comma or a bracket ends them as it ends other values (TOML 1.0, "Local Date", "Local Time", "Array",
# "Inline Table"; the same in 1.0.0-rc.1, which the README says is supported, "highly correct"). smol-toml reads
# all of these.
#
# Seen: behind a time without a fraction the line's end is swallowed, so the next line is an error, unless a space, a
# remark, or an empty line stands between. A comma or a bracket right behind a day or a time is an error: two days
# in a list are refused, though each alone in its line is read. A moment with "Z" is read anywhere.
#
# Who would notice: who keeps hours in TOML, "opens" and "closes", and reads them with it: the whole file is refused, by
# a message that names the line behind the good one. tilts reads YAML and JSON alone (src/value/).
. "${0%/*}/lib.sh"
npm_packages @iarna/toml@3.0.0 smol-toml@1.9.1

cat >read.mjs <<'JS'
import { argv } from "node:process"
import iarna from "@iarna/toml"
import * as smol from "smol-toml"

try {
	console.log(JSON.stringify((argv[2] === "iarna" ? iarna : smol).parse(argv[3])))
} catch (error) {
	console.log(error.message.split("\n")[0])
}
JS
by() { node read.mjs "$@"; }

two='opens = 08:30:00
closes = 17:00:00'
both='{"opens":"08:30:00.000","closes":"17:00:00.000"}'
days='closed = [2026-11-18, 2026-12-24]'
seen 'two hours, by smol-toml' "$both" by smol "$two"
seen 'two hours' 'Unexpected character, expected only whitespace or comments till end of line at row 2, col 1, pos 18:' by iarna "$two"
seen 'two hours with an empty line between' "$both" by iarna "${two/$'\n'/$'\n\n'}"
seen 'two hours with fractions' "$both" by iarna 'opens = 08:30:00.0
closes = 17:00:00.0'
seen 'two days in a list, by smol-toml' '{"closed":["2026-11-18","2026-12-24"]}' by smol "$days"
seen 'two days in a list' 'Incomplete datetime at row 1, col 22, pos 21:' by iarna "$days"
seen 'two moments in a list' '{"closed":["2026-11-18T00:00:00.000Z","2026-12-24T00:00:00.000Z"]}' by iarna \
	'closed = [2026-11-18T00:00:00Z, 2026-12-24T00:00:00Z]'
seen 'a day in braces' 'Incomplete datetime at row 1, col 27, pos 26:' by iarna 'visit = {day = 2026-11-18}'
finish
