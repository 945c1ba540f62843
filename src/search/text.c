#include "search/text.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/utf8.h"

struct walk {
	struct text *text;
	str html;
	size_t at;
	str left_out;   /* the element being passed over; "" for none */
	unsigned depth; /* how many of its name are open */
	str heading;    /* "h2" while inside a heading that begins a section */
};

struct tag {
	str name;
	str attributes; /* as written */
	bool ends;      /* </name> */
};

void text_init(struct text *text)
{
	*text = (struct text){0};
	buf_init(&text->text);
}

void text_release(struct text *text)
{
	buf_release(&text->text);
	VEC_FREE(&text->sections);
}

/* --- tags --------------------------------------------------------------------------- */

/* Behind the '>' that ends the tag; quoted ones do not. */
static size_t tag_end(str html, size_t at)
{
	char quote = 0;
	for (; at < html.len; at++) {
		char c = html.ptr[at];
		if (quote)
			quote = c == quote ? 0 : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '>')
			return at + 1;
	}
	return html.len;
}

/* The walk stands on '<'. */
static struct tag take_tag(struct walk *walk)
{
	size_t start = walk->at + 1, end = tag_end(walk->html, start);
	struct tag tag = {.ends = start < walk->html.len && walk->html.ptr[start] == '/'};
	start += tag.ends;
	size_t name = start;
	while (name < end && ascii_is_alnum(walk->html.ptr[name]))
		name++;
	tag.name = str_sub(walk->html, start, name);
	tag.attributes = str_sub(walk->html, name, end);
	walk->at = end;
	return tag;
}

/* The value of name="…" as our own templates write it; "" when there is none. */
static str attribute(const struct tag *tag, str name)
{
	str rest = tag->attributes;
	for (size_t at; (at = str_find(rest, name)) != STR_NONE;) {
		bool begins = at > 0 && rest.ptr[at - 1] == ' ';
		rest = str_from(rest, at + name.len);
		if (begins && str_starts(rest, S("=\"")))
			return str_sub(rest, 2, 2 + str_find_char(str_from(rest, 2), '"'));
	}
	return S("");
}

static bool is_one_of(str name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(name, str_of(names[i])))
			return true;
	return false;
}

static bool is_void(str name)
{
	static const char *const names[] = {
		"br", "img", "hr", "input", "col", "wbr", "source", "meta", "link"};
	return is_one_of(name, names, ARRAY_LEN(names));
}

static bool is_inline(str name)
{
	static const char *const names[] = {"a", "abbr", "b", "bdi", "cite", "code", "em", "i",
		"mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"};
	return is_one_of(name, names, ARRAY_LEN(names));
}

static bool is_left_out(const struct tag *tag)
{
	static const char *const names[] = {
		"nav", "footer", "button", "script", "style", "svg", "form", "template"};
	return !is_void(tag->name) && (is_one_of(tag->name, names, ARRAY_LEN(names)) ||
					      str_find(tag->attributes, S(" hidden")) != STR_NONE ||
					      str_eq(attribute(tag, S("data-search")), S("off")));
}

/* --- text --------------------------------------------------------------------------- */

static void add_entity(struct walk *walk)
{
	static const struct {
		str name;
		uint32_t c;
	} entities[] = {{STR_INIT("amp"), '&'}, {STR_INIT("lt"), '<'}, {STR_INIT("gt"), '>'},
		{STR_INIT("quot"), '"'}, {STR_INIT("#39"), '\''}, {STR_INIT("nbsp"), ' '}};
	str rest = str_from(walk->html, walk->at + 1);
	str name = str_sub(rest, 0, str_find_char(str_sub(rest, 0, 8), ';'));
	uint32_t c = '&';
	for (size_t i = 0; i < ARRAY_LEN(entities); i++)
		if (name.len < 8 && str_eq(name, entities[i].name))
			c = entities[i].c;
	walk->at += 1 + (c == '&' && !str_eq(name, S("amp")) ? 0 : name.len + 1);
	utf8_add(&walk->text->text, c);
}

/* One space for any run of white space. */
static void add_space(struct buf *text)
{
	if (text->len && text->data[text->len - 1] != ' ' && text->data[text->len - 1] != '\n')
		buf_add_char(text, ' ');
}

/* Sentences of two blocks do not run into each other. */
static void add_break(struct buf *text)
{
	if (text->len && text->data[text->len - 1] == ' ')
		buf_truncate(text, text->len - 1);
	if (text->len && text->data[text->len - 1] != '\n')
		buf_add_char(text, '\n');
}

static void add_char(struct walk *walk)
{
	char c = walk->html.ptr[walk->at];
	if (walk->left_out.len) {
		walk->at++;
	} else if (c == '&') {
		add_entity(walk);
	} else {
		if (c == ' ' || c == '\n' || c == '\t')
			add_space(&walk->text->text);
		else
			buf_add_char(&walk->text->text, c);
		walk->at++;
	}
}

static struct text_section *last_section(struct text *text)
{
	return &text->sections.items[text->sections.len - 1];
}

static void begin_section(struct walk *walk, str id)
{
	struct text *text = walk->text;
	if (text->sections.len)
		last_section(text)->end = text->text.len;
	struct text_section section = {id, text->text.len, text->text.len, text->text.len};
	VEC_PUSH(&text->sections, section);
}

static bool is_heading(str name)
{
	return name.len == 2 && name.ptr[0] == 'h' && name.ptr[1] >= '2' && name.ptr[1] <= '6';
}

static void open_tag(struct walk *walk, const struct tag *tag)
{
	if (is_left_out(tag)) {
		walk->left_out = tag->name;
		walk->depth = 1;
		return;
	}
	if (!is_inline(tag->name))
		add_break(&walk->text->text);
	str id = is_heading(tag->name) ? attribute(tag, S("id")) : S("");
	if (id.len) {
		begin_section(walk, id);
		walk->heading = tag->name;
	}
}

static void close_tag(struct walk *walk, const struct tag *tag)
{
	if (!is_inline(tag->name))
		add_break(&walk->text->text);
	if (walk->heading.len && str_eq(tag->name, walk->heading)) {
		last_section(walk->text)->body = walk->text->text.len;
		walk->heading = S("");
	}
}

static void take(struct walk *walk, const struct tag *tag)
{
	if (!walk->left_out.len) {
		if (tag->ends)
			close_tag(walk, tag);
		else if (tag->name.len)
			open_tag(walk, tag);
	} else if (str_eq(tag->name, walk->left_out)) {
		walk->depth = tag->ends ? walk->depth - 1 : walk->depth + 1;
		if (walk->depth == 0)
			walk->left_out = S("");
	}
}

static str main_of(str html)
{
	size_t start = str_find(html, S("<main"));
	str rest = str_from(html, start == STR_NONE ? html.len : start);
	return str_sub(rest, tag_end(rest, 0), str_find(rest, S("</main>")));
}

void text_take(struct text *text, str html)
{
	struct walk walk = {
		.text = text, .html = main_of(html), .left_out = S(""), .heading = S("")};
	buf_clear(&text->text);
	text->sections.len = 0;
	begin_section(&walk, S(""));
	while (walk.at < walk.html.len)
		if (walk.html.ptr[walk.at] == '<') {
			struct tag tag = take_tag(&walk);
			take(&walk, &tag);
		} else {
			add_char(&walk);
		}
	last_section(text)->end = text->text.len;
}
