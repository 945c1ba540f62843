#!/usr/bin/env bash
# parse-diff 0.12.0, gitdiff-parser 0.3.1, diff2html 3.4.56 and simple-git 4.0.2 (npm): a file with a Latvian letter in its name
# has another name in what git says of a change.
#
# Expected: in a patch a name with bytes beyond ASCII stands between quotation marks, each such byte as a backslash and three
# digits, by default; where a name has a space, a tab stands behind it in the lines of --- and +++ (git-diff, "Generating patch
# text with -p"; git-config, core.quotePath). It is a way to write the name, so who reads patches gives the name: "lv/ziņas.md",
# "lv/b c.md".
#
# Seen: parse-diff and diff2html give "lv/zi\305\206as.md", gitdiff-parser "/lv/zi\305\206as.md"" without the "a" or "b" but
# with a quotation mark at its end, simple-git's diffSummary() the name with both. Of a name with a space, gitdiff-parser and
# diff2html keep the tab. Its status() is right, since it asks git for names that are not quoted.
#
# Who would notice: an editor whose page is "ziņas.md" and whose check at the forge finds the mistake and writes it to nobody:
# there is no such file in the change. tilts takes names from git's objects and never from what a command prints (src/source/).
. "${0%/*}/lib.sh"
npm_packages parse-diff@0.12.0 gitdiff-parser@0.3.1 diff2html@3.4.56 simple-git@4.0.2
command -v git >/dev/null || cannot 'git is needed'

{
	export GIT_CONFIG_NOSYSTEM=1 HOME=$there
	git init -b main pages && cd pages
	git config user.name editor && git config user.email editor@portal.example
	mkdir lv && echo one >'lv/ziņas.md' && echo one >'lv/b c.md'
	git add . && git commit -m one
	echo two >'lv/ziņas.md' && echo two >'lv/b c.md'
	git commit -am two
} >/dev/null 2>&1
git show --format= >../patch && cd ..

cat >names.mjs <<'JS'
import { readFileSync } from "node:fs"
import { parse } from "diff2html"
import gitdiff from "gitdiff-parser"
import parseDiff from "parse-diff"
import { simpleGit } from "simple-git"

const patch = readFileSync("patch", "utf8")
const names = {
	"parse-diff": () => parseDiff(patch).map(({ to }) => to),
	"gitdiff-parser": () => gitdiff.parse(patch).map(({ newPath }) => newPath),
	diff2html: () => parse(patch).map(({ newName }) => newName),
	"simple-git": async () => (await simpleGit("pages").diffSummary(["HEAD~1", "HEAD"])).files.map(({ file }) => file),
}
for (const name of await names[process.argv[2]]()) console.log(name.replace("\t", "<tab>"))
JS

seen 'git itself' 'lv/b c.md
lv/ziņas.md' git -C pages -c core.quotePath=false diff --name-only HEAD~1 HEAD
seen 'parse-diff' 'lv/b c.md
lv/zi\305\206as.md' node names.mjs parse-diff
seen 'gitdiff-parser' 'lv/b c.md<tab>
/lv/zi\305\206as.md"' node names.mjs gitdiff-parser
seen 'diff2html' 'lv/b c.md<tab>
lv/zi\305\206as.md' node names.mjs diff2html
seen 'simple-git' 'lv/b c.md
"lv/zi\305\206as.md"' node names.mjs simple-git
finish
