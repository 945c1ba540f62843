#include "follow/stamp.h"

#include "locale/format.h"

str stamp_text(int64_t seconds, struct arena *arena)
{
	int64_t day = seconds / 86400, rest = seconds % 86400;
	str text = day_text(day_of_number(day), arena);
	return arena_printf(arena, "%.*sT%02d:%02d:%02dZ", STR_ARGS(text), (int)(rest / 3600),
		(int)(rest / 60 % 60), (int)(rest % 60));
}

/* The signs between the numbers. */
static bool has_form(str text)
{
	return text.len == 20 && text.ptr[10] == 'T' && text.ptr[13] == ':' &&
	       text.ptr[16] == ':' && text.ptr[19] == 'Z';
}

static bool number_at(str text, size_t at, int64_t most, int64_t *out)
{
	/* "-0" would be a number as well. */
	return text.ptr[at] != '-' && str_to_int(str_sub(text, at, at + 2), out) && *out <= most;
}

bool stamp_parse(str text, int64_t *seconds)
{
	struct day day;
	int64_t hour, minute, second;
	if (!has_form(text) || !day_parse(str_sub(text, 0, 10), &day) ||
		!number_at(text, 11, 23, &hour) || !number_at(text, 14, 59, &minute) ||
		!number_at(text, 17, 59, &second))
		return false;
	*seconds = day_number(day) * 86400 + hour * 3600 + minute * 60 + second;
	return true;
}
