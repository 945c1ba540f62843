#include "check/tag.h"

#include <string.h>

#include "base/ascii.h"

/* What bytes mean here; a look-up, for most of a page's bytes pass by it. */
enum { SPACE = 1, ENDS_NAME = 2 };

static const unsigned char classes[256] = {
	['\t'] = SPACE | ENDS_NAME,
	['\n'] = SPACE | ENDS_NAME,
	['\f'] = SPACE | ENDS_NAME,
	['\r'] = SPACE | ENDS_NAME,
	[' '] = SPACE | ENDS_NAME,
	['>'] = ENDS_NAME,
	['/'] = ENDS_NAME,
	['='] = ENDS_NAME,
};

static bool is(char c, int class)
{
	return classes[(unsigned char)c] & class;
}

static void pass(struct tags *tags, const char *end)
{
	str rest = str_from(tags->html, tags->at);
	size_t found = str_find(rest, str_of(end));
	tags->at = found == STR_NONE ? tags->html.len : tags->at + found + strlen(end);
}

/* Elements in which '<' opens nothing. */
static bool holds_text(str name)
{
	static const str names[] = {STR_INIT("script"), STR_INIT("style"), STR_INIT("textarea"),
		STR_INIT("title"), STR_INIT("xmp")};
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (tag_is_named(name, names[i]))
			return true;
	return false;
}

/* The slice from `start` up to the byte that ends a name. */
static str take_name(struct tags *tags, size_t start)
{
	const char *html = tags->html.ptr;
	size_t at = start + 1;
	while (at < tags->html.len && !is(html[at], ENDS_NAME))
		at++;
	tags->at = at;
	return (str){html + start, at - start};
}

/* To behind the next '<' that opens an element. */
static bool find_tag(struct tags *tags)
{
	for (;;) {
		const char *left = tags->html.ptr + tags->at;
		const char *sign = memchr(left, '<', tags->html.len - tags->at);
		if (!sign || sign + 1 == tags->html.ptr + tags->html.len)
			return false;
		tags->at = (size_t)(sign - tags->html.ptr) + 1;
		if (ascii_is_letter(sign[1]) || sign[1] == '?')
			return true;
		if (sign[1] == '!' && str_starts(str_from(tags->html, tags->at), S("!--")))
			pass(tags, "-->");
	}
}

/* What nobody asked for of the last tag. */
static void pass_rest(struct tags *tags)
{
	struct attribute rest;
	while (tag_attribute(tags, &rest))
		;
	tag_text(tags);
}

bool tag_next(struct tags *tags, str *name)
{
	if (tags->in_tag || tags->open.len)
		pass_rest(tags);
	if (!find_tag(tags))
		return false;
	*name = take_name(tags, tags->at);
	tags->in_tag = tags->at == tags->html.len || tags->html.ptr[tags->at] != '>';
	tags->at += !tags->in_tag;
	tags->open = holds_text(*name) ? *name : S("");
	return true;
}

static str take_value(struct tags *tags)
{
	const char *html = tags->html.ptr;
	size_t end = tags->html.len, at = tags->at;
	char quote = at < end ? html[at] : '\0';
	if (quote == '"' || quote == '\'') {
		const char *close = memchr(html + at + 1, quote, end - at - 1);
		size_t stop = close ? (size_t)(close - html) : end;
		tags->at = stop < end ? stop + 1 : end;
		return str_sub(tags->html, at + 1, stop);
	}
	while (at < end && !is(html[at], SPACE) && html[at] != '>')
		at++;
	str value = str_sub(tags->html, tags->at, at);
	tags->at = at;
	return value;
}

static void pass_spaces(struct tags *tags)
{
	while (tags->at < tags->html.len && is(tags->html.ptr[tags->at], SPACE))
		tags->at++;
}

bool tag_read_attribute(struct tags *tags, struct attribute *out)
{
	const char *html = tags->html.ptr;
	size_t end = tags->html.len;
	while (tags->at < end && (is(html[tags->at], SPACE) || html[tags->at] == '/'))
		tags->at++;
	if (tags->at >= end || html[tags->at] == '>') {
		tags->at += tags->at < end;
		tags->in_tag = false;
		return false;
	}
	*out = (struct attribute){take_name(tags, tags->at), S("")};
	pass_spaces(tags);
	if (tags->at < end && html[tags->at] == '=') {
		tags->at++;
		pass_spaces(tags);
		out->value = take_value(tags);
	}
	return true;
}

static bool ends_here(str rest, str name)
{
	return rest.len > name.len + 1 && rest.ptr[1] == '/' &&
	       str_eq_nocase(str_sub(rest, 2, name.len + 2), name);
}

str tag_text(struct tags *tags)
{
	size_t start = tags->at;
	if (!tags->open.len)
		return S("");
	for (;; tags->at++) {
		str rest = str_from(tags->html, tags->at);
		size_t sign = str_find_char(rest, '<');
		tags->at = sign == STR_NONE ? tags->html.len : tags->at + sign;
		if (sign == STR_NONE || ends_here(str_from(rest, sign), tags->open))
			break;
	}
	tags->open = S("");
	return str_sub(tags->html, start, tags->at);
}
