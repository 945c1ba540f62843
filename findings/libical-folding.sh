#!/usr/bin/env bash
# libical 3.0.16: a line of some lengths is folded between its CR and its LF.
#
# Expected: lines end in CRLF; a long one is folded by a CRLF and a space between two of its
# characters (RFC 5545, section 3.1). Unfolded, it is what it was, and a CR stands before
# each LF and nowhere else.
#
# Seen: when 73 octets are left for the last piece, the fold stands inside the line's own end:
# CR CR LF, a space, LF. Unfolded, the value ends in CR, and a line ends in LF alone. The
# same happens at 147 octets, with two pieces. With 74 the fold stands before the line's end:
# a piece of nothing. 72 are folded well.
#
# Who would notice: readers that take CRLF to the letter; others show a sign that is none at
# the end of a title. tilts wrote its calendars with libical once and took such folds out; now it
# folds by itself, as for cards (src/feed/content_line.c; the unit test calendar/folds_of_every_length).
. "${0%/*}/lib.sh"
debian libical3=3.0.16-1+b1 libicu72=72.1-3+deb12u1

cat >write.py <<'PY'
import ctypes, sys

ical = ctypes.CDLL("libical.so.3")
ical.icalcomponent_new_from_string.restype = ctypes.c_void_p
ical.icalcomponent_as_ical_string.restype = ctypes.c_char_p
ical.icalcomponent_as_ical_string.argtypes = [ctypes.c_void_p]

text = "BEGIN:VEVENT\r\nSUMMARY:%s\r\nEND:VEVENT\r\n" % ("a" * int(sys.argv[1]))
event = ical.icalcomponent_new_from_string(text.encode())
written = ical.icalcomponent_as_ical_string(event).decode()
print(written.replace("a" * 72, "(72)").replace("\r", "CR ").replace("\n", "LF "))
PY
written() {
	/usr/bin/python3 write.py "$1"
}

seen '72 letters' 'BEGIN:VEVENTCR LF SUMMARY:CR LF  (72)CR LF END:VEVENTCR LF ' written 72
seen '73 letters: CR CR LF, a space, LF' \
	'BEGIN:VEVENTCR LF SUMMARY:CR LF  (72)aCR CR LF  LF END:VEVENTCR LF ' written 73
seen '74 letters: a piece of nothing' \
	'BEGIN:VEVENTCR LF SUMMARY:CR LF  (72)aaCR LF  CR LF END:VEVENTCR LF ' written 74
finish
