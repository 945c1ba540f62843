#include "markdown/hide.h"

#include <string.h>

#include "markdown/row.h"

static bool begins_with_pipe(const struct document *doc, size_t n)
{
	return n <= doc->lines.len && doc->text.ptr[doc->lines.starts[n - 1]] == '|';
}

static bool is_empty(const struct document *doc, size_t n)
{
	return n == 0 || doc->text.ptr[doc->lines.starts[n - 1]] == '\n';
}

/* Behind the last line with a pipe of the table that begins with line n and can be hidden; 0: none
 * does. */
static size_t table_end(const struct document *doc, size_t n)
{
	size_t end = n + 1;
	if (!begins_with_pipe(doc, n) || !begins_with_pipe(doc, end) || !is_empty(doc, n - 1))
		return 0;
	while (begins_with_pipe(doc, end))
		end++;
	return row_is_head(lines_at(&doc->lines, n), lines_at(&doc->lines, n + 1)) ? end : 0;
}

/* A span of code, which cmark passes over in one step: no block begins with either sign. */
static char *write_hidden(char *to, size_t nlines)
{
	to = mempcpy(to, "`\n", 2);
	for (size_t i = 2; i < nlines; i++)
		to = mempcpy(to, "|\n", 2);
	return mempcpy(to, "`\n", 2);
}

static char *write_lines(const struct document *doc, size_t from, size_t to, char *out)
{
	size_t start = doc->lines.starts[from - 1], end = doc->lines.starts[to - 1];
	return mempcpy(out, doc->text.ptr + start, end - start);
}

static bool may_be_hidden(str text)
{
	return str_find(text, S("|\n|")) != STR_NONE && str_find_char(text, '<') == STR_NONE &&
	       str_find_char(text, '\r') == STR_NONE && str_find(text, S("```")) == STR_NONE &&
	       str_find(text, S("~~~")) == STR_NONE;
}

str hide_tables(const struct document *doc)
{
	size_t done = 1, n = 1;
	if (!may_be_hidden(doc->text))
		return doc->text;
	char *text = arena_alloc(doc->scratch, doc->text.len + 1), *to = text;
	while (n <= doc->lines.len) {
		size_t end = table_end(doc, n);
		if (end) {
			to = write_hidden(write_lines(doc, done, n, to), end - n);
			done = end;
		}
		n = end ? end : n + 1;
	}
	to = write_lines(doc, done, doc->lines.len + 1, to);
	return str_n(text, (size_t)(to - text));
}
