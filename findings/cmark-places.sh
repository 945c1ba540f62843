#!/usr/bin/env bash
# cmark 0.30.2: two kinds of places that a reader of `--sourcepos` would trust in vain.
#
# Expected: an element's sourcepos, "line:column-line:column", covers the characters that
# make it; the manual calls it the range of source lines an element corresponds to.
#
# Seen: 1. An underlined heading ends on the line after its underline: with a paragraph
# right behind it, its range takes the paragraph's first line in; with a blank line
# behind it, it ends in column 0 of that line.
# 2. A link whose text runs over two lines begins on the line where it ends, and in a
# column that is neither its own nor the line's first; the text inside has its right line.
#
# Who would notice: an editor who is sent to the wrong line by a message. tilts looks for
# the heading's underline (document_last_line() in src/markdown/document.c) and takes the
# line of a link from its text (first_line() in src/markdown/place.c).
. "${0%/*}/lib.sh"
debian cmark=0.30.2-6 libcmark0.30.2=0.30.2-6

# elements NAME…: the lines of the tree that open these.
elements() {
	cmark --to xml --sourcepos | sed -nE "s/^ *(<($(IFS='|'; echo "$*")) sourcepos=\"[^\"]*\").*/\1>/p"
}

heading_with_a_paragraph_behind() { printf 'Visits\n======\nEach day.\n' | elements heading paragraph; }
heading_with_a_blank_line_behind() { printf 'Visits\n======\n\nEach day.\n' | elements heading paragraph; }
link_over_two_lines() { printf 'See [the\nhours](h) there.\n' | elements link text; }

seen 'the heading of lines 1 and 2 takes in line 3' '<heading sourcepos="1:1-3:9">
<paragraph sourcepos="3:1-3:9">' heading_with_a_paragraph_behind
seen 'with a blank line behind it, it ends in column 0' '<heading sourcepos="1:1-3:0">
<paragraph sourcepos="4:1-4:9">' heading_with_a_blank_line_behind
seen 'a link that begins at 1:5 is put at 2:5' '<text sourcepos="1:1-1:4">
<link sourcepos="2:5-2:9">
<text sourcepos="1:6-1:8">
<text sourcepos="2:1-2:5">
<text sourcepos="2:10-2:16">' link_over_two_lines
finish
