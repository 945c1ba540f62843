#include "template/lex.h"

#include <string.h>

#include "base/messages.h"

/* Longest {{=<new> <delimiters>=}} that is looked for. */
#define DELIMITERS_MAX 128

void lexer_init(struct lexer *lexer, str text, struct span span, struct diags *diags)
{
	*lexer = (struct lexer){text, 0, S("{{"), S("}}"), span, diags};
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool is_space(char c)
{
	return is_blank(c) || c == '\r' || c == '\n';
}

size_t lex_blanks_before(str text, size_t at)
{
	while (at > 0 && is_blank(text.ptr[at - 1]))
		at--;
	return at;
}

size_t lex_blanks_after(str text, size_t at)
{
	while (at < text.len && is_blank(text.ptr[at]))
		at++;
	return at;
}

size_t lex_line_end_after(str text, size_t at)
{
	if (at + 1 < text.len && text.ptr[at] == '\r' && text.ptr[at + 1] == '\n')
		return at + 2;
	return at < text.len && text.ptr[at] == '\n' ? at + 1 : at;
}

static void look_around(const struct lexer *lexer, struct tag *tag)
{
	size_t left = lex_blanks_before(lexer->text, tag->start);
	size_t right = lex_blanks_after(lexer->text, tag->end);
	tag->clear_left = left == 0 || lexer->text.ptr[left - 1] == '\n';
	tag->clear_right =
		right == lexer->text.len || lex_line_end_after(lexer->text, right) > right;
}

/* Reports the tag and goes on behind it. */
static bool fail(struct lexer *lexer, const struct tag *tag, enum diag_id id, const char *what)
{
	diag_add(lexer->diags, id, span_within(lexer->span, tag->start, tag->end), "%s", _(what));
	lexer->at = tag->end;
	return false;
}

static bool fail_unclosed(struct lexer *lexer, size_t start, size_t resume)
{
	str rest = str_from(lexer->text, start);
	size_t line = str_find_char(rest, '\n');
	struct span span =
		span_within(lexer->span, start, line == STR_NONE ? lexer->text.len : start + line);
	diag_add(lexer->diags, DIAG_TEMPLATE_TAG, span, "this tag is not closed: '%.*s' is missing",
		STR_ARGS(lexer->close));
	lexer->at = resume;
	return false;
}

static enum tag_kind kind_of(char sigil)
{
	switch (sigil) {
	case '&':
	case '{':
		return TAG_RAW;
	case '#':
		return TAG_SECTION;
	case '^':
		return TAG_INVERTED;
	case '>':
		return TAG_PARTIAL;
	case '<':
		return TAG_PARENT;
	case '$':
		return TAG_BLOCK;
	case '/':
		return TAG_CLOSE;
	case '!':
	case '=':
		return TAG_SILENT;
	default:
		return TAG_VALUE;
	}
}

static bool has_space(str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (is_space(s.ptr[i]))
			return true;
	return false;
}

/* `inner` is what stands between the two '='. */
static bool set_delimiters(struct lexer *lexer, str inner, const struct tag *tag)
{
	inner = str_trim(inner);
	size_t gap = 0;
	while (gap < inner.len && !is_space(inner.ptr[gap]))
		gap++;
	str open = str_sub(inner, 0, gap);
	str close = str_trim(str_from(inner, gap));
	if (!open.len || !close.len || has_space(close) || str_find_char(inner, '=') != STR_NONE)
		return fail(lexer, tag, DIAG_TEMPLATE_DELIMITERS,
			N_("new delimiters are two words without '=', as in {{=<% %>=}}"));
	lexer->open = open;
	lexer->close = close;
	return true;
}

static bool read_delimiters(struct lexer *lexer, size_t inner, struct tag *tag)
{
	str rest = str_sub(lexer->text, inner, inner + DELIMITERS_MAX);
	for (size_t from = 0, at; (at = str_find_char(str_from(rest, from), '=')) != STR_NONE;) {
		from += at + 1;
		if (!str_starts(str_from(rest, from), lexer->close))
			continue;
		tag->end = inner + from + lexer->close.len;
		lexer->at = tag->end;
		return set_delimiters(lexer, str_sub(rest, 0, from - 1), tag);
	}
	tag->end = inner;
	return fail(lexer, tag, DIAG_TEMPLATE_DELIMITERS,
		N_("these delimiters are not closed: '=' and the closing delimiter are missing"));
}

/* {{{name}}}: the closing brace may stand right before or be part of what looks
 * like the delimiter. */
static bool close_brace(struct lexer *lexer, str *content, struct tag *tag)
{
	if (str_ends(*content, S("}"))) {
		content->len--;
		return true;
	}
	size_t shifted = tag->end - lexer->close.len + 1;
	if (lexer->text.ptr[shifted - 1] == '}' &&
		str_starts(str_from(lexer->text, shifted), lexer->close)) {
		tag->end++;
		return true;
	}
	return fail(lexer, tag, DIAG_TEMPLATE_TAG,
		N_("this tag opens with one brace more than it closes with"));
}

static bool read_name(struct lexer *lexer, str content, struct tag *tag)
{
	tag->name = str_trim(content);
	bool may_be_dynamic =
		tag->kind == TAG_PARTIAL || tag->kind == TAG_PARENT || tag->kind == TAG_CLOSE;
	tag->dynamic = may_be_dynamic && str_starts(tag->name, S("*"));
	if (tag->dynamic)
		tag->name = str_trim(str_from(tag->name, 1));
	if (tag->name.len == 0)
		return fail(lexer, tag, DIAG_TEMPLATE_TAG, N_("this tag has no name"));
	if (has_space(tag->name))
		return fail(lexer, tag, DIAG_TEMPLATE_TAG, N_("the name in a tag has no spaces"));
	lexer->at = tag->end;
	return true;
}

/* The last opening delimiter in content, if there is one. */
static size_t last_open(const struct lexer *lexer, str content)
{
	for (size_t at = content.len; at-- > 0;)
		if (str_starts(str_from(content, at), lexer->open))
			return at;
	return STR_NONE;
}

/* Reads the tag whose opening delimiter stands at tag->start. */
static bool read_tag(struct lexer *lexer, struct tag *tag)
{
	str text = lexer->text;
	size_t inner = tag->start + lexer->open.len;
	while (inner < text.len && is_space(text.ptr[inner]))
		inner++;
	char sigil = inner < text.len ? text.ptr[inner] : '\0';
	tag->kind = kind_of(sigil);
	inner += tag->kind != TAG_VALUE;
	if (sigil == '=')
		return read_delimiters(lexer, inner, tag);
	size_t len = str_find(str_from(text, inner), lexer->close);
	if (len == STR_NONE)
		return fail_unclosed(lexer, tag->start, text.len);
	str content = str_sub(text, inner, inner + len);
	tag->end = inner + len + lexer->close.len;
	if (sigil == '!') {
		lexer->at = tag->end;
		return true;
	}
	size_t again = last_open(lexer, content);
	if (again != STR_NONE)
		return fail_unclosed(lexer, tag->start, inner + again);
	if (sigil == '{' && !close_brace(lexer, &content, tag))
		return false;
	return read_name(lexer, content, tag);
}

bool lexer_next(struct lexer *lexer, struct tag *tag)
{
	size_t found;
	while ((found = str_find(str_from(lexer->text, lexer->at), lexer->open)) != STR_NONE) {
		*tag = (struct tag){.start = lexer->at + found};
		if (!read_tag(lexer, tag))
			continue;
		look_around(lexer, tag);
		return true;
	}
	return false;
}
