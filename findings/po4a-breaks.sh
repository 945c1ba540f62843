#!/usr/bin/env bash
# po4a 0.69 (Debian): a line's end that was set by a backslash is lost, and everybody sees the backslash.
#
# Expected: a backslash at the end of a line is a hard break, as two spaces are (CommonMark 0.30, section 6.7). A page
# that goes through po4a with `-o markdown` says the same when nothing is translated yet: the
# manual of Locale::Po4a::Text has the option for "some special markup in Markdown-formatted texts".
#
# Seen: "Rīga\" and "LV-1001" become "Rīga\ LV-1001", one line with a backslash in it, since a backslash before a
# space is itself (section 2.4). With two spaces the lines stay two.
#
# Who would notice: who reads an address or hours with a line for each, in each language but the first. tilts takes
# translations as pages of their own, by their path (content/README.md).
. "${0%/*}/lib.sh"
debian po4a=0.69-1 libyaml-tiny-perl=1.73-1 libsyntax-keyword-try-perl=0.28-1 libpod-parser-perl=1.65-1 libxs-parse-keyword-perl=0.33-1 \
	libunicode-linebreak-perl=0.0.20190101-1+b5 libsombok3=2.4.0-2+b1
PERL5LIB=$there/usr/share/perl5:$(echo "$there"/usr/lib/*-linux-gnu*/perl5/5.36)
export PERL5LIB

through() { # the page that has this text, after po4a
	printf "$1" >page.md
	rm -f page.po
	perl usr/bin/po4a-updatepo -f text -o markdown -M UTF-8 -m page.md -p page.po >/dev/null 2>&1
	perl usr/bin/po4a-translate -f text -o markdown -M UTF-8 -m page.md -p page.po -k 0 -l again.md >/dev/null 2>&1
	cat again.md
}

seen 'two spaces' 'Rīga  
LV-1001' through 'Rīga  \nLV-1001\n'
seen 'a backslash' 'Rīga\ LV-1001' through 'Rīga\\\nLV-1001\n'
finish
