#include "markdown/hide.h"

#include <string.h>

#include "markdown/phrase.h"
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

/* Behind the last line of the paragraph of phrases that begins with line n; 0: none does. */
static size_t paragraph_end(const struct document *doc, size_t n)
{
	size_t end = n;
	if (!is_empty(doc, n - 1))
		return 0;
	while (end <= doc->lines.len && phrase_is(lines_at(&doc->lines, end)))
		end++;
	return end > n && (end > doc->lines.len || is_empty(doc, end)) ? end : 0;
}

/* What stands before the words of a heading at the margin that is a phrase, "## "; 0: line n is
 * none. Signs behind the words may be left out. */
static uint32_t heading_mark(const struct document *doc, size_t n)
{
	str line = lines_at(&doc->lines, n);
	uint32_t level = 0;
	while (level < line.len && line.ptr[level] == '#')
		level++;
	bool heads = level > 0 && level <= 6 && str_starts(str_from(line, level), S(" "));
	return heads && phrase_is(str_from(line, level + 1)) && line.ptr[line.len - 1] != '#'
		       ? level + 1
		       : 0;
}

/* A span of code, which cmark passes over in one step: no block begins with either sign. */
static char *write_hidden(char *to, size_t nlines)
{
	if (nlines == 1)
		return mempcpy(to, "|\n", 2);
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
	return str_find_char(text, '<') == STR_NONE && str_find_char(text, '\r') == STR_NONE &&
	       str_find(text, S("```")) == STR_NONE && str_find(text, S("~~~")) == STR_NONE;
}

static struct hidden words_at(const struct document *doc, size_t n)
{
	uint32_t mark = heading_mark(doc, n);
	size_t end = mark ? n + 1 : paragraph_end(doc, n);
	return (struct hidden){(uint32_t)n, (uint32_t)end, mark};
}

str hide_blocks(struct document *doc)
{
	size_t done = 1, n = 1;
	if (!may_be_hidden(doc->text))
		return doc->text;
	doc->hidden = arena_alloc(doc->scratch, doc->lines.len * sizeof(*doc->hidden));
	char *text = arena_alloc(doc->scratch, doc->text.len + 1), *to = text;
	while (n <= doc->lines.len) {
		size_t table = table_end(doc, n);
		struct hidden words = table ? (struct hidden){0} : words_at(doc, n);
		size_t end = table ? table : words.end;
		if (words.end)
			doc->hidden[doc->nhidden++] = words;
		if (end) {
			to = write_lines(doc, done, n, to);
			to = mempcpy(to, doc->text.ptr + doc->lines.starts[n - 1], words.mark);
			to = write_hidden(to, end - n);
			done = end;
		}
		n = end ? end : n + 1;
	}
	to = write_lines(doc, done, doc->lines.len + 1, to);
	return str_n(text, (size_t)(to - text));
}
