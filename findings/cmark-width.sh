#!/usr/bin/env bash
# cmark 0.30.2: a dash in a sentence becomes a list when Markdown is written with a width.
#
# Expected: `-t commonmark --width N` breaks lines at other places and says the same: whitespace
# in a paragraph may be a line break (CommonMark 0.30, section 6.8, soft line breaks), but not
# where the next line would begin with what opens a list, since a list can interrupt a paragraph
# (section 5.2). Numbers are kept from the start of a line, and "#" and ">" are escaped there.
#
# Seen: "-" and "+" are put at the start of a line as they are; what follows is an item of a
# list, and the sentence ends before it.
#
# Who would notice: an editor whose program sets lines anew with cmark, and who writes a dash
# with spaces as the keyboard has it. tilts only reads with cmark and never writes Markdown; the
# forms for editors keep each byte (src/cms/).
. "${0%/*}/lib.sh"
debian cmark=0.30.2-6 libcmark0.30.2=0.30.2-6

# written WIDTH SIGN: the sentence with lines of this width.
written() {
	printf 'Open all week %s Friday only till noon.\n' "$2" | cmark -t commonmark --width "$1"
}
# read_again WIDTH SIGN: which elements it is then.
read_again() {
	written "$@" | cmark --to xml | sed -nE 's/^ *<(paragraph|list|item|block_quote|heading).*/\1/p' | xargs
}

seen 'a wide line' paragraph read_again 60 -
seen 'a dash begins the line' 'Open all week
- Friday only
till noon.' written 14 -
seen 'and is a list' 'paragraph list item paragraph' read_again 14 -
seen 'a plus, too' 'paragraph list item paragraph' read_again 14 +
for sign in '#' '>' '1.'; do
	seen "$sign stays a text" paragraph read_again 14 "$sign"
done
finish
