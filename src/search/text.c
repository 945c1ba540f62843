#include "search/text.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/eight.h"
#include "base/markup.h"
#include "base/sixteen.h"
#include "base/utf8.h"

struct walk {
	struct text *text;
	str html;
	size_t at;
	uint64_t left_out; /* the name of the element being passed over; 0 for none */
	unsigned depth;    /* how many of its name are open */
	bool in_text;      /* its content is text, in which only an end tag is one */
	uint64_t heading;  /* that of the heading which began the section, while inside it */
	size_t joined;     /* where the next block goes on in its label's line; 0 for none, */
	size_t bare;       /* and where that line ended before */
	bool ended;        /* </main> was met */
};

struct tag {
	uint64_t name;  /* as in struct text_kind; of a long one a mix of them */
	unsigned kind;  /* enum tag_kind */
	str attributes; /* as written */
	bool hidden;    /* or left out by the template */
	bool quiet;     /* data-search="words" */
	bool ends;      /* </name> */
};

/* --- tags --------------------------------------------------------------------------- */

enum tag_kind {
	TAG_VOID = 1,
	TAG_INLINE = 2,
	TAG_LEFT_OUT = 4,
	TAG_HEADING = 8, /* begins a section when it has an id */
	TAG_MAIN = 16,
	TAG_TEXT = 32,   /* holds no tags */
	TAG_LABEL = 64,  /* says what the next block is of: "Hours: 9 to 17" */
	TAG_CELL = 128,  /* one line with those beside it */
	TAG_QUIET = 256, /* no answer by itself */
};

/* All others begin and end a block. */
static const struct {
	const char *name;
	unsigned kind;
} kinds[] = {{"a", TAG_INLINE}, {"abbr", TAG_INLINE}, {"b", TAG_INLINE}, {"bdi", TAG_INLINE},
	{"br", TAG_VOID}, {"button", TAG_LEFT_OUT | TAG_INLINE}, {"cite", TAG_INLINE},
	{"code", TAG_INLINE}, {"col", TAG_VOID}, {"dt", TAG_LABEL}, {"em", TAG_INLINE},
	{"footer", TAG_LEFT_OUT}, {"form", TAG_LEFT_OUT}, {"h2", TAG_HEADING}, {"h3", TAG_HEADING},
	{"h4", TAG_HEADING}, {"h5", TAG_HEADING}, {"h6", TAG_HEADING}, {"hr", TAG_VOID},
	{"i", TAG_INLINE}, {"img", TAG_VOID}, {"input", TAG_VOID}, {"link", TAG_VOID},
	{"main", TAG_MAIN}, {"mark", TAG_INLINE}, {"meta", TAG_VOID}, {"nav", TAG_LEFT_OUT},
	{"q", TAG_INLINE}, {"s", TAG_INLINE}, {"script", TAG_LEFT_OUT | TAG_INLINE | TAG_TEXT},
	{"small", TAG_INLINE}, {"source", TAG_VOID}, {"span", TAG_INLINE}, {"strong", TAG_INLINE},
	{"style", TAG_LEFT_OUT | TAG_INLINE | TAG_TEXT}, {"sub", TAG_INLINE},
	{"summary", TAG_QUIET}, {"sup", TAG_INLINE}, {"svg", TAG_LEFT_OUT | TAG_INLINE},
	{"td", TAG_CELL}, {"template", TAG_LEFT_OUT | TAG_INLINE}, {"th", TAG_LABEL},
	{"thead", TAG_QUIET}, {"time", TAG_INLINE}, {"u", TAG_INLINE},
	{"wbr", TAG_VOID | TAG_INLINE}};

/* The slot of a name, or of another: no two of those above have one. What is looked for and how
 * often can't be foretold, so that looking further would be dear; the factor was found by trying.
 */
static inline size_t kind_slot(uint64_t name)
{
	return (uint32_t)(name ^ name >> 32) * 0xfd196099U >> 25;
}

static void sort_kinds(struct text *text)
{
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		uint64_t name = 0;
		memcpy(&name, kinds[i].name, strlen(kinds[i].name));
		name = le64toh(name);
		struct text_kind *kind = &text->kinds[kind_slot(name)];
		if (kind->name)
			BUG("two tags have one slot: another factor has to be found");
		*kind = (struct text_kind){name, kinds[i].kind};
	}
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

/* An attribute may begin here that hides its element from readers, or from search. */
static void take_attribute(str attribute, struct tag *tag)
{
	str hidden = S("hidden");
	tag->hidden |= str_starts(attribute, S("data-search=\"off\""));
	tag->quiet |= str_starts(attribute, S("data-search=\"words\""));
	tag->hidden |= str_starts(attribute, hidden) && attribute.len > hidden.len &&
		       !ascii_is_alnum(attribute.ptr[hidden.len]) &&
		       attribute.ptr[hidden.len] != '-';
}

