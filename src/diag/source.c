#include "diag/source.h"

#include <stdlib.h>

#include "base/utf8.h"

uint32_t sources_add(struct sources *sources, str path)
{
	VEC_PUSH(&sources->list, ((struct source){path, S("")}));
	return (uint32_t)sources->list.len;
}

void sources_release(struct sources *sources)
{
	VEC_FREE(&sources->list);
}

struct source *sources_at(const struct sources *sources, uint32_t number)
{
	if (number == 0 || number > sources->list.len)
		BUG("a source number that was never given out");
	return &sources->list.items[number - 1];
}

struct span span_of(uint32_t source, size_t start, size_t end)
{
	return (struct span){source, (uint32_t)start, (uint32_t)end};
}

struct span span_within(struct span outer, size_t start, size_t end)
{
	return span_of(outer.source, outer.start + start, outer.start + end);
}

static uint32_t count_lines(str text)
{
	uint32_t n = 0;
	for (size_t at; (at = str_find_char(text, '\n')) != STR_NONE; n++)
		text = str_from(text, at + 1);
	return n;
}

/* To any line. */
static void walk_to_line(struct place_walk *walk, size_t offset)
{
	str text = walk->text, before = str_sub(text, 0, offset);
	if (offset < walk->at)
		walk->nlines -= count_lines(str_sub(text, offset, walk->at));
	else
		walk->nlines += count_lines(str_sub(text, walk->at, offset));
	walk->line_start = str_rfind_char(before, '\n') + 1; /* STR_NONE + 1 is 0 */
	size_t len = str_find_char(str_from(text, offset), '\n');
	walk->line_end = len == STR_NONE ? text.len + 1 : offset + len + 1;
	walk->nchars = (uint32_t)utf8_count(str_from(before, walk->line_start));
}

/* An end may stand inside a letter: the two parts of it would count as more than one. */
static bool is_inside_letter(str text, size_t at)
{
	return at < text.len && ((unsigned char)text.ptr[at] & 0xc0) == 0x80;
}

static void walk_to(struct place_walk *walk, size_t offset)
{
	if (offset < walk->line_start || offset >= walk->line_end ||
		is_inside_letter(walk->text, walk->at) || is_inside_letter(walk->text, offset))
		walk_to_line(walk, offset);
	else if (offset < walk->at)
		walk->nchars -= (uint32_t)utf8_count(str_sub(walk->text, offset, walk->at));
	else
		walk->nchars += (uint32_t)utf8_count(str_sub(walk->text, walk->at, offset));
	walk->at = offset;
}

struct place place_next(struct place_walk *walk, size_t offset)
{
	walk_to(walk, offset < walk->text.len ? offset : walk->text.len);
	str line = str_sub(walk->text, walk->line_start, walk->line_end - 1);
	if (str_ends(line, S("\r")))
		line.len--;
	return (struct place){walk->nlines + 1, walk->nchars + 1, line};
}

struct place place_at(str text, size_t offset)
{
	struct place_walk walk = {.text = text};
	return place_next(&walk, offset);
}
