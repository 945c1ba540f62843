# Holds each folder of src/ to one direction: awk -f src/circles.awk F F, where
# F is src/*/*.[ch]. Files are read twice: who defines what, then who calls it.
# An edge is a header that includes a header of its folder, or a file that calls
# a function defined in another file of its folder. A circle of either fails.
function folder(file) { sub(/\/[^\/]*$/, "", file); return file }

function edge(from, to, why) {
	if (from != to && folder(from) == folder(to) && !((from, to) in because)) {
		because[from, to] = FILENAME ":" FNR ": " why
		next_of[from] = next_of[from] " " to
	}
}

# Where `file` still leads, or "".
function way(file,   to, n, i) {
	n = split(next_of[file], to, " ")
	for (i = 1; i <= n; i++)
		if (to[i] in next_of)
			return to[i]
	return ""
}

function tell(file,   seen) {
	while (!(file in seen)) {
		seen[file] = 1
		file = way(file)
	}
	print "a circle in " folder(file) "/:"
	do {
		print "\t" because[file, way(file)]
		delete seen[file]
		file = way(file)
	} while (file in seen)
}

# A line without texts and comments.
function bare(line) {
	gsub(/\\./, "", line)
	gsub(/"[^"]*"/, "\"\"", line)
	gsub(/\/\*([^*]|\*+[^*\/])*\*+\//, "", line)
	sub(/\/\*.*/, "", line)
	return line
}

FNR == 1 && FILENAME in read_once { second = 1 }
FNR == 1 { read_once[FILENAME] = 1; in_comment = 0 }

in_comment {
	if (!sub(/^.*\*\//, ""))
		next
	in_comment = 0
}

{
	line = bare($0)
	in_comment = $0 ~ /\/\*/ && $0 !~ /\*\/[^*]*$/
}

# Definitions begin at the edge of the sheet.
!second && FILENAME ~ /c$/ && line ~ /^[a-z][a-z0-9_ *]*[ *][a-z0-9_]+\(/ && line !~ /;$/ {
	name = substr(line, 1, index(line, "(") - 1)
	sub(/^.*[ *]/, "", name)
	if (line ~ /^static /)
		own[FILENAME, name] = 1
	else
		home[name, folder(FILENAME)] = FILENAME
}

second && FILENAME ~ /h$/ && match($0, /^#include "[^"]+"/) {
	edge(FILENAME, "src/" substr($0, 11, RLENGTH - 11), "includes " substr($0, 10, RLENGTH - 9))
}

second && FILENAME ~ /c$/ {
	while (match(line, /[a-z][a-z0-9_]*\(/)) {
		name = substr(line, RSTART, RLENGTH - 1)
		before = substr(line, 1, RSTART - 1)
		line = substr(line, RSTART + RLENGTH)
		if ((name, folder(FILENAME)) in home && !((FILENAME, name) in own) && before !~ /(\.|->|[A-Za-z0-9_])$/)
			edge(FILENAME, home[name, folder(FILENAME)], "calls " name "()")
	}
}

# Files that lead nowhere go, until none does: what is left leads into a circle.
END {
	do {
		gone = 0
		for (file in next_of)
			if (way(file) == "") {
				delete next_of[file]
				gone = 1
			}
	} while (gone)
	for (file in next_of) {
		tell(file)
		exit 1
	}
}
