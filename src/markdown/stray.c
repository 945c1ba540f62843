#include "markdown/stray.h"

#include <string.h>

#include "base/ascii.h"

/* Nobody writes a longer address; bounds the time that a hostile text takes. */
#define ADDRESS_MAX 100

static bool is_letter(str text, size_t at)
{
	return at < text.len &&
	       (ascii_is_alnum(text.ptr[at]) || (unsigned char)text.ptr[at] >= 0x80);
}

/* Quotation marks and dashes, which no letter of our alphabets begins as. */
static size_t mark_at(str text, size_t at)
{
	unsigned char lead = at < text.len ? (unsigned char)text.ptr[at] : 0;
	if (lead == 0xe2)
		return 3;
	return lead == 0xc2 ? 2 : 0;
}

static bool is_name_sign(str text, size_t at)
{
	return at < text.len && !mark_at(text, at) &&
	       (is_letter(text, at) || text.ptr[at] == '-' || text.ptr[at] == '.' ||
		       text.ptr[at] == '_' || text.ptr[at] == '+');
}

static size_t begin_of_name(str text, size_t at)
{
	size_t least = at > ADDRESS_MAX ? at - ADDRESS_MAX : 0, start = at;
	while (start > least && is_name_sign(text, start - 1))
		start--;
	if (start > 0 && mark_at(text, start - 1)) /* its last bytes look like letters */
		start += mark_at(text, start - 1) - 1;
	return start < at ? start : at;
}

static size_t end_of_name(str text, size_t at)
{
	size_t most = at + ADDRESS_MAX;
	while (at < most && is_name_sign(text, at))
		at++;
	return at;
}

static bool is_ascii(str text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.ptr[i] >= 0x80)
			return false;
	return true;
}

/* "example.lv": a dot between two letters. */
static bool has_dot(str host)
{
	size_t dot = str_find_char(host, '.');
	return dot != STR_NONE && dot > 0 && is_letter(host, dot + 1);
}

static bool stands_in_address(str text, size_t at)
{
	size_t from = at, least = at > ADDRESS_MAX ? at - ADDRESS_MAX : 0;
	while (from > least && !strchr(" \n(", text.ptr[from - 1]))
		from--;
	str before = str_sub(text, from, at);
	return str_find(before, S("://")) != STR_NONE || str_starts(before, S("www."));
}

/* "info@example,lv": more than the end is wrong. */
static bool goes_on_behind(str text, size_t end)
{
	return end < text.len && strchr(",@;", text.ptr[end]) && is_letter(text, end + 1);
}

str stray_host(str text, size_t at)
{
	size_t start = begin_of_name(text, at), end = end_of_name(text, at + 1);
	str name = str_sub(text, start, at), host = str_sub(text, at + 1, end);
	bool meant = name.len && host.len && is_ascii(name) && is_ascii(host) && !has_dot(host);
	if (!meant || goes_on_behind(text, end) || stands_in_address(text, at))
		return S("");
	return str_sub(text, start, end);
}

/* "@name" is how some networks name people. */
str stray_mail(str text, size_t at)
{
	size_t start = begin_of_name(text, at), end = end_of_name(text, at + 1);
	str name = str_sub(text, start, at), host = str_sub(text, at + 1, end);
	bool good = name.len && is_ascii(name) && has_dot(host);
	bool meant = name.len || has_dot(host);
	if (good || !meant || stands_in_address(text, at))
		return S("");
	return str_sub(text, start, end);
}

/* "htps", "ttp", "hhttps": letters of it and no others. */
static bool is_nearly_http(str scheme)
{
	static const str meant[] = {STR_INIT("http"), STR_INIT("https")};
	return scheme.len > 2 && str_nearest(scheme, meant, ARRAY_LEN(meant)).len > 0;
}

static bool is_http(str scheme)
{
	return str_eq_nocase(scheme, S("http")) || str_eq_nocase(scheme, S("https"));
}

/* "https:// www.…", "htps://…", "https//…", "https;//…" */
str stray_web(str text, size_t at)
{
	if (!str_starts(str_from(text, at), S("//")))
		return S("");
	bool colon = at > 0 && text.ptr[at - 1] == ':';
	size_t end = at - (at > 0 && (colon || strchr(";.,", text.ptr[at - 1])));
	size_t start = end;
	while (start > 0 && ascii_is_letter(text.ptr[start - 1]))
		start--;
	str scheme = str_sub(text, start, end);
	bool parted = at + 2 >= text.len || text.ptr[at + 2] == ' ';
	bool good = colon && is_http(scheme) && !parted;
	return !good && is_nearly_http(scheme) ? str_sub(text, start, at + 2) : S("");
}

/* "_my_file.txt" */
static bool is_name(str text, size_t at)
{
	size_t start = begin_of_name(text, at), end = end_of_name(text, at);
	str name = str_sub(text, start, end);
	return is_ascii(name) &&
	       str_find_char(str_from(str_sub(name, 0, name.len - 1), 1), '_') != STR_NONE;
}

str stray_underscores(str text, size_t at)
{
	size_t end = at;
	while (end < text.len && text.ptr[end] == '_')
		end++;
	bool first = at == 0 || text.ptr[at - 1] != '_';
	bool before = at > 0 && is_letter(text, at - 1), behind = is_letter(text, end);
	bool stray = first && end - at < 3 && before != behind;
	return stray && !is_name(text, at) && !stands_in_address(text, at) ? str_sub(text, at, end)
									   : S("");
}

/* "a[1]", "[1][2]" */
static bool is_index(str text, size_t at, size_t end)
{
	bool one = at > 0 && is_letter(text, at - 1) && !(at > 1 && is_letter(text, at - 2));
	return one || (at > 0 && text.ptr[at - 1] == ']') ||
	       (end < text.len && strchr("[(", text.ptr[end]));
}

/* A year or a sum in brackets is longer. */
str stray_note(str text, size_t at)
{
	size_t end = at + 1;
	while (end < text.len && end < at + 3 && ascii_is_digit(text.ptr[end]))
		end++;
	bool closed = end > at + 1 && end < text.len && text.ptr[end] == ']';
	return closed && !is_index(text, at, end + 1) ? str_sub(text, at, end + 1) : S("");
}