/* Byte by byte: behind the '>' that ends the tag. Quoted ones do not. */
static size_t odd_tag_end(str html, size_t at, struct tag *tag)
{
	while (at < html.len) {
		char c = html.ptr[at++];
		if (c == '>')
			return at;
		if (c == ' ')
			take_attribute(str_from(html, at), tag);
		if (c != '"' && c != '\'')
			continue;
		size_t length = str_find_char(str_from(html, at), c);
		if (length == STR_NONE)
			return html.len;
		at += length + 1;
	}
	return at;
}

struct tag_marks {
	uint32_t ends, quotes, odd;
};

/* Of the sixteen bytes from p on; two bytes more are looked at. Odd is what may begin an attribute
 * that hides, and the quote that hardly anybody writes. */
static inline struct tag_marks tag_marks_at(const char *p)
{
	sixteen bytes = sixteen_at(p), next = sixteen_at(p + 1), after = sixteen_at(p + 2);
	sixteen hidden = sixteen_is(next, 'h') & sixteen_is(after, 'i');
	sixteen data = sixteen_is(next, 'd') & sixteen_is(after, 'a');
	return (struct tag_marks){
		.ends = sixteen_bits(sixteen_is(bytes, '>')),
		.quotes = sixteen_bits(sixteen_is(bytes, '"')),
		.odd = sixteen_bits(
			(sixteen_is(bytes, ' ') & (hidden | data)) | sixteen_is(bytes, '\'')),
	};
}

/* Nearly all tags end at the first '>', which is told from how many quotes stand before it. */
static size_t tag_end(str html, size_t from, struct tag *tag)
{
	uint32_t quotes = 0;
	for (size_t at = from; at + sizeof(sixteen) + 2 <= html.len; at += sizeof(sixteen)) {
		struct tag_marks marks = tag_marks_at(html.ptr + at);
		uint32_t before = marks.ends ? (marks.ends & -marks.ends) - 1 : UINT32_MAX;
		quotes ^= marks.quotes & before;
		if (marks.odd & before)
			break;
		if (!marks.ends)
			continue;
		if (__builtin_parity(quotes))
			break;
		return at + (size_t)__builtin_ctz(marks.ends) + 1;
	}
	return odd_tag_end(html, from, tag);
}

static bool ends_name(char c)
{
	return (unsigned char)c <= ' ' || c == '>' || c == '/';
}

/* The name that begins at *at, packed; *at moves behind it. What follows waits for it: eight bytes
 * in a register are sooner told than sixteen. */
static inline uint64_t take_name(str html, size_t *at, size_t *len)
{
	const char *begin = html.ptr + *at;
	size_t most = html.len - *at, n = 0;
	uint64_t name = 0, bytes = most < sizeof(bytes) ? EIGHT('a') : eight_at(begin);
	uint64_t ends = eight_below(bytes, ' ' + 1) | eight_is(bytes, '>') | eight_is(bytes, '/');
	if (ends) {
		n = eight_first(ends);
		name = bytes & (((ends & -ends) >> 7) - 1);
	} else {
		for (; n < most && !ends_name(begin[n]); n++)
			name ^= (uint64_t)(unsigned char)begin[n] << 8 * (n % 8);
	}
	*at += n;
	*len = n;
	return name;
}

