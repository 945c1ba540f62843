#include "check/tag.h"

#include <string.h>

#include "base/ascii.h"
#include "base/markup.h"
#include "base/sixteen.h"

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

/* Where the next `c` stands from a place on, or the text's end. Most are near: a call would cost
 * more than the look. */
static inline size_t next_of(str html, size_t at, char c)
{
	for (; at + sizeof(sixteen) <= html.len; at += sizeof(sixteen)) {
		uint32_t found = sixteen_bits(sixteen_is(sixteen_at(html.ptr + at), c));
		if (found)
			return at + (size_t)__builtin_ctz(found);
	}
	while (at < html.len && html.ptr[at] != c)
		at++;
	return at;
}

/* Behind the letters and digits that stand from a place on, at most sixteen. */
static inline size_t pass_alnum(str html, size_t at)
{
	if (at + sizeof(sixteen) > html.len)
		return at;
	uint32_t others = ~sixteen_bits(sixteen_alnum(sixteen_at(html.ptr + at)));
	return at + (size_t)__builtin_ctz(others | 1U << sizeof(sixteen));
}

static void pass(struct tags *tags, const char *end)
{
	str rest = str_from(tags->html, tags->at);
	size_t found = str_find(rest, str_of(end));
	tags->at = found == STR_NONE ? tags->html.len : tags->at + found + strlen(end);
}

/* Elements in which '<' opens nothing. */
static bool holds_text(const struct tags *tags, str name)
{
	if (tags->xml)
		return str_eq(name, S("style"));
	switch (name.len) {
	case 3:
		return tag_is_named(name, S("xmp"));
	case 5:
		return tag_is_named(name, S("style")) || tag_is_named(name, S("title"));
	case 6:
		return tag_is_named(name, S("script"));
	case 8:
		return tag_is_named(name, S("textarea"));
	default:
		return false;
	}
}

/* The slice from `start` up to the byte that ends a name. */
static str take_name(struct tags *tags, size_t start)
{
	const char *html = tags->html.ptr;
	size_t at = pass_alnum(tags->html, start + 1);
	while (at < tags->html.len && !is(html[at], ENDS_NAME))
		at++;
	tags->at = at;
	return (str){html + start, at - start};
}

/* XML's comments end at "-->" alone. What a <!DOCTYPE> declares may stand in the drawing: it is no
 * remark. */
static void pass_remark_of_xml(struct tags *tags)
{
	str rest = str_from(tags->html, tags->at);
	if (str_starts(rest, S("!--"))) {
		tags->at += strlen("!--");
		pass(tags, "-->");
	} else if (str_starts(rest, S("![CDATA["))) {
		pass(tags, "]]>");
	}
}

/* In XML names may begin with any letter of the world; and instructions count. */
static bool opens(const struct tags *tags, char c)
{
	return ascii_is_letter(c) || (tags->xml && c != '/' && c != '!');
}

/* Of an address, in the eyes of a browser. */
static bool is_slash(char c)
{
	return c == '/' || c == '\\';
}

/* May an element of so long a name tell something without any attribute? <link>, and those whose
 * content is text; few others. */
static bool may_tell(str name)
{
	switch (name.len) {
	case 3:
		return (name.ptr[0] | 0x20) == 'x';
	case 4:
		return (name.ptr[0] | 0x20) == 'l';
	case 5:
		return (name.ptr[1] | 0x20) == 't' || (name.ptr[1] | 0x20) == 'i';
	case 6:
		return (name.ptr[1] | 0x20) == 'c';
	case 8:
		return (name.ptr[0] | 0x20) == 't';
	default:
		return false;
	}
}

/* What is written most of what tells nothing on any element, by its first letter. */
static str silent_named(char first)
{
	switch (first) {
	case 'c':
		return S(" class=\"");
	case 'd':
		return S(" datetime=\"");
	case 'h':
		return S(" href=\"");
	case 'i':
		return S(" id=\"");
	default:
		return S("");
	}
}

/* "/page/", "#part" */
static bool stays_here(str address)
{
	return address.len > 1 &&
	       (address.ptr[0] == '#' || (address.ptr[0] == '/' && !is_slash(address.ptr[1])));
}

/* Behind such an attribute; `at` when another stands there. */
static size_t pass_silent(str html, size_t at)
{
	str rest = str_from(html, at);
	str begin = rest.len > 1 ? silent_named(rest.ptr[1]) : S("");
	if (!begin.len || !str_starts(rest, begin))
		return at;
	size_t value = at + begin.len, end = next_of(html, value, '"');
	bool leads = begin.ptr[1] == 'h' && !stays_here(str_from(html, value));
	return leads || end == html.len ? at : end + 1;
}

