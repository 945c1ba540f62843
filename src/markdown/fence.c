#include "markdown/fence.h"

#include "markdown/lines.h"

#define FENCE_MIN 3

/* Takes blanks and at most that many quote marks from the line; gives how many it had. */
static size_t skip_quotes(str *line, size_t most)
{
	size_t n = 0;
	for (;;) {
		*line = str_trim(*line);
		if (n == most || !str_starts(*line, S(">")))
			return n;
		*line = str_from(*line, 1);
		n++;
	}
}

static size_t count_marks(str line, char mark)
{
	size_t n = 0;
	while (n < line.len && line.ptr[n] == mark)
		n++;
	return n;
}

/* A list's item may begin with a fence. */
static size_t skip_marks(str *line)
{
	size_t quotes = 0;
	for (size_t n = 1; n; *line = str_trim(str_from(*line, n))) {
		quotes += skip_quotes(line, line->len);
		n = line->len ? line_mark(*line, 0) : 0;
	}
	return quotes;
}

static enum fence_line begin(struct fence *fence, str line)
{
	size_t quotes = skip_marks(&line);
	char mark = line.len ? line.ptr[0] : '\0';
	size_t length = mark == '`' || mark == '~' ? count_marks(line, mark) : 0;
	str info = str_trim(str_from(line, length));
	if (length < FENCE_MIN || (mark == '`' && str_find_char(info, '`') != STR_NONE))
		return FENCE_NONE;
	*fence = (struct fence){length, mark, quotes, info};
	return FENCE_BEGINS;
}

enum fence_line fence_read(struct fence *fence, str line)
{
	str inside = line;
	if (!fence->length)
		return begin(fence, line);
	if (skip_quotes(&inside, fence->quotes) < fence->quotes) {
		fence->length = 0; /* the quote has ended, and so has what stood in it */
		return begin(fence, line);
	}
	size_t length = count_marks(inside, fence->mark);
	if (length < fence->length || length < inside.len)
		return FENCE_INSIDE;
	fence->length = 0;
	return FENCE_ENDS;
}
