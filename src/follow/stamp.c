#include "follow/stamp.h"

#include "locale/format.h"

str stamp_text(int64_t seconds, struct arena *arena)
{
	int64_t day = seconds / 86400, rest = seconds % 86400;
	str text = day_text(day_of_number(day), arena);
	return arena_printf(arena, "%.*sT%02d:%02d:%02dZ", STR_ARGS(text), (int)(rest / 3600),
		(int)(rest / 60 % 60), (int)(rest % 60));
}

bool stamp_parse(str text, int64_t *seconds)
{
	struct day day;
	int64_t hour, minute, second;
	if (text.len != 20 || !day_parse(str_sub(text, 0, 10), &day) ||
		!str_to_int(str_sub(text, 11, 13), &hour) ||
		!str_to_int(str_sub(text, 14, 16), &minute) ||
		!str_to_int(str_sub(text, 17, 19), &second))
		return false;
	*seconds = day_number(day) * 86400 + hour * 3600 + minute * 60 + second;
	return true;
}
