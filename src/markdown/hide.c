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

/* --- words -------------------------------------------------------------------------- */

/* What stands before the words of a heading or an item at the margin: "## ", "- ". */
static size_t mark_len(str line)
{
	size_t level = 0;
	while (level < line.len && line.ptr[level] == '#')
		level++;
	if (level > 0 && level <= 6 && str_starts(str_from(line, level), S(" ")))
		return level + 1;
	return str_starts(line, S("- ")) ? 2 : 0;
}

/* Signs behind the words of a heading may be left out, and an item may go on in the next line. */
static bool ends_with_line(const struct document *doc, size_t n, str line)
{
	str next = lines_at(&doc->lines, n + 1);
	return line.ptr[0] == '#' ? !str_ends(line, S("#"))
				  : !next.len || str_starts(next, S("- "));
}

static bool read_paragraph(struct document *doc, size_t n, size_t *end)
{
	bool good = is_empty(doc, n - 1);
	for (*end = n; good && *end <= doc->lines.len && !is_empty(doc, *end); ++*end) {
		if (*end > n)
			phrase_break(&doc->phrases);
		good = phrase_read(&doc->phrases, lines_at(&doc->lines, *end));
	}
	return good && *end > n;
}

/* Reads the words of the block that begins with line n, up to its end. */
static bool read_words(struct document *doc, size_t n, size_t *end)
{
	str line = lines_at(&doc->lines, n);
	size_t mark = mark_len(line);
	if (!mark)
		return read_paragraph(doc, n, end);
	*end = n + 1;
	return ends_with_line(doc, n, line) && phrase_read(&doc->phrases, str_from(line, mark));
}

/* Behind the last line of the block of phrases that begins with line n; 0: none does. */
static size_t take_words(struct document *doc, size_t n)
{
	size_t from = doc->phrases.len, end;
	if (!read_words(doc, n, &end)) {
		doc->phrases.len = from;
		return 0;
	}
	doc->hidden[doc->nhidden++] =
		(struct hidden){(uint32_t)n, (uint32_t)from, (uint32_t)doc->phrases.len};
	return end;
}

/* --- the text for cmark ------------------------------------------------------------- */

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

/* With the mark that the first line has. */
static char *write_block(const struct document *doc, size_t from, size_t end, char *to)
{
	str line = lines_at(&doc->lines, from);
	return write_hidden(mempcpy(to, line.ptr, mark_len(line)), end - from);
}

str hide_blocks(struct document *doc)
{
	size_t done = 1, n = 1;
	if (!may_be_hidden(doc->text))
		return doc->text;
	doc->hidden = arena_alloc(doc->scratch, doc->lines.len * sizeof(*doc->hidden));
	char *text = arena_alloc(doc->scratch, doc->text.len + 1), *to = text;
	while (n <= doc->lines.len) {
		size_t table = table_end(doc, n), end = table ? table : take_words(doc, n);
		if (end) {
			to = write_block(doc, n, end, write_lines(doc, done, n, to));
			done = end;
		}
		n = end ? end : n + 1;
	}
	to = write_lines(doc, done, doc->lines.len + 1, to);
	return str_n(text, (size_t)(to - text));
}
