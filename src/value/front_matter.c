#include "value/yaml.h"

/* Three hyphens alone on their line; blanks may follow. */
static bool is_fence(str line)
{
	return str_starts(line, S("---")) && str_trim(str_from(line, 3)).len == 0;
}

/* Three dots are YAML's own mark of an end. */
static bool is_end(str line)
{
	return is_fence(line) ||
	       (str_starts(line, S("...")) && str_trim(str_from(line, 3)).len == 0);
}

static size_t line_end(str text, size_t from)
{
	size_t len = str_find_char(str_from(text, from), '\n');
	return len == STR_NONE ? text.len : from + len + 1;
}

/* Where the closing fence begins, or STR_NONE. */
static size_t find_fence(str text, size_t from)
{
	for (size_t at = from; at < text.len;) {
		size_t end = line_end(text, at);
		if (is_end(str_sub(text, at, end)))
			return at;
		at = end;
	}
	return STR_NONE;
}

bool front_matter_split(str text, uint32_t source, struct diags *diags, struct front_matter *out)
{
	size_t top = str_starts(text, S("\xef\xbb\xbf")) ? 3 : 0;
	size_t start = line_end(text, top);
	*out = (struct front_matter){.yaml = S(""), .span = span_file(source), .body = text};
	if (!is_fence(str_sub(text, top, start)))
		return true;
	size_t end = find_fence(text, start);
	if (end == STR_NONE) {
		diag_add(diags, DIAG_FRONT_MATTER_UNCLOSED, span_of(source, top, top + 3),
			"the front matter that begins here has no end");
		diag_note(diags, SPAN_NONE, "put a line --- between the settings and the text");
		return false;
	}
	out->found = true;
	out->yaml = str_sub(text, start, end);
	out->span = span_of(source, start, end);
	out->body_start = line_end(text, end);
	out->body = str_from(text, out->body_start);
	return true;
}
