#!/usr/bin/env bash
# libyaml 0.2.5: three things that YAML 1.2 allows are refused or read as something else.
#
# Expected: what a reader of YAML 1.2 says, here the npm package yaml 2.9.1.
#
# Seen: 1. A line with nothing but a tab between two lines of a block is an error
# (YAML 1.2.2, section 6.6: such a line is white space alone, like an empty one).
# 2. A tab behind the "-" of an item is an error (section 6.2: tabs may separate).
# 3. In a list between brackets, a text that begins with "?" becomes an object with that
# text as its key (section 7.3.3: a plain text may begin so when no blank follows). No
# message: the value has another type.
#
# Who would notice: an editor whose program leaves tabs. tilts reads front matter with
# libyaml and says where the tab stands and what to do (report_token() in src/value/yaml.c).
# A list of texts that begin with "?" has to be written in quotes.
. "${0%/*}/lib.sh"
debian python3-yaml=6.0-3+b2 libyaml-0-2=0.2.5-1
npm_packages yaml@2.9.1

by_libyaml() {
	printf %b "$1" | /usr/bin/python3 -c '
import json, sys, yaml
try:
    print(json.dumps(yaml.load(sys.stdin, Loader=yaml.CSafeLoader)))
except yaml.YAMLError as error:
    print("error:", error.problem)'
}

by_yaml() {
	printf %b "$1" | node -e '
const text = require("fs").readFileSync(0, "utf8")
console.log(JSON.stringify(require("yaml").parse(text)))'
}

tab_line='visits:\n\t\n  day: 1\n'
tab_item='-\t1\n'
question='[?page=2]\n'
seen 'a line with a tab' '{"visits":{"day":1}}' by_yaml "$tab_line"
seen 'a line with a tab, libyaml' 'error: found character that cannot start any token' by_libyaml "$tab_line"
seen 'a tab behind a dash' '[1]' by_yaml "$tab_item"
seen 'a tab behind a dash, libyaml' 'error: found character that cannot start any token' by_libyaml "$tab_item"
seen 'a question mark first' '["?page=2"]' by_yaml "$question"
seen 'a question mark first, libyaml' '[{"page=2": null}]' by_libyaml "$question"
finish
