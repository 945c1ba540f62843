#!/usr/bin/env bash
# gray-matter 4.0.3 with js-yaml 3.15.2 (npm): an hour in front matter becomes a number of minutes.
#
# Expected: js-yaml calls itself a reader of YAML 1.2, and there "8:30" is a text: a number is
# digits alone, or begins with "0o" or "0x" (YAML 1.2.2, section 10.3.2). So "0810" is 810. The
# package yaml reads both so. YAML 1.1 counted in sixties and in eights, and js-yaml 4 no longer does.
#
# Seen: "8:30" is 510 and "12:30" is 750; "08:30" and "8:30-16:30" are texts. "0710" is 456; "0810",
# which is no number of eights, a text. When the page is written again, the number is in the file.
#
# Who would notice: an editor whose program stands on it: "from: 8:30" is saved as "from: 510"
# without a word, and the page says so. To tilts "8:30" is a text, and a number that begins with 0
# is told (src/value/yaml_scalar.c; tests/unit/value_yaml_test.c).
. "${0%/*}/lib.sh"
npm_packages gray-matter@4.0.3 js-yaml@3.15.2 yaml@2.9.1

cat >read.cjs <<'JS'
const matter = require("gray-matter")
const yaml = require("yaml")

const [, , program, text] = process.argv
if (program === "yaml") console.log(JSON.stringify(yaml.parse(text)))
else if (program === "read") console.log(JSON.stringify(matter(`---\n${text}\n---\n`).data))
else console.log(matter.stringify(matter(`---\n${text}\n---\n`)))
JS
read_by() { node read.cjs "$@"; }

seen 'YAML 1.2: an hour' '{"from":"8:30"}' read_by yaml 'from: 8:30'
seen 'YAML 1.2: a number with 0' '{"code":710}' read_by yaml 'code: 0710'
seen 'an hour of one figure' '{"from":510}' read_by read 'from: 8:30'
seen 'an hour of two figures' '{"from":750}' read_by read 'from: 12:30'
seen 'an hour with 0' '{"from":"08:30"}' read_by read 'from: 08:30'
seen 'from, to' '{"open":"8:30-16:30"}' read_by read 'open: 8:30-16:30'
seen 'a number with 0' '{"code":456}' read_by read 'code: 0710'
seen 'written again' '---
from: 510
---' read_by write 'from: 8:30'
finish
