/*
 * Where the lines of a text begin, as cmark counts them: LF, CR and CRLF end a
 * line. The array lives in the arena given.
 */
#ifndef MARKDOWN_LINES_H
#define MARKDOWN_LINES_H

#include "base/arena.h"

struct lines {
	str text;
	uint32_t *starts; /* line n begins at starts[n - 1]; one more entry: the end */
	size_t len;
};

struct lines lines_of(struct arena *arena, str text);

/* Line n, from 1, without its end; empty when there is no such line. */
str lines_at(const struct lines *lines, size_t n);

/* The length of the quote or list mark at `at`, where the line has a character; 0: none. */
size_t line_mark(str line, size_t at);

/* How deep a line can nest at most, by its list and quote marks and its indentation. */
size_t line_depth(str line);

#endif
