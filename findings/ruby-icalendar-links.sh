#!/usr/bin/env bash
# icalendar 2.8.0 (Debian's ruby-icalendar): a link with a semicolon becomes several, and a backslash in a text takes a line's end along.
#
# Expected: URL is of the type URI, whose value is one address as RFC 3986 has it, with commas and semicolons (RFC 5545, sections 3.8.4.6
# and 3.3.13): "https://portal.example/map/56.9,24.1;lang=lv" is one. In a text "\N" is a line's end as "\n" is, and "\\" is a backslash,
# whatever stands behind it (section 3.3.11): "C:\\new" is C:, a backslash and "new". What is read and written is the same.
#
# Seen: the link is a list of three, at the comma and the semicolon; with a comma alone it is whole. What the package itself wrote, it
# reads so. "\N" is a backslash and an N, and is written as "\\N"; "\\n" is a backslash and a line's end.
#
# Who would notice: who taps the link of an event in a page that stands on it: it leads to another place of the map, or nowhere.
# Links of events of tilts are addresses of its pages, without such signs (src/feed/ical.c), and its texts have no
# backslash but those that the standard asks for (src/feed/content_line.c).
. "${0%/*}/lib.sh"
debian ruby-icalendar=2.8.0-1 ruby-ice-cube=0.16.4-3 ruby3.1=3.1.7+really3.1.2-0+deb12u1 libruby3.1=3.1.7+really3.1.2-0+deb12u1 \
	libyaml-0-2=0.2.5-1 libffi8=3.4.4-1 libgmp10=2:6.2.1+dfsg1-1.1
RUBYLIB=$there/usr/lib/ruby/vendor_ruby:$there/usr/lib/ruby/3.1.0:$(echo "$there"/usr/lib/*-linux-gnu*/ruby/3.1.0)
for gem in "$there"/usr/share/rubygems-integration/all/gems/*/lib; do RUBYLIB=$gem:$RUBYLIB; done
export RUBYLIB

# read LINE…: an event with these lines, its link, its text and how the text is written
cat >read.rb <<'RB'
require "stringio"
require "icalendar"

lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1@x", "DTSTAMP:20261101T000000Z",
	"DTSTART:20261103T090000Z", *ARGV, "END:VEVENT", "END:VCALENDAR"]
event = Icalendar::Calendar.parse(lines.map { |line| line + "\r\n" }.join).first.events.first
puts "link: #{[*event.url].map(&:to_s).inspect}" if event.url
puts "text: #{event.description.to_s.inspect}, #{event.to_ical[/^DESCRIPTION.*$/].strip}" if event.description
RB
read_event() { ruby3.1 --disable-gems read.rb "$@" 2>/dev/null; }

seen 'a link' 'link: ["https://portal.example/a"]' read_event URL:https://portal.example/a
seen 'a link with a comma' 'link: ["https://portal.example/map/56.9,24.1"]' read_event URL:https://portal.example/map/56.9,24.1
seen 'a link with a semicolon' 'link: ["https://portal.example/a", "lang=lv"]' read_event 'URL:https://portal.example/a;lang=lv'
seen 'with both' 'link: ["https://portal.example/map/56.9", "24.1", "lang=lv"]' read_event 'URL:https://portal.example/map/56.9,24.1;lang=lv'
seen "a line's end" 'text: "a\nb", DESCRIPTION:a\nb' read_event 'DESCRIPTION:a\nb'
seen 'the same in capitals' 'text: "a\\Nb", DESCRIPTION:a\\Nb' read_event 'DESCRIPTION:a\Nb'
seen 'a backslash before an n' 'text: "C:\\\new", DESCRIPTION:C:\\\new' read_event 'DESCRIPTION:C:\\new'
finish
