#!/usr/bin/env bash
# jq 1.6 (Debian): where a comma stands in a Latvian text is told in bytes, and a text is cut by letters.
#
# Expected: index(s) is "the index of the first occurrence of s in the input", and `.[10:15]` a substring "from index 10
# (inclusive) to index 15 (exclusive)", with one word in one manual; length of a string is "the number of Unicode codepoints".
# So `.[:index(",")]` is what stands before the first comma, in "Rīga, Jelgava" as in "Ropaži".
#
# Seen: index, rindex and indices count bytes of UTF-8, and a slice counts letters. Of "Rīga, Jelgava" the text before the comma
# is "Rīga,", and of "Рига, Елгава" it is "Рига, Ел". In ASCII it is right, and so are match() and split(). No message. Later
# versions are said to count letters everywhere.
#
# Who would notice: whoever takes a town out of an address, or a name out of a line: wrong in Latvian and more so in Russian,
# while the example in English is well. tilts keeps the parts of an address as parts (content/data/locations/), and so does its
# open data (src/feed/hsds.c).
. "${0%/*}/lib.sh"
debian jq=1.6-2.1+deb12u3 libjq1=1.6-2.1+deb12u3 libonig5=6.9.8-1

of() { jq -nrc --arg text "$1" '$text | '"$2"; }

before='.[:index(",")]'
seen 'ASCII' Ogre of 'Ogre, Jelgava' "$before"
seen 'Latvian' 'Rīga,' of 'Rīga, Jelgava' "$before"
seen 'Russian' 'Рига, Ел' of 'Рига, Елгава' "$before"
seen 'all places, and the length' '[[3],3]' of 'āb,' '[indices(","), length]'
seen 'by match' '[2]' of 'āb,' '[match(",").offset]'
seen 'by split' Rīga of 'Rīga, Jelgava' 'split(",")[0]'
finish
