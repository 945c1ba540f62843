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
	bool ended;     /* </main> was met */
};

struct tag {
	str name;
	unsigned kind;  /* enum tag_kind */
	str attributes; /* as written */
	bool hidden;    /* or left out by the template */
	bool ends;      /* </name> */
};

/* --- tags --------------------------------------------------------------------------- */

enum tag_kind {
	TAG_VOID = 1,
	TAG_INLINE = 2,
	TAG_LEFT_OUT = 4,
	TAG_HEADING = 8, /* begins a section when it has an id */
};

/* All others begin and end a block. In order of the first letter. */
static const struct {
	str name;
	unsigned kind;
} kinds[] = {{STR_INIT("a"), TAG_INLINE}, {STR_INIT("abbr"), TAG_INLINE},
	{STR_INIT("b"), TAG_INLINE}, {STR_INIT("bdi"), TAG_INLINE}, {STR_INIT("br"), TAG_VOID},
	{STR_INIT("button"), TAG_LEFT_OUT}, {STR_INIT("cite"), TAG_INLINE},
	{STR_INIT("code"), TAG_INLINE}, {STR_INIT("col"), TAG_VOID}, {STR_INIT("em"), TAG_INLINE},
	{STR_INIT("footer"), TAG_LEFT_OUT}, {STR_INIT("form"), TAG_LEFT_OUT},
	{STR_INIT("h2"), TAG_HEADING}, {STR_INIT("h3"), TAG_HEADING}, {STR_INIT("h4"), TAG_HEADING},
	{STR_INIT("h5"), TAG_HEADING}, {STR_INIT("h6"), TAG_HEADING}, {STR_INIT("hr"), TAG_VOID},
	{STR_INIT("i"), TAG_INLINE}, {STR_INIT("img"), TAG_VOID}, {STR_INIT("input"), TAG_VOID},
	{STR_INIT("link"), TAG_VOID}, {STR_INIT("mark"), TAG_INLINE}, {STR_INIT("meta"), TAG_VOID},
	{STR_INIT("nav"), TAG_LEFT_OUT}, {STR_INIT("q"), TAG_INLINE}, {STR_INIT("s"), TAG_INLINE},
	{STR_INIT("script"), TAG_LEFT_OUT}, {STR_INIT("small"), TAG_INLINE},
	{STR_INIT("source"), TAG_VOID}, {STR_INIT("span"), TAG_INLINE},
	{STR_INIT("strong"), TAG_INLINE}, {STR_INIT("style"), TAG_LEFT_OUT},
	{STR_INIT("sub"), TAG_INLINE}, {STR_INIT("sup"), TAG_INLINE},
	{STR_INIT("svg"), TAG_LEFT_OUT}, {STR_INIT("template"), TAG_LEFT_OUT},
	{STR_INIT("time"), TAG_INLINE}, {STR_INIT("u"), TAG_INLINE},
	{STR_INIT("wbr"), TAG_VOID | TAG_INLINE}};

static void sort_kinds(struct text *text)
{
	for (size_t i = ARRAY_LEN(kinds); i-- > 0;)
		text->kinds[kinds[i].name.ptr[0] - 'a'] = (uint8_t)(i + 1);
}

static unsigned kind_of(const struct text *text, str name)
{
	if (!name.len || name.ptr[0] < 'a' || name.ptr[0] > 'z')
		return 0;
	size_t i = text->kinds[name.ptr[0] - 'a'];
	for (; i > 0 && i <= ARRAY_LEN(kinds) && kinds[i - 1].name.ptr[0] == name.ptr[0]; i++)
		if (str_eq(kinds[i - 1].name, name))
			return kinds[i - 1].kind;
	return 0;
}

void text_init(struct text *text)
{
	*text = (struct text){0};
	buf_init(&text->text);
	sort_kinds(text);
}

void text_release(struct text *text)
{
	buf_release(&text->text);
	VEC_FREE(&text->sections);
}

/* Does an attribute begin here that hides its element from readers, or from search? */
static bool hides(str attribute)
{
	str hidden = S("hidden");
	if (attribute.ptr[0] == 'd')
		return str_starts(attribute, S("data-search=\"off\""));
	return str_starts(attribute, hidden) && attribute.len > hidden.len &&
	       !ascii_is_alnum(attribute.ptr[hidden.len]) && attribute.ptr[hidden.len] != '-';
}

