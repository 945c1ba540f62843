#!/bin/sh
# The dates of files in made-up histories with merges, against `git log`, and what
# is kept between builds against walking anew.
. "${0%/*}/lib.sh"

dump=$root/build/tests/store-dump
[ -x "$dump" ] || skip_all "make build/tests/store-dump first"

# made_up SEED: a stream for git fast-import. Branches are edited and merged by
# chance; merges take each file from either side, and now and then from neither.
# Odd seeds have wrong clocks.
made_up() {
	awk -v seed="$1" '
	function chance(n) { return int(rand() * n) }
	function begin(from, also) {
		mark++
		time += chance(3) * 1800
		late = seed % 2 ? chance(2) * 5000 : 0
		printf "commit refs/heads/main\nmark :%d\n", mark
		printf "committer A <a@example.org> %d +0200\ndata <<E\nc%d\nE\n", time - late, mark
		if (from) printf "from :%d\n", from
		if (also) printf "merge :%d\n", also
		for (f = 0; f < nfiles; f++) tree[mark, f] = from ? tree[from, f] : "-"
	}
	function put(f, bytes) {
		if (bytes == tree[mark, f]) return
		tree[mark, f] = bytes
		if (bytes == "-") printf "D c/d%d/f%d\n", f % 3, f
		else printf "M %s inline c/d%d/f%d\ndata <<E\n%d %s\nE\n",
			bytes ~ /x/ ? 755 : 644, f % 3, f, f, bytes
	}
	function edit(from,   n) {
		begin(from)
		for (n = chance(4); n > 0; n--)
			put(chance(nfiles), chance(8) ? chance(4) (chance(6) ? "" : "x") : "-")
		return mark
	}
	function merge(a, b,   f) {
		begin(a, b)
		for (f = 0; f < nfiles; f++)
			put(f, chance(20) ? tree[chance(2) ? a : b, f] : "own" mark)
		return mark
	}
	BEGIN {
		srand(seed); nfiles = 9; time = 1600000000; nheads = 1
		begin(0)
		for (f = 0; f < 5; f++) put(f, "0")
		head[0] = mark
		while (mark < 60) {
			h = chance(nheads)
			if (nheads < 4 && !chance(6)) head[nheads++] = 1 + chance(mark)
			else if (nheads > 1 && !chance(3) && head[h] != head[nheads - 1]) {
				head[h] = merge(head[h], head[nheads - 1]); nheads--
			} else head[h] = edit(head[h])
		}
		while (nheads > 1) {
			if (head[0] != head[nheads - 1]) head[0] = merge(head[0], head[nheads - 1])
			nheads--
		}
		printf "reset refs/heads/main\nfrom :%d\n\n", head[0]
	}'
}

# What git says: "path time id subject".
by_git() {
	git -C "$1" ls-tree -r --name-only main c | while read -r path; do
		git -C "$1" log -1 --format="${path#c/} %ct %H %s" main -- "$path"
	done
}

by_us() {
	"$dump" --cache "$scratch/none$1" --ref main --subdir c "$1" | cut -d' ' -f1,4,6-
}

# Heads on the way, each after its ancestors.
some_heads() {
	git -C "$1" log --topo-order --reverse --format=%H main | awk 'NR % 9 == 4'
	echo main
}

compare_kept() {
	for head in $(some_heads "$1"); do
		for what in "" --changes; do
			"$dump" --cache "$scratch/kept" --ref "$head" --subdir c $what "$1" >kept.out
			"$dump" --cache /proc/none --ref "$head" --subdir c $what "$1" >anew.out
			cmp kept.out anew.out || return 1
		done
	done
}

[ -n "${LONG-}" ] && last=8 || last=4
for seed in $(seq $last); do
	git init -q --bare -b main "r$seed"
	made_up $seed | git -C "r$seed" fast-import --quiet --force
	is "history $seed: the dates of git log" "$(by_us "r$seed")" "$(by_git "r$seed")"
	ok "history $seed: kept or walked anew, the same" compare_kept "r$seed"
	git -C "r$seed" log --no-merges --format=%H main -- c | sort >wanted
	"$dump" --cache /proc/none --ref main --subdir c --changes "r$seed" |
		awk '/^commit/ { print $5 }' | sort >got
	is "history $seed: no change is missing" "$(comm -23 wanted got 2>&1)" ""
done

# moves SEED: one branch; files are renamed, changed, added and deleted, each commit one kind.
moves() {
	awk -v seed="$1" '
	function chance(n) { return int(rand() * n) }
	BEGIN {
		srand(seed)
		for (c = 1; c <= 80; c++) {
			printf "commit refs/heads/main\nmark :%d\n", c
			printf "committer A <a@example.org> %d +0200\ndata <<E\nc%d\nE\n", 1600000000 + c, c
			if (c > 1) printf "from :%d\n", c - 1
			f = chance(6)
			if (!(f in name)) printf "M 644 inline %s\ndata <<E\n%d %d\nE\n", name[f] = "c/f" f, f, c
			else if (chance(2)) {
				was = name[f]; name[f] = "c/d" chance(3) "/f" f
				if (was != name[f]) printf "R %s %s\n", was, name[f]
			} else if (chance(4)) printf "M 644 inline %s\ndata <<E\n%d %d\nE\n", name[f], f, c
			else { printf "D %s\n", name[f]; delete name[f] }
		}
	}'
}

# What git says: --follow knows the same moves.
by_git_following() {
	git -C "$1" ls-tree -r --name-only main c | while read -r path; do
		git -C "$1" log --follow -M100% --diff-filter=AM -1 \
			--format="${path#c/} %ct %H %s" main -- "$path"
	done
}

for seed in $(seq $((last / 2))); do
	git init -q --bare -b main "m$seed"
	moves $seed | git -C "m$seed" fast-import --quiet --force
	is "moves $seed: the dates of git log --follow" "$(by_us "m$seed")" "$(by_git_following "m$seed")"
	ok "moves $seed: kept or walked anew, the same" compare_kept "m$seed"
done

# A folder and a commit with the same files.
git clone -q r2 work
"$dump" --cache "$scratch/a" work/c >folder.out
"$dump" --cache "$scratch/b" --ref main work/c >commit.out
is "a folder and its commit give the same" "$(cat folder.out)" "$(cat commit.out)"
ok "and that is something" test -s folder.out

# 10 000 files, 1 000 commits.
awk 'BEGIN {
	for (c = 0; c < 1000; c++) {
		printf "commit refs/heads/main\ncommitter A <a@example.org> %d +0000\n", 1600000000 + c * 60
		printf "data <<E\nc%d\nE\n", c
		for (i = 0; i < (c ? 3 : 10000); i++) {
			f = c ? (c * 7919 + i * 104729) % 10000 : i
			printf "M 644 inline s%d/p%d.md\ndata <<E\n%d %d\nE\n", f / 100, f % 100, f, c
		}
	}
}' | git -C "$(git init -q --bare -b main big && echo big)" fast-import --quiet
"$dump" --cache "$scratch/big-cache" --ref main big >big.out
is "a large history: every file has a date" "$(awk 'NF > 6 || $4 > 0' big.out | wc -l | tr -d ' ')" 10000

finish
