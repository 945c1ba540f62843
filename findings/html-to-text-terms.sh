#!/usr/bin/env bash
# html-to-text 10.0.1 (npm): a name and what belongs to it grow together, a telephone with the next name, too.
#
# Expected: each <dt>, <dd> and <summary> is a line of its own in a browser: display: block (HTML Living
# Standard, "Rendering": "Lists" and "The details and summary elements"). The README calls what comes out
# "beautiful text", with paragraphs and lists as they are seen.
#
# Seen: "<dt>Duty<dd>60000001<dt>Office<dd>60000002" is "Duty60000001Office60000002", and a <summary> grows
# into the first word behind it. Items of <ul> and <ol> are lines, but a number that an item has by
# `value` is lost.
#
# Who would notice: who gets a newsletter as text, which programs that send mail make with it: a
# telephone can't be tapped, and where a name ends is anybody's guess. tilts sends no mail; its feeds
# have a summary that is text from the start (src/feed/atom.c).
. "${0%/*}/lib.sh"
npm_packages html-to-text@10.0.1

text() { node -e 'console.log(require("html-to-text").convert(process.argv[1]))' "$1"; }

seen 'a list of names' 'Duty60000001Office60000002' text \
	'<dl><dt>Duty</dt><dd>60000001</dd><dt>Office</dt><dd>60000002</dd></dl>'
seen 'the same as paragraphs' 'Duty

60000001' text '<p>Duty</p><p>60000001</p>'
seen 'what is folded' 'Money60000001' text '<details><summary>Money</summary>60000001</details>'
seen 'an item with a number of its own' ' 1. Ask
 2. Wait' text '<ol><li>Ask</li><li value="7">Wait</li></ol>'
finish