/* Behind the '>' that ends the tag; quoted ones do not. */
static size_t tag_end(str html, size_t at, bool *hidden)
{
	char quote = 0, before = 0;
	for (; at < html.len; at++) {
		char c = html.ptr[at];
		if (quote)
			quote = c == quote ? 0 : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '>')
			return at + 1;
		else if (before == ' ' && (c == 'h' || c == 'd'))
			*hidden |= hides(str_from(html, at));
		before = c;
	}
	return html.len;
}

/* The walk stands on '<'. */
static struct tag take_tag(struct walk *walk)
{
	size_t start = walk->at + 1;
	struct tag tag = {.ends = start < walk->html.len && walk->html.ptr[start] == '/'};
	start += tag.ends;
	size_t name = start;
	while (name < walk->html.len && ascii_is_alnum(walk->html.ptr[name]))
		name++;
	size_t end = tag_end(walk->html, name, &tag.hidden);
	tag.name = str_sub(walk->html, start, name);
	tag.kind = kind_of(walk->text, tag.name);
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

static bool is_left_out(const struct tag *tag)
{
	return tag->kind & TAG_LEFT_OUT || (tag->hidden && !(tag->kind & TAG_VOID));
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

/* Where a run of plain characters ends, with single spaces between them. */
static size_t plain_end(str html, size_t at)
{
	static const bool stops[256] = {
		['<'] = true, ['&'] = true, [' '] = true, ['\n'] = true, ['\t'] = true};
	for (; at < html.len; at++)
		if (stops[(unsigned char)html.ptr[at]] &&
			(html.ptr[at] != ' ' || at + 1 == html.len ||
				stops[(unsigned char)html.ptr[at + 1]]))
			break;
	return at;
}

/* Up to the next tag, or a piece of it. */
static void add_text(struct walk *walk)
{
	char c = walk->html.ptr[walk->at];
	if (walk->left_out.len) {
		size_t next = str_find_char(str_from(walk->html, walk->at), '<');
		walk->at = next == STR_NONE ? walk->html.len : walk->at + next;
	} else if (c == '&') {
		add_entity(walk);
	} else if (c == ' ' || c == '\n' || c == '\t') {
		add_space(&walk->text->text);
		walk->at++;
	} else {
		size_t end = plain_end(walk->html, walk->at);
		buf_add(&walk->text->text, str_sub(walk->html, walk->at, end));
		walk->at = end;
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

static void open_tag(struct walk *walk, const struct tag *tag)
{
	if (is_left_out(tag)) {
		walk->left_out = tag->name;
		walk->depth = 1;
		return;
	}
	if (!(tag->kind & TAG_INLINE))
		add_break(&walk->text->text);
	str id = tag->kind & TAG_HEADING ? attribute(tag, S("id")) : S("");
	if (id.len) {
		begin_section(walk, id);
		walk->heading = tag->name;
	}
}

static void close_tag(struct walk *walk, const struct tag *tag)
{
	if (!(tag->kind & TAG_INLINE))
		add_break(&walk->text->text);
	if (walk->heading.len && str_eq(tag->name, walk->heading)) {
		last_section(walk->text)->body = walk->text->text.len;
		walk->heading = S("");
	}
}

static void take(struct walk *walk, const struct tag *tag)
{
	if (tag->ends && str_eq(tag->name, S("main"))) {
		walk->ended = true;
	} else if (!walk->left_out.len) {
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
	bool hidden = false;
	return str_from(rest, tag_end(rest, 0, &hidden));
}

void text_take(struct text *text, str html)
{
	struct walk walk = {
		.text = text, .html = main_of(html), .left_out = S(""), .heading = S("")};
	buf_clear(&text->text);
	text->sections.len = 0;
	begin_section(&walk, S(""));
	while (walk.at < walk.html.len && !walk.ended)
		if (walk.html.ptr[walk.at] == '<') {
			struct tag tag = take_tag(&walk);
			take(&walk, &tag);
		} else {
			add_text(&walk);
		}
	last_section(text)->end = text->text.len;
}