/* The walk stands on '<'. */
static struct tag take_tag(struct walk *walk)
{
	str html = walk->html;
	size_t at = walk->at + 1, len;
	struct tag tag = {.ends = at < html.len && html.ptr[at] == '/'};
	at += tag.ends;
	tag.name = take_name(html, &at, &len);
	const struct text_kind *kind = &walk->text->kinds[kind_slot(tag.name)];
	tag.kind = kind->name == tag.name && len <= sizeof(tag.name) ? kind->kind : 0;
	bool bare = at < html.len && html.ptr[at] == '>';
	walk->at = bare ? at + 1 : tag_end(html, at, &tag);
	tag.attributes = (str){html.ptr + at, walk->at - at};
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

/* Room was made for all: a text is no longer than its page. */
static void add_run(struct buf *text, const char *bytes, size_t n)
{
	memcpy(text->data + text->len, bytes, n);
	text->len += n;
}

/* One space for any run of white space. */
static void add_space(struct buf *text)
{
	if (text->len && text->data[text->len - 1] != ' ' && text->data[text->len - 1] != '\n')
		add_run(text, " ", 1);
}

/* Sentences of two blocks do not run into each other; but a label goes on in what it names. */
static void add_break(struct walk *walk)
{
	struct buf *text = &walk->text->text;
	if (!text->len || walk->joined == text->len || text->data[text->len - 1] == TEXT_QUIET)
		return;
	if (text->data[text->len - 1] == ' ')
		text->len--;
	if (text->len && text->data[text->len - 1] != '\n')
		add_run(text, "\n", 1);
}

/* A label or a cell ends: "Hours: 9 to 17", "Monday – 9 to 17". What is put between is no longer
 * than its tag. */
static void join_next(struct walk *walk, bool is_label)
{
	struct buf *text = &walk->text->text;
	if (!text->len || walk->joined == text->len || text->data[text->len - 1] == '\n')
		return;
	if (text->data[text->len - 1] == ' ')
		text->len--;
	str between = is_label ? S(": ") : S(" – ");
	walk->bare = text->len;
	if (is_label && text->len && text->data[text->len - 1] == ':')
		between = S(" ");
	add_run(text, between.ptr, between.len);
	walk->joined = text->len;
}

/* No more cells come, if there were any. What was marked as no answer may have had no words: the
 * mark is not for the next block. */
static void end_block(struct walk *walk)
{
	struct buf *text = &walk->text->text;
	if (walk->joined && walk->joined == text->len)
		text->len = walk->bare;
	walk->joined = 0;
	if (text->len > 1 && text->data[text->len - 1] == ' ' &&
		text->data[text->len - 2] == TEXT_QUIET)
		text->len--;
	if (text->len && text->data[text->len - 1] == TEXT_QUIET)
		text->len--;
	add_break(walk);
}

/* Which of the sixteen bytes from p on end a run of plain characters with single spaces between
 * them. A byte more is looked at. */
static uint32_t stops_from(const char *p)
{
	sixteen bytes = sixteen_at(p), next = sixteen_at(p + 1);
	return sixteen_bits((sixteen_is(bytes, ' ') & sixteen_is(next, ' ')) |
			    sixteen_below(bytes, ' ') | sixteen_is(bytes, '<') |
			    sixteen_is(bytes, '&'));
}

static bool is_plain(char c)
{
	return (unsigned char)c > ' ' && c != '<' && c != '&';
}

/* The walk stands on a plain character. Near the end of the page it stops at spaces as well. */
static void add_plain(struct walk *walk)
{
	const char *from = walk->html.ptr + walk->at;
	char *to = walk->text->text.data + walk->text->text.len;
	size_t n = 0, most = walk->html.len - walk->at;
	for (; n + sizeof(sixteen) < most; n += sizeof(sixteen)) {
		uint32_t stops = stops_from(from + n);
		memcpy(to + n, from + n, sizeof(sixteen));
		if (!stops)
			continue;
		n += (size_t)__builtin_ctz(stops);
		most = 0;
		break;
	}
	for (; n < most && is_plain(from[n]); n++)
		to[n] = from[n];
	walk->at += n;
	walk->text->text.len += n;
}

/* Up to the next tag, or a piece of it. */
static void add_text(struct walk *walk)
{
	char c = walk->html.ptr[walk->at];
	if (walk->left_out) {
		size_t next = str_find_char(str_from(walk->html, walk->at), '<');
		walk->at = next == STR_NONE ? walk->html.len : walk->at + next;
	} else if (c == '&') {
		add_entity(walk);
	} else if ((unsigned char)c <= ' ') {
		add_space(&walk->text->text);
		walk->at++;
	} else {
		add_plain(walk);
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

/* Blocks part sentences. A drawing, a button or a block that is passed over parts words. */
static void part(struct walk *walk, const struct tag *tag)
{
	bool is_block = !(tag->kind & TAG_INLINE), is_kind_left_out = tag->kind & TAG_LEFT_OUT;
	if (is_block && (is_kind_left_out || !tag->hidden))
		add_break(walk);
	else if (is_block || is_kind_left_out)
		add_space(&walk->text->text);
}

static void open_tag(struct walk *walk, const struct tag *tag)
{
	part(walk, tag);
	if (is_left_out(tag)) {
		walk->left_out = tag->name;
		walk->depth = 1;
		walk->in_text = tag->kind & TAG_TEXT;
		return;
	}
	if (tag->quiet || tag->kind & TAG_QUIET)
		add_run(&walk->text->text, &(char){TEXT_QUIET}, 1);
	str id = tag->kind & TAG_HEADING ? attribute(tag, S("id")) : S("");
	if (id.len) {
		begin_section(walk, id);
		walk->heading = tag->name;
	}
}

static void close_tag(struct walk *walk, const struct tag *tag)
{
	if (tag->kind & (TAG_LABEL | TAG_CELL))
		join_next(walk, tag->kind & TAG_LABEL);
	else if (!(tag->kind & TAG_INLINE))
		end_block(walk);
	if (walk->heading && tag->name == walk->heading) {
		last_section(walk->text)->body = walk->text->text.len;
		walk->heading = 0;
	}
}

/* Not in a heading, nor behind a label: "Telephone: 116 111" answers. The mark is shorter than the
 * tag. */
static void mark_link(struct walk *walk)
{
	struct buf *text = &walk->text->text;
	if (!walk->heading && walk->joined != text->len && str_ends(buf_str(text), S(": ")))
		add_run(text, &(char){TEXT_LINK}, 1);
}

static void pass_over(struct walk *walk, const struct tag *tag)
{
	if (tag->name != walk->left_out)
		return;
	walk->depth = tag->ends ? walk->depth - 1 : walk->depth + 1;
	if (walk->depth == 0) {
		walk->left_out = 0;
		walk->in_text = false;
	}
}

static void take_element(struct walk *walk, const struct tag *tag)
{
	bool says_nothing = tag->kind == TAG_INLINE && !(tag->hidden | tag->quiet);
	if (tag->ends && tag->kind & TAG_MAIN)
		walk->ended = true;
	else if (walk->left_out)
		pass_over(walk, tag);
	else if (!says_nothing && tag->ends)
		close_tag(walk, tag);
	else if (!says_nothing)
		open_tag(walk, tag);
	else if (tag->name == 'a' && !tag->ends)
		mark_link(walk);
}

/* The walk stands on '<': of a tag, or of a comment, which is nothing. */
static void take(struct walk *walk)
{
	char c = walk->at + 1 < walk->html.len ? walk->html.ptr[walk->at + 1] : '\0';
	if (walk->in_text && c != '/') {
		walk->at++;
	} else if (c == '!' || c == '?') {
		walk->at = markup_remark_end(walk->html, walk->at + 1);
	} else {
		struct tag tag = take_tag(walk);
		take_element(walk, &tag);
	}
}

/* Where <main> begins, or the length of the page. */
static size_t main_at(str html)
{
	size_t at = 0;
	for (; at + sizeof(sixteen) + 2 <= html.len; at += sizeof(sixteen)) {
		sixteen tags = sixteen_is(sixteen_at(html.ptr + at), '<') &
			       sixteen_is(sixteen_at(html.ptr + at + 1), 'm') &
			       sixteen_is(sixteen_at(html.ptr + at + 2), 'a');
		for (uint32_t bits = sixteen_bits(tags); bits; bits &= bits - 1) {
			size_t tag = at + (size_t)__builtin_ctz(bits);
			if (str_starts(str_from(html, tag), S("<main")))
				return tag;
		}
	}
	size_t rest = str_find(str_from(html, at), S("<main"));
	return rest == STR_NONE ? html.len : at + rest;
}

/* The last of what sixteen bits mark. */
static size_t last_of(uint32_t bits)
{
	return sizeof(bits) * 8 - 1 - (size_t)__builtin_clz(bits);
}

/* Where the last </main> begins, or the length of the page: from the end on, since lists and a
 * footer stand behind it. */
static size_t main_end_at(str html)
{
	const size_t looked_at = sizeof(sixteen) + 2;
	size_t at = html.len;
	for (; at >= looked_at; at -= sizeof(sixteen)) {
		const char *from = html.ptr + at - looked_at;
		sixteen tags = sixteen_is(sixteen_at(from), '<') &
			       sixteen_is(sixteen_at(from + 1), '/') &
			       sixteen_is(sixteen_at(from + 2), 'm');
		for (uint32_t bits = sixteen_bits(tags); bits; bits ^= 1U << last_of(bits)) {
			size_t tag = at - looked_at + last_of(bits);
			if (str_starts(str_from(html, tag), S("</main>")))
				return tag;
		}
	}
	while (at-- > 0)
		if (str_starts(str_from(html, at), S("</main>")))
			return at;
	return html.len;
}

/* To behind the last </main>: the one that ends what is read can't come later. */
str text_main(str html)
{
	str rest = str_from(html, main_at(html));
	return str_sub(rest, 0, main_end_at(rest) + strlen("</main>"));
}

static str main_of(str html)
{
	str rest = str_from(html, main_at(html));
	struct tag tag = {0};
	return str_from(rest, tag_end(rest, 0, &tag));
}

void text_take(struct text *text, str html)
{
	struct walk walk = {.text = text, .html = main_of(html)};
	buf_clear(&text->text);
	text->sections.len = 0;
	begin_section(&walk, S(""));
	if (!buf_reserve(&text->text, html.len))
		return;
	while (walk.at < walk.html.len && !walk.ended)
		if (walk.html.ptr[walk.at] == '<')
			take(&walk);
		else
			add_text(&walk);
	last_section(text)->end = text->text.len;
	text->text.data[text->text.len] = '\0';
}
