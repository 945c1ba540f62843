#!/usr/bin/env bash
# Lynx 2.9.0dev.12 and w3m 0.5.3+git20230121 (Debian): what a page hides until it is so is shown, as if it were so now.
#
# Expected: `hidden` says that an element is not, or not yet, relevant, and programs "should not render" it (HTML Living Standard,
# "The hidden attribute"); a <template> "represents nothing in a rendering" ("The template element"); a <dialog> without `open`
# is not to be shown to the user ("The dialog element"). None of it asks for a script or a style. What else is new
# in HTML, <main>, <time> or <data>, both show by its text.
#
# Seen: all three are text like any other, in both. A list with `reversed` is numbered from 1 upwards.
#
# Who would notice: somebody who reads with such a program and a line of braille or a voice: "no connection", "this list is out of
# date", "sent" stand in the page as if they had happened. What is true only with the script, pages of tilts have
# in attributes, and the script says it (data-say in templates/README.md; tests/pages/script-off.test.js).
. "${0%/*}/lib.sh"
debian lynx=2.9.0dev.12-1 lynx-common=2.9.0dev.12-1 w3m=0.5.3+git20230121-2 libgc1=1:8.2.2-3

cat >page.html <<'HTML'
<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Visits</title>
<main>
<p>On <time datetime="2026-11-03">Tuesday</time>.
<p hidden>There is no connection.
<template><p>This list is out of date.</template>
<dialog><p>Sent.</dialog>
<ol reversed><li>last but one<li>last</ol>
</main>
HTML
words() { sed 's/^ *//; /^$/d'; }
by_lynx() { HOME=$there lynx -cfg=etc/lynx/lynx.cfg -lss=/dev/null -display_charset=utf-8 -dump page.html | words; }
by_w3m() { HOME=$there w3m -T text/html -dump page.html | words; }

seen 'by Lynx' 'On Tuesday.
There is no connection.
This list is out of date.
Sent.
1. last but one
2. last' by_lynx
seen 'by w3m' 'On Tuesday.
There is no connection.
This list is out of date.
Sent.
1. last but one
2. last' by_w3m
finish
