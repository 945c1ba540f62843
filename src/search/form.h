/*
 * The form of the index: text in lines, for the browser and for index.h alike.
 *
 *	search/<language>/index.txt   what is needed for every question
 *	search/<language>/t<N>.txt    words of titles, keywords and headings
 *	search/<language>/b<N>.txt    words of the rest, loaded when those do not answer
 *	search/<language>/d<N>.txt    pages: what a result shows
 *
 * index.txt has lines of a name, a space and what it says:
 *
 *	tilts-search 1 VERSION        the same VERSION begins every part of one build
 *	language CODE TAG
 *	pages N PER_PART KEPT         page n stands in d<n / PER_PART>, line n % PER_PART; the
 *	                              first KEPT are those that a phone keeps unasked
 *	label TEXT                    of a page's kind or section, by number
 *	ending BEFORE|AFTER  final FROM TO          as in latvian.def
 *	way NAME|FROM|TO              as in ways.def
 *	heads KEY KEY …               the first key of t0, t1, …
 *	bodies KEY KEY …              the same of b0, b1, …
 *
 * A part is a line with its VERSION and lines.
 *
 * A line of words: one key and its forms, each with the pages where it stands.
 *
 *	SHARED KEY { ' ' SHARED FORM '!' { DELTA [SECTION] WEIGHT } }
 *
 * SHARED is one digit: how many letters of the line's last key (of the key before it,
 * for keys) or last form (of the key, for the first form) begin this one. Numbers are
 * written from the last digit on, DIGITS_LOW for the last and those above for the others; DELTA is
 * twice the step from the page before, plus 1 when a section follows.
 *
 * A line of pages, between tabs: label, address, title, description, what to show at
 * once (a phone, an address) and three for each section: anchor, heading, first sentence.
 */
#ifndef SEARCH_FORM_H
#define SEARCH_FORM_H

#define FORM_NAME "tilts-search 1"
#define FORM_DIR  "search/"

/* Digits are the characters from '#' to '~': 46 that end a number and 46 that go on. */
#define FORM_FIRST '#'
#define FORM_BASE  46

#endif
