/*
 * The form of the index: text in lines, for the browser and for index.h alike.
 *
 *	search/<language>/index.txt   what is needed for every question
 *	search/<language>/bodies.txt  and for one in the reader's own language
 *	search/<language>/t<N>.txt    words of titles, keywords and headings
 *	search/<language>/b<N>.txt    words of the rest, loaded when those do not answer
 *	search/<language>/d<N>.txt    pages: what a result shows
 *	search/<language>/k<N>.txt    all keys of t<N>, a letter each, to find slips in; none on
 *	                              large sites
 *	search/<language>/copy.txt    all t<N> and the first d<N>: what a phone keeps unasked
 *	search/text/<page>.txt        the text of a page: what a result shows of it; of the first,
 *	                              search/text.txt
 *	search/text/<page>.<S>.txt    that of section S, where a long text is cut
 *	search/shelf/<N>.txt          on large sites: the short texts of neighbours
 *
 * index.txt has lines of a name, a space and what it says:
 *
 *	tilts-search 3 NUMBERS        a hash of which page, and which label, has which number
 *	language CODE TAG [cyrillic]
 *	root ADDRESS                  of the site; search/ and all pages lie below
 *	pages N PER_PART KEPT         page n stands in d<n / PER_PART>, line n % PER_PART; the
 *	                              first KEPT are those that a phone keeps unasked
 *	label TEXT                    of a page's kind or section, by number
 *	ending BEFORE|AFTER  final FROM TO LEAST    as in latvian.def
 *	way NAME|FROM|TO              as in ways.def
 *	heads KEY KEY …               where t0, t1, … begin: no more letters than tell the first key
 *	                              from the last one before it
 *	keys LETTER LETTER …          with what the keys of k0, k1, … begin
 *
 * bodies.txt has one line, the same of b0, b1, …. A language beside the reader's own is asked for
 * what stands in its heads: a list as long as half of all else would come for nothing.
 *
 *	bodies KEY KEY …
 *
 * A part is a line that says what it is of, and lines. Parts that fit together may come from
 * several builds: an edit of a page changes the parts that have its words, and no others. So
 * d<N> begins with NUMBERS; t<N>, b<N> and k<N> with NUMBERS, where they begin and where the next
 * does, or nothing behind the last.
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
 * A line of k<N>: SHARED KEY.
 *
 * A line of pages, between tabs: label, with FORM_CUT behind it when each section of the text
 * has a file, and " shelf/N PLACE" when the text stands on shelf N, behind PLACE others; address,
 * title, description, what to show at once (a phone, an address) and two for each section: anchor,
 * heading.
 *
 * In copy.txt each part stands behind its name and an end of line, and ends with FORM_TEXT_END: a
 *file for hundreds of small ones, where each request costs.
 *
 * A line of a text that is whole is a section, the first what stands before the first heading; each
 * of its sentences ends with FORM_SENTENCE. Each text of a shelf ends with FORM_TEXT_END.
 */
#ifndef SEARCH_FORM_H
#define SEARCH_FORM_H

#define FORM_NAME  "tilts-search 3"
#define FORM_DIR   "search/"
#define FORM_TEXT  "search/text"
#define FORM_SHELF "search/shelf/"

#define FORM_SENTENCE '\x1f'
#define FORM_TEXT_END '\x1d'
#define FORM_CUT      "!"

/* Digits are the characters from '#' to '~': 46 that end a number and 46 that go on. */
#define FORM_FIRST '#'
#define FORM_BASE  46

#endif
