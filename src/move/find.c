#include "move/find.h"

#include "markdown/fence.h"
#include "markdown/link.h"
#include "markdown/quote.h"

struct search {
	const struct finder *finder;
	str text;
	size_t line; /* where the line at hand begins */
	str embed;   /* its name, inside one */
};

static size_t count(str text, size_t at, char c)
{
	size_t n = 0;
	while (at + n < text.len && text.ptr[at + n] == c)
		n++;
	return n;
}

/* --- links ----------------------------------------------------------------------------- */

/* The end of an address that begins at `at`: CommonMark, section 6.3. */
static size_t address_end(str text, size_t at)
{
	size_t depth = 0;
	for (; at < text.len; at++) {
		char c = text.ptr[at];
		if (c == '\\')
			at++;
		else if (c == '(')
			depth++;
		else if ((c == ')' && depth-- == 0) || (unsigned char)c <= ' ' || c == '"')
			break;
	}
	return at < text.len ? at : text.len;
}

/* The address that begins at `at`, perhaps behind blanks; gives where to go on. */
static size_t take_address(const struct search *search, size_t at)
{
	str text = search->text;
	at += count(text, at, ' ');
	bool angled = at < text.len && text.ptr[at] == '<';
	at += angled;
	size_t closing = angled ? str_find_char(str_from(text, at), '>') : 0;
	if (closing == STR_NONE || (angled && str_find_char(str_from(text, at), '\n') < closing))
		return at;
	size_t end = angled ? at + closing : address_end(text, at);
	if (end > at && link_kind_of(str_sub(text, at, end)) == LINK_LOCAL)
		search->finder->address(search->finder->ctx, at, end);
	return end;
}

/* Behind the run of backticks that ends the code which begins at `at`; behind the run
 * at `at` when the line has no such run. */
static size_t skip_code(str line, size_t at)
{
	size_t ticks = count(line, at, '`'), n;
	for (size_t i = at + ticks; i < line.len; i += n + !n) {
		n = count(line, i, '`');
		if (n == ticks)
			return i + n;
	}
	return at + ticks;
}

/* "[label]: address" is a line of its own. */
static size_t label_end(str line)
{
	size_t at = count(line, 0, ' ');
	size_t end = str_find(line, S("]:"));
	return at < line.len && line.ptr[at] == '[' && end != STR_NONE ? end + 2 : 0;
}

/* Gives where the quote that begins at `at` ends; none begins there: `at`. */
static size_t take_quote(const struct search *search, str line, size_t at)
{
	struct quote quote;
	if (!quote_find(line, at, &quote) || quote.start != at)
		return at;
	size_t start = (size_t)(quote.ref.ptr - search->text.ptr);
	search->finder->quote(search->finder->ctx, start, start + quote.ref.len);
	return quote.end - 1;
}

static void search_line(const struct search *search, str line)
{
	size_t from = search->line, label = label_end(line);
	if (label)
		take_address(search, from + label);
	for (size_t at = 0; at < line.len; at++) {
		if (line.ptr[at] == '\\')
			at++;
		else if (line.ptr[at] == '`')
			at = skip_code(line, at) - 1;
		else if (line.ptr[at] == '{')
			at = take_quote(search, line, at);
		else if (str_starts(str_from(line, at), S("](")))
			at = take_address(search, from + at + 2) - from - 1;
	}
}

/* --- embeds ---------------------------------------------------------------------------- */

static void search_parameter(const struct search *search, str line)
{
	size_t colon = str_find(line, S(": "));
	str value = str_trim(str_from(line, colon == STR_NONE ? line.len : colon + 2));
	if (!value.len)
		return;
	bool quoted = value.len > 1 && (value.ptr[0] == '"' || value.ptr[0] == '\'') &&
		      value.ptr[value.len - 1] == value.ptr[0];
	size_t start = (size_t)(value.ptr - search->text.ptr) + quoted;
	search->finder->parameter(search->finder->ctx, search->embed,
		str_trim(str_sub(line, 0, colon)), start, start + value.len - 2 * (size_t)quoted);
}

void find_all(str text, size_t from, const struct finder *finder)
{
	struct search search = {finder, text, from, S("")};
	struct fence fence = {0};
	for (str line, rest = str_from(text, from); str_cut(&rest, '\n', &line);) {
		enum fence_line what = fence_read(&fence, line);
		search.line = (size_t)(line.ptr - text.ptr);
		if (what == FENCE_BEGINS)
			search.embed =
				str_starts(fence.info, S("@")) ? str_from(fence.info, 1) : S("");
		if (what == FENCE_INSIDE && search.embed.len)
			search_parameter(&search, line);
		if (what == FENCE_NONE || (what == FENCE_INSIDE && search.embed.len))
			search_line(&search, line);
	}
}
