#include "markdown/lines.h"

#include <string.h>

#include "base/ascii.h"

static size_t count_char(str text, char c)
{
	size_t n = 0;
	for (size_t at; (at = str_find_char(text, c)) != STR_NONE; n++)
		text = str_from(text, at + 1);
	return n;
}

struct lines lines_of(struct arena *arena, str text)
{
	struct lines lines = {text, NULL, 0};
	size_t returns = count_char(text, '\r');
	size_t most = count_char(text, '\n') + returns + 2;
	lines.starts = arena_alloc(arena, most * sizeof(*lines.starts));
	size_t at = 0;
	while (at < text.len) {
		lines.starts[lines.len++] = (uint32_t)at;
		str rest = str_from(text, at);
		size_t end = returns == 0 ? str_find_char(rest, '\n') : 0;
		if (returns > 0)
			while (end < rest.len && rest.ptr[end] != '\n' && rest.ptr[end] != '\r')
				end++;
		if (end >= rest.len)
			break;
		at += end + 1;
		if (rest.ptr[end] == '\r' && end + 1 < rest.len && rest.ptr[end + 1] == '\n')
			at++;
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
