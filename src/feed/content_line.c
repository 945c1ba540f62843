#include "feed/content_line.h"

/* Octets of a line without its end; those of continued lines count their space. */
#define LINE_MAX_OCTETS 75

static bool is_continuation(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* Between two characters, and beside no space where that can be had: who reads cards with
 * vcard-parser 1.0.0 loses it there (findings/vcard-parser-folds.sh). */
static size_t cut_of(str line, size_t room)
{
	size_t cut = room;
	while (cut > 1 && is_continuation(line.ptr[cut]))
		cut--;
	for (size_t at = cut; at > 1; at--)
		if (!is_continuation(line.ptr[at]) && line.ptr[at] != ' ' &&
			line.ptr[at - 1] != ' ')
			return at;
	return cut;
}

void content_line_add(struct buf *out, str line)
{
	size_t room = LINE_MAX_OCTETS;
	while (line.len > room) {
		size_t cut = cut_of(line, room);
		buf_add(out, str_sub(line, 0, cut));
		buf_adds(out, "\r\n ");
		line = str_from(line, cut);
		room = LINE_MAX_OCTETS - 1;
	}
	buf_add(out, line);
	buf_adds(out, "\r\n");
}

void content_line_add_text(struct buf *line, str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		if (c == '\\' || c == ',' || c == ';')
			buf_add_char(line, '\\');
		if (c == '\n')
			buf_adds(line, "\\n");
		else if (c == '\t')
			buf_add_char(line, ' ');
		else if ((unsigned char)c >= 0x20 && c != 0x7f)
			buf_add_char(line, c);
	}
}

void content_line_init(struct content_line *line, struct buf *out)
{
	line->out = out;
	buf_init(&line->text);
}

void content_line_release(struct content_line *line)
{
	buf_release(&line->text);
}

void content_line_end(struct content_line *line)
{
	content_line_add(line->out, buf_str(&line->text));
	buf_clear(&line->text);
}

static void add_name(struct content_line *line, const char *name)
{
	buf_add(&line->text, str_of(name));
	buf_add_char(&line->text, ':');
}

void content_line_text(struct content_line *line, const char *name, str text)
{
	if (!text.len)
		return;
	add_name(line, name);
	content_line_add_text(&line->text, text);
	content_line_end(line);
}

void content_line_raw(struct content_line *line, const char *name, str value)
{
	if (!value.len)
		return;
	add_name(line, name);
	buf_add(&line->text, value);
	content_line_end(line);
}
