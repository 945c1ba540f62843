/*
 * Prints the days on which there is a holiday, one a line with its id, for a test that
 * computes them otherwise:
 *
 *	holidays FIRST-YEAR LAST-YEAR [SORT=YYYY-MM-DD]…
 *
 * SORT is that of a record of data/holidays.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/holiday.h"

static struct value text(const char *s)
{
	return value_string(str_of(s), SPAN_NONE);
}

/* "festival=2023-07-09" */
static struct record *declare(struct arena *arena, char *argument)
{
	struct record *record = ARENA_NEW(arena, struct record);
	struct value_map *map = ARENA_NEW(arena, struct value_map);
	char *date = strchr(argument, '=');
	if (!date)
		die("%s: SORT=YYYY-MM-DD is wanted", argument);
	*date++ = '\0';
	value_map_put(arena, map, S("sort"), SPAN_NONE, text(argument));
	value_map_put(arena, map, S("date"), SPAN_NONE, text(date));
	record->facts_.json = value_map(map, SPAN_NONE);
	return record;
}

static int64_t year_day(const char *year, int month, int day)
{
	int64_t number;
	if (!str_to_int(str_of(year), &number))
		die("'%s' is no year", year);
	return day_number((struct day){(int)number, month, day});
}

int main(int argc, char **argv)
{
	struct arena arena;
	struct kind declared = {.nrecords = 0};
	if (argc < 3)
		die("usage: holidays FIRST-YEAR LAST-YEAR [SORT=YYYY-MM-DD]...");
	arena_init(&arena);
	declared.records = ARENA_ARRAY(&arena, struct record *, (size_t)argc);
	for (int i = 3; i < argc; i++)
		declared.records[declared.nrecords++] = declare(&arena, argv[i]);
	struct holidays holidays = holidays_read(true, &declared, &arena);
	int64_t last = year_day(argv[2], 12, 31);
	for (int64_t n = year_day(argv[1], 1, 1); n <= last; n++) {
		str id = holiday_on(&holidays, day_of_number(n));
		str day = day_text(day_of_number(n), &arena);
		if (id.len)
			printf("%.*s %.*s\n", STR_ARGS(day), STR_ARGS(id));
	}
	arena_release(&arena);
	return 0;
}
