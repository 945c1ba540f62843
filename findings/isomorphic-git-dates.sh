#!/usr/bin/env bash
# isomorphic-git 1.44.19 (npm): after a merge, a page was last changed by a change of another page.
#
# Expected: log() with `filepath` gives the commits of that file only, says the manual, and with `depth: 1` the last of
# them. git leaves a merge out that has the file as one of its parents has it, and what is on the other side
# with it ("History Simplification", git-log). So a page that was changed on a branch, which is merged
# after another page was changed, has the branch's day.
#
# Seen: the merge is there, and so is the change of the other page before it, which the file has no part in. With `depth: 1`
# there are these two, and the right one is missing. Without a merge it is right.
#
# Who would notice: a reader who sees "changed yesterday" on a page that nobody touched for a year, since all
# editors' changes come by merges. tilts asks each parent for the file, and goes on to the one that has it as it is
# (src/source/history.c; tests/cli/source-history.t).
. "${0%/*}/lib.sh"
npm_packages isomorphic-git@1.44.19
export GIT_CONFIG_NOSYSTEM=1 HOME=$there GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@localhost GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@localhost

# on DAY WORDS: a commit of all that has changed.
on() {
	GIT_AUTHOR_DATE=2026-11-0$1T10:00:00Z GIT_COMMITTER_DATE=2026-11-0$1T10:00:00Z "${@:2}"
}
git init -q -b main portal
cd portal || exit 2
echo 1 >visits.md
echo 1 >letters.md
git add .
on 1 git commit -qm 'both pages'
git checkout -qb branch
echo 2 >visits.md
on 2 git commit -qam 'visits'
git checkout -q main
echo 2 >letters.md
on 3 git commit -qam 'letters'
on 4 git merge -q --no-ff -m 'merge' branch
cd ..

changes() {
	node --input-type=module -e '
import fs from "node:fs"
import git from "isomorphic-git"

const [filepath, depth] = process.argv.slice(1)
for (const { commit } of await git.log({ fs, dir: "portal", filepath, depth: Number(depth) || undefined }))
	console.log(commit.message.trim())' "$@"
}

seen 'by git, visits.md' 'visits
both pages' git -C portal log --format=%s -- visits.md
seen 'by isomorphic-git, letters.md' 'letters
both pages' changes letters.md
seen 'by isomorphic-git, visits.md' 'merge
letters
visits
both pages' changes visits.md
seen 'the last one' 'merge
letters' changes visits.md 1
finish
