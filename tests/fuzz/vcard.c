/*
 * A line of a card is folded at 75 octets, never inside a character, has no line end of
 * its own, and says unfolded and unescaped what was to be said, but for signs that no
 * card can hold.
 */
#include "base/utf8.h"
#include "feed/content_line.h"
#include "frame.h"

#define OCTETS_MAX 75

static str unfold(str file, struct arena *arena)
{
	struct buf line;
	str part;
	buf_init(&line);
	if (!str_ends(file, S("\r\n")))
		BUG("a line without its end");
	file = str_sub(file, 0, file.len - 1);
	for (bool first = true; str_cut(&file, '\n', &part); first = false) {
		if (!str_ends(part, S("\r")) || part.len - 1 > OCTETS_MAX)
			BUG("a line that is too long, or has another end");
		part = str_sub(part, 0, part.len - 1);
		if (str_find_char(part, '\r') != STR_NONE || utf8_invalid_at(part) != STR_NONE)
			BUG("a line end or half a character inside a line");
		if (!first && !str_starts(part, S(" ")))
			BUG("a second line");
		buf_add(&line, first ? part : str_from(part, 1));
	}
	str copy = arena_str(arena, buf_str(&line));
	buf_release(&line);
	return copy;
}

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	struct buf line, file;
	UNUSED(diags);
	if (utf8_invalid_at(text) != STR_NONE)
		return; /* records are UTF-8 */
	buf_init(&line);
	buf_init(&file);
	content_line_add_text(&line, text);
	content_line_add(&file, buf_str(&line));
	str said = fuzz_unescape(unfold(buf_str(&file), arena), arena);
	if (!str_eq(said, fuzz_sayable(text, arena)))
		BUG("a card says something else");
	buf_release(&line);
	buf_release(&file);
}
