/*
 * One line and one text for each message:
 *
 *	diag ID LEVEL SOURCE START END LENGTH
 *	note SOURCE START END LENGTH       for each note of the one above
 *
 * All are numbers. The text has LENGTH bytes and a line end of its own.
 */
#include "diag/transcript.h"

static void write_text(struct buf *out, struct span span, str text)
{
	buf_printf(out, " %u %u %u %zu\n", span.source, span.start, span.end, text.len);
	buf_add(out, text);
	buf_add_char(out, '\n');
}

void transcript_write(const struct diags *diags, size_t first, struct buf *out)
{
	for (size_t i = first; i < diags->list.len; i++) {
		const struct diag *diag = &diags->list.items[i];
		buf_printf(out, "diag %d %d", (int)diag->id, (int)diag->level);
		write_text(out, diag->span, diag->text);
		for (const struct diag_note *note = diag->notes; note; note = note->next) {
			buf_adds(out, "note");
			write_text(out, note->span, note->text);
		}
	}
}

/* Takes the next number off the line. */
static bool take_number(str *line, size_t most, size_t *out)
{
	str digits;
	int64_t n;
	if (!str_cut(line, ' ', &digits) || !str_to_int(digits, &n) || n < 0 || (size_t)n > most)
		return false;
	*out = (size_t)n;
	return true;
}

static bool take_text(str *line, str *rest, size_t nsources, struct span *span, str *text)
{
	size_t source, start, end, len;
	if (!take_number(line, nsources, &source) || !take_number(line, UINT32_MAX, &start) ||
		!take_number(line, UINT32_MAX, &end) || !take_number(line, rest->len, &len) ||
		len == rest->len)
		return false;
	*span = span_of((uint32_t)source, start, end);
	*text = str_sub(*rest, 0, len);
	*rest = str_from(*rest, len + 1);
	return true;
}

static bool read_diag(str *line, str *rest, size_t nsources, struct diags *diags)
{
	struct span span;
	size_t id, level;
	str text;
	if (!take_number(line, DIAG_COUNT - 1, &id) || !take_number(line, DIAG_ERROR, &level) ||
		!take_text(line, rest, nsources, &span, &text))
		return false;
	diag_add(diags, (enum diag_id)id, span, "%.*s", STR_ARGS(text));
	if (level == DIAG_ERROR)
		diag_raise(diags);
	return true;
}

static bool read_note(str *line, str *rest, size_t nsources, struct diags *diags)
{
	struct span span;
	str text;
	if (!diags->list.len || !take_text(line, rest, nsources, &span, &text))
		return false;
	diag_note(diags, span, "%.*s", STR_ARGS(text));
	return true;
}

bool transcript_read(str text, size_t nsources, struct diags *diags)
{
	str line, what;
	while (text.len) {
		if (!str_cut(&text, '\n', &line) || !str_cut(&line, ' ', &what))
			return false;
		bool good = str_eq(what, S("diag"))   ? read_diag(&line, &text, nsources, diags)
			    : str_eq(what, S("note")) ? read_note(&line, &text, nsources, diags)
						      : false;
		if (!good)
			return false;
	}
	return true;
}