/* <p>, <h2 id="…">: where the tag ends whose name begins here, if nothing is asked for of it with
 * `skim`; else 0. */
static size_t silent_end(str html, size_t at)
{
	size_t end = pass_alnum(html, at), before = at;
	if (may_tell(str_sub(html, at, end)))
		return 0;
	while (end != before && end < html.len && html.ptr[end] != '>') {
		before = end;
		end = pass_silent(html, end);
	}
	return end != before && end < html.len ? end : 0;
}

/* Most signs of a page begin the end of an element, or a tag that is passed over. */
static size_t skim(str html, size_t at)
{
	for (; (at = next_of(html, at, '<')) + 1 < html.len; at++) {
		char c = html.ptr[at + 1];
		if (c == '/')
			continue;
		size_t end = ascii_is_letter(c) ? silent_end(html, at + 1) : 0;
		if (!end)
			break;
		at = end;
	}
	return at;
}

static size_t find_sign(const struct tags *tags, str html)
{
	return tags->skim && !tags->xml ? skim(html, tags->at) : next_of(html, tags->at, '<');
}

/* The walk stands between tags: when nothing is met up to what is our own, nothing reaches into
 * it. */
static size_t find_foreign_sign(struct tags *tags)
{
	for (; tags->nown; tags->own++, tags->nown--) {
		size_t own = (size_t)(tags->own->ptr - tags->html.ptr);
		if (tags->at > own)
			continue;
		size_t sign = find_sign(tags, str_sub(tags->html, 0, own));
		if (sign < own)
			return sign;
		tags->at = own + tags->own->len;
	}
	return find_sign(tags, tags->html);
}

/* To behind the next '<' that opens an element. */
static bool find_tag(struct tags *tags)
{
	for (;;) {
		str html = tags->html;
		size_t sign = find_foreign_sign(tags);
		if (sign + 1 >= html.len)
			return false;
		char c = html.ptr[sign + 1];
		tags->at = sign + 1;
		if (opens(tags, c))
			return true;
		if (tags->xml)
			pass_remark_of_xml(tags);
		else if (c == '!' || c == '?')
			tags->at = markup_remark_end(html, tags->at);
	}
}

/* It ends at "?>", whatever quotes stand before: its attributes are read as if the file did. */
static void enter_instruction(struct tags *tags)
{
	str inside = str_from(tags->html, tags->at + 1);
	size_t end = str_find(inside, S("?>"));
	tags->beyond = end == STR_NONE ? 0 : inside.len - end;
	tags->html.len -= tags->beyond;
}

static void leave_instruction(struct tags *tags)
{
	tags->at = tags->html.len;
	tags->html.len += tags->beyond;
	tags->beyond = 0;
}

/* What nobody asked for of the last tag. */
static void pass_rest(struct tags *tags)
{
	struct attribute rest;
	while (tag_attribute(tags, &rest))
		;
	tag_text(tags);
	if (tags->beyond)
		leave_instruction(tags);
}

bool tag_next(struct tags *tags, str *name)
{
	if (tags->in_tag || tags->open.len || tags->beyond)
		pass_rest(tags);
	if (!find_tag(tags))
		return false;
	if (tags->html.ptr[tags->at] == '?')
		enter_instruction(tags);
	*name = take_name(tags, tags->at);
	tags->in_tag = tags->at == tags->html.len || tags->html.ptr[tags->at] != '>';
	tags->at += !tags->in_tag;
	tags->open = holds_text(tags, *name) ? *name : S("");
	return true;
}

static str take_value(struct tags *tags)
{
	const char *html = tags->html.ptr;
	size_t end = tags->html.len, at = tags->at;
	char quote = at < end ? html[at] : '\0';
	if (quote == '"' || quote == '\'') {
		size_t stop = next_of(tags->html, at + 1, quote);
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

/* <style/>: in XML it has no text. The tag has just ended. */
static bool is_empty_of_xml(const struct tags *tags)
{
	return tags->xml && tags->html.ptr[tags->at - 2] == '/';
}

str tag_text(struct tags *tags)
{
	size_t start = tags->at;
	if (!tags->open.len || is_empty_of_xml(tags)) {
		tags->open = S("");
		return S("");
	}
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
