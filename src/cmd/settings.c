#include <stdio.h>
#include <string.h>

#include "base/messages.h"
#include "cmd/settings.h"
#include "sys/file.h"

enum { SETTINGS_MAX = 64 << 10 };

static bool complain(const char *place, const char *what)
{
	fprintf(stderr, "%s: %s\n", place, what);
	return false;
}

static bool was_set(const setting_list *settings, str name)
{
	for (size_t i = 0; i < settings->len; i++)
		if (str_eq(settings->items[i].name, name))
			return true;
	return false;
}

static bool take_line(str line, const char *place, setting_list *out)
{
	size_t equals = str_find_char(line, '=');
	struct setting setting = {
		place, str_trim(str_sub(line, 0, equals)), str_trim(str_from(line, equals + 1))};
	if (!line.len || line.ptr[0] == '#')
		return true;
	if (equals == STR_NONE)
		return complain(place, _("a setting is 'name = value'"));
	if (was_set(out, setting.name))
		return complain(place, _("this setting stands above already"));
	VEC_PUSH(out, setting);
	return true;
}

static bool take_lines(const char *path, str text, struct arena *arena, setting_list *out)
{
	unsigned number = 0;
	for (str line, rest = text; str_cut(&rest, '\n', &line);)
		if (!take_line(
			    str_trim(line), arena_printf(arena, "%s:%u", path, ++number).ptr, out))
			return false;
	return true;
}

bool settings_read(str path, struct arena *arena, setting_list *out)
{
	struct buf text;
	const char *file = arena_cstr(arena, path);
	buf_init(&text);
	int error = file_read(file, SETTINGS_MAX, &text);
	bool good = error ? complain(file, messages_of_error(error))
			  : take_lines(file, arena_str(arena, buf_str(&text)), arena, out);
	buf_release(&text);
	return good;
}
