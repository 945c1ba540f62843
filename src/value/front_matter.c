#include "base/utf8.h"
#include "diag/conflict.h"
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

/* A line of dashes that is no fence: programs for documents make one long dash of ---. */
static bool is_bent(str line)
{
	line = str_trim(line);
	for (size_t at = 0; at < line.len;) {
		uint32_t c = utf8_next(line, &at);
		if (c != '-' && !(c >= 0x2010 && c <= 0x2015) && c != 0x2212)
			return false;
	}
	return line.len > 0;
}

static void report_bent(enum diag_id id, struct span line, struct diags *diags)
{
	diag_add(diags, id, line, "this is not a line of three hyphens");
	diag_note(diags, SPAN_NONE,
		"write --- at the margin: programs for documents make one dash of it");
}

static void report_unclosed(str text, size_t top, size_t from, uint32_t source, struct diags *diags)
{
	for (size_t at = from; at < text.len;) {
		size_t end = line_end(text, at);
		if (is_bent(str_sub(text, at, end))) {
			report_bent(DIAG_FRONT_MATTER_UNCLOSED, span_of(source, at, end), diags);
			return;
		}
		at = end;
	}
	diag_add(diags, DIAG_FRONT_MATTER_UNCLOSED, span_of(source, top, top + 3),
		"the front matter that begins here has no end");
	diag_note(diags, SPAN_NONE, "put a line --- between the settings and the text");
}

/* The first line with anything on it. */
static struct span first_line(str text, uint32_t source)
{
	size_t top = str_starts(text, S("\xef\xbb\xbf")) ? 3 : 0, end = line_end(text, top);
	while (end < text.len && !str_trim(str_sub(text, top, end)).len) {
		top = end;
		end = line_end(text, top);
	}
	return span_of(source, top, end);
}

/* In a text "=======" alone underlines a heading. */
static bool has_conflict(str text)
{
	static const str marks[] = {STR_INIT("<<<<<<< "), STR_INIT(">>>>>>> ")};
	for (str line; str_cut(&text, '\n', &line);)
		for (size_t i = 0; i < ARRAY_LEN(marks); i++)
			if (str_starts(line, marks[i]))
				return true;
	return false;
}

bool front_matter_report_missing(str text, uint32_t source, struct diags *diags)
{
	struct span at = first_line(text, source);
	str line = str_sub(text, at.start, at.end);
	if (has_conflict(text) &&
		conflict_report(diags, DIAG_FRONT_MATTER, text, span_of(source, 0, text.len)))
		return true;
	if (is_bent(line) && !is_fence(str_trim(line))) {
		report_bent(DIAG_FRONT_MATTER, at, diags);
		return true;
	}
	if (is_fence(str_trim(line))) {
		diag_add(diags, DIAG_FRONT_MATTER, at,
			"the front matter does not begin with the file");
		diag_note(diags, SPAN_NONE, "take out the empty lines and spaces before ---");
		return true;
	}
	if (!str_trim(line).len) {
		diag_add(diags, DIAG_FRONT_MATTER, span_file(source), "the file is empty");
		diag_note(diags, SPAN_NONE,
			"bring back what stood in it; a new page is begun with tilts new page");
		return false;
	}
	diag_add(diags, DIAG_FRONT_MATTER, span_file(source), "this page has no front matter");
	diag_note(diags, SPAN_NONE,
		"begin the file with a line ---, then title: and description:, "
		"then another line ---");
	return false;
}

/* A page that was pasted into itself, or behind the beginning that tilts new gave it. Gives where
 * its text begins. */
static size_t pass_second(str text, size_t start, uint32_t source, struct diags *diags)
{
	size_t from = start, end = line_end(text, from);
	while (end < text.len && !str_trim(str_sub(text, from, end)).len) {
		from = end;
		end = line_end(text, from);
	}
	size_t fence = find_fence(text, end);
	if (!is_fence(str_sub(text, from, end)) || fence == STR_NONE ||
		!str_starts(str_from(text, end), S("title:")))
		return start;
	diag_add(diags, DIAG_FRONT_MATTER, span_of(source, from, end),
		"the front matter begins a second time");
	diag_note(diags, SPAN_NONE, "keep one of the two, with its line --- above and below");
	return line_end(text, fence);
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
		report_unclosed(text, top, start, source, diags);
		return false;
	}
	out->found = true;
	out->yaml = str_sub(text, start, end);
	out->span = span_of(source, start, end);
	out->body_start = pass_second(text, line_end(text, end), source, diags);
	out->body = str_from(text, out->body_start);
	return true;
}
