#include "markdown/lines.h"

#include <string.h>

#include "base/ascii.h"

/* Behind the line that begins at `at`; `returns`: one may end with CR. */
static size_t line_end(str text, size_t at, bool returns)
{
	if (!returns) {
		const char *end = memchr(text.ptr + at, '\n', text.len - at);
		return end ? (size_t)(end - text.ptr) + 1 : text.len;
	}
	while (at < text.len && text.ptr[at] != '\n' && text.ptr[at] != '\r')
		at++;
	bool both = at + 1 < text.len && text.ptr[at] == '\r' && text.ptr[at + 1] == '\n';
	return at < text.len ? at + 1 + both : at;
}

#define LINES_AT_FIRST 128

struct lines lines_of(struct arena *arena, str text)
{
	const size_t size = sizeof(uint32_t);
	size_t room = LINES_AT_FIRST;
	struct lines lines = {text, arena_alloc(arena, room * size), 0};
	bool returns = str_find_char(text, '\r') != STR_NONE;
	for (size_t at = 0; at < text.len; at = line_end(text, at, returns)) {
		lines.starts[lines.len++] = (uint32_t)at;
		if (lines.len == room) {
			lines.starts =
				arena_grow(arena, lines.starts, room * size, 2 * room * size);
			room *= 2;
		}
	}
	lines.starts[lines.len] = (uint32_t)text.len;
	return lines;
}

str lines_at(const struct lines *lines, size_t n)
{
	if (n == 0 || n > lines->len)
		return S("");
	str line = str_sub(lines->text, lines->starts[n - 1], lines->starts[n]);
	while (line.len > 0 && (line.ptr[line.len - 1] == '\n' || line.ptr[line.len - 1] == '\r'))
		line.len--;
	return line;
}

static bool blank_at(str line, size_t at)
{
	return at >= line.len || line.ptr[at] == ' ' || line.ptr[at] == '\t';
}

size_t line_mark(str line, size_t at)
{
	char c = line.ptr[at];
	if (c == '>')
		return 1;
	if (c == '-' || c == '+' || c == '*')
		return blank_at(line, at + 1) ? 1 : 0;
	size_t end = at;
	while (end < line.len && ascii_is_digit(line.ptr[end]))
		end++;
	if (end == at || end == line.len || (line.ptr[end] != '.' && line.ptr[end] != ')'))
		return 0;
	return blank_at(line, end + 1) ? end + 1 - at : 0;
}

size_t line_depth(str line)
{
	size_t marks = 0, columns = 0, run = 0;
	char last = '\0';
	size_t at = 0;
	while (at < line.len) {
		char c = line.ptr[at];
		if (c == ' ' || c == '\t') {
			columns += c == ' ' ? 1 : 4;
			at++;
			continue;
		}
		size_t len = line_mark(line, at);
		if (len == 0)
			break;
		run = c == last ? run + 1 : 1;
		last = c;
		marks++;
		at += len;
	}
	/* "- - -" up to the end is a rule across the page, not a list. */
	if (at == line.len)
		return last == '-' || last == '*' ? marks - run + 1 : marks;
	return marks + (columns > marks ? columns - marks : 0) / 2;
}
