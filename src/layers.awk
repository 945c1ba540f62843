# Holds src/LAYERS: awk -f src/layers.awk src/LAYERS src/*/*.[ch]
# A file may include its own folder and folders of lower rank; a header named
# behind a folder may be included by that folder alone.
function fail(text) { printf "%s:%d: %s\n", FILENAME, FNR, text; broken = 1 }

FILENAME == ARGV[1] {
	if ($1 ~ /^[0-9]+$/) {
		rank[$2] = $1
		for (i = 3; i <= NF; i++)
			owner[$i] = $2
	}
	next
}

FNR == 1 {
	split(FILENAME, part, "/")
	here = part[2]
}

match($0, /^#include "[a-z]+\//) {
	there = substr($0, 11, RLENGTH - 11)
	if (!(there in rank))
		fail("no folder " there "/ in src/LAYERS")
	else if (there != here && rank[there] >= rank[here])
		fail(here "/ (rank " rank[here] ") may not include " there "/ (rank " rank[there] ")")
}

match($0, /^#include <[^>]+>/) {
	header = substr($0, 11, RLENGTH - 11)
	for (own in owner)
		if (index(header, own) == 1 && owner[own] != here)
			fail("<" header "> belongs to " owner[own] "/ alone")
}

END { exit broken }
