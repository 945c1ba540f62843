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

struct place place_at(str text, size_t offset)
{
	struct place place = {1, 1, S("")};
	size_t line_start = 0;
	if (offset > text.len)
		offset = text.len;
	for (size_t i = 0; i < offset; i++) {
		if (text.ptr[i] != '\n')
			continue;
		place.line++;
		line_start = i + 1;
	}
	place.column = (uint32_t)utf8_count(str_sub(text, line_start, offset)) + 1;
	place.line_text = str_from(text, line_start);
	size_t end = str_find_char(place.line_text, '\n');
	place.line_text = str_sub(place.line_text, 0, end);
	if (str_ends(place.line_text, S("\r")))
		place.line_text.len--;
	return place;
}
