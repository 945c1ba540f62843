#include "base/path.h"

#include <string.h>

#include "base/ascii.h"

str path_join(struct arena *arena, str dir, str name)
{
	if (str_is_empty(dir) || str_is_empty(name))
		return arena_join(arena, dir, name, S(""));
	return arena_join(arena, dir, S("/"), name);
}

str path_dir(str path)
{
	size_t slash = str_rfind_char(path, '/');
	return slash == STR_NONE ? S("") : str_sub(path, 0, slash);
}

str path_name(str path)
{
	size_t slash = str_rfind_char(path, '/');
	return slash == STR_NONE ? path : str_from(path, slash + 1);
}

str path_ext(str path)
{
	str name = path_name(path);
	size_t dot = str_rfind_char(name, '.');
	return dot == STR_NONE || dot == 0 ? S("") : str_from(name, dot + 1);
}

str path_stem(str path)
{
	str ext = path_ext(path);
	return ext.len ? str_sub(path, 0, path.len - ext.len - 1) : path;
}

/* In one piece: joined part by part, a hostile link of a million parts would fill all memory. */
bool path_resolve(struct arena *arena, str dir, str relative, str *out)
{
	str part;
	char *path = arena_alloc(arena, dir.len + 1 + relative.len);
	size_t len = dir.len;
	if (str_starts(relative, S("/")))
		return false;
	if (len)
		memcpy(path, dir.ptr, len);
	for (str rest = relative; str_cut(&rest, '/', &part);) {
		if (str_is_empty(part) || str_eq(part, S(".")))
			continue;
		if (str_eq(part, S(".."))) {
			if (len == 0)
				return false;
			len = path_dir(str_n(path, len)).len;
			continue;
		}
		if (len)
			path[len++] = '/';
		memcpy(path + len, part.ptr, part.len);
		len += part.len;
	}
	*out = str_n(path, len);
	return true;
}

str path_relative(struct arena *arena, str dir, str path)
{
	str up = S("");
	while (dir.len &&
		!(str_starts(path, dir) && path.len > dir.len && path.ptr[dir.len] == '/')) {
		dir = path_dir(dir);
		up = arena_join(arena, up, S("../"), S(""));
	}
	return arena_join(arena, up, str_from(path, dir.len ? dir.len + 1 : 0), S(""));
}

static str without_dots(str path)
{
	while (str_starts(path, S("./")))
		path = str_from(path, 2);
	return path;
}

str path_below(str path, str root)
{
	path = without_dots(path);
	root = without_dots(root);
	while (str_ends(root, S("/")))
		root.len--;
	bool inside = root.len && str_starts(path, root) && path.len > root.len &&
		      path.ptr[root.len] == '/';
	return inside ? str_from(path, root.len + 1) : path;
}

/* The byte that the escape at the start stands for, or -1. */
static int escaped_byte(str s)
{
	int high = s.len > 2 && s.ptr[0] == '%' ? ascii_hex(s.ptr[1]) : -1;
	int low = high < 0 ? -1 : ascii_hex(s.ptr[2]);
	int byte = high * 16 + low;
	return low < 0 || byte < 0x20 || byte == 0x7f ? -1 : byte;
}

str path_decode(struct arena *arena, str path)
{
	if (str_find_char(path, '%') == STR_NONE)
		return path;
	char *out = arena_alloc(arena, path.len);
	size_t len = 0;
	for (size_t i = 0; i < path.len; i++) {
		int byte = escaped_byte(str_from(path, i));
		out[len++] = byte < 0 ? path.ptr[i] : (char)byte;
		i += byte < 0 ? 0 : 2;
	}
	return str_n(out, len);
}

str path_hyphened(struct arena *arena, str path)
{
	char *out = arena_alloc(arena, path.len);
	size_t len = 0;
	const str unbroken = S("\u00a0");
	for (size_t i = 0; i < path.len; i++) {
		bool wide = str_starts(str_from(path, i), unbroken);
		bool joins = wide || path.ptr[i] == ' ' || path.ptr[i] == '-';
		i += wide ? unbroken.len - 1 : 0;
		if (!joins || !len || out[len - 1] != '-')
			out[len++] = joins ? '-' : path.ptr[i];
	}
	return str_n(out, len);
}

bool path_is_plain(str path)
{
	str part;
	if (ascii_control_at(path) != STR_NONE || str_find_char(path, '\\') != STR_NONE)
		return false;
	for (str rest = path; str_cut(&rest, '/', &part);)
		if (str_is_empty(part) || part.ptr[0] == '.')
			return false;
	return true;
}

bool path_is_slug(str s)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];
		bool letter = (c >= 'a' && c <= 'z') || ascii_is_digit(c);
		if (!letter && (c != '-' || i == 0))
			return false;
	}
	return s.len > 0;
}
