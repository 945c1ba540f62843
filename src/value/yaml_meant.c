#include "value/yaml_meant.h"

#include "base/ascii.h"

/* The quotation mark above the line at `at` that nothing closes before it: the next one that comes
 * was taken for its end. STR_NONE: there is none. */
static size_t open_quote_above(str text, size_t at)
{
	size_t open = STR_NONE, from = 0;
	str rest = text;
	for (str line; str_cut(&rest, '\n', &line); from += line.len + 1) {
		size_t quote = str_find(line, S(": \"")), nquotes = 0;
		for (size_t i = 0; i < line.len; i++)
			nquotes += line.ptr[i] == '"';
		if (from + line.len >= at)
			break;
		if (open != STR_NONE && nquotes)
			open = STR_NONE;
		else if (quote != STR_NONE && nquotes == 1)
			open = from + quote + 2;
	}
	return open;
}

bool yaml_meant_open_quote(str text, struct span span, size_t at, struct diags *diags)
{
	size_t open = open_quote_above(text, at);
	if (open == STR_NONE)
		return false;
	diag_add(diags, DIAG_YAML_SYNTAX, span_within(span, open, open + 1),
		"a quotation mark is never closed");
	diag_note(diags, SPAN_NONE, "put a second one at the end of this line");
	return true;
}

static str line_at(str text, size_t at)
{
	size_t from = at < text.len ? at : text.len;
	while (from > 0 && text.ptr[from - 1] != '\n')
		from--;
	str line = str_from(text, from);
	return str_sub(line, 0, str_find_char(line, '\n'));
}

/* The mark with which the value of a line begins; 0: none. */
static char mark_of_value(str line)
{
	size_t colon = str_find(line, S(": "));
	str value = colon == STR_NONE ? S("") : str_trim(str_from(line, colon + 2));
	return value.len && (value.ptr[0] == '"' || value.ptr[0] == '\'') ? value.ptr[0] : '\0';
}

bool yaml_meant_inner_quote(str text, struct span span, size_t at, struct diags *diags)
{
	str line = line_at(text, at);
	char mark = mark_of_value(line);
	size_t begin = (size_t)(line.ptr - text.ptr), end = at < text.len ? at : text.len;
	while (end > begin && text.ptr[end - 1] == ' ')
		end--;
	if (!mark || end == begin || text.ptr[end - 1] != mark)
		return false;
	diag_add(diags, DIAG_YAML_SYNTAX, span_within(span, end - 1, end),
		"the value ends at this quotation mark, and more stands behind it");
	if (mark == '"')
		diag_note(diags, SPAN_NONE,
			"inside of a value write „ and ”; a straight mark is written \\\" there");
	else
		diag_note(diags, SPAN_NONE, "put the value in double quotes: name: \"value\"");
	return true;
}

bool yaml_meant_space(str text, struct span span, size_t from, struct diags *diags)
{
	str line = str_from(text, from);
	line = str_sub(line, 0, str_find_char(line, '\n'));
	size_t len = 0;
	while (len < line.len && (ascii_is_alnum(line.ptr[len]) || line.ptr[len] == '_'))
		len++;
	bool joined = len > 0 && len + 1 < line.len && line.ptr[len] == ':' &&
		      line.ptr[len + 1] != ' ' && line.ptr[len + 1] != '/';
	if (!joined)
		return false;
	diag_add(diags, DIAG_YAML_SYNTAX, span_within(span, from + len, from + len + 1),
		"a space is missing behind this ':'");
	diag_note(diags, SPAN_NONE, "write '%.*s: %.*s'", (int)len, line.ptr,
		STR_ARGS(str_trim(str_from(line, len + 1))));
	return true;
}

bool yaml_meant_item(str text, struct span span, size_t from, struct diags *diags)
{
	str line = str_from(text, from);
	line = str_sub(line, 0, str_find_char(line, '\n'));
	if (line.len < 2 || line.ptr[0] != '-' || line.ptr[1] == '-' || line.ptr[1] == ' ')
		return false;
	diag_add(diags, DIAG_YAML_SYNTAX, span_within(span, from, from + 1),
		"a space is missing behind this '-'");
	diag_note(diags, SPAN_NONE, "write '- %.*s'", STR_ARGS(str_trim(str_from(line, 1))));
	return true;
}
