#include "render/translation.h"

#include "diag/number.h"

/* More are one mistake: a part of the text is missing. */
#define TOLD_MAX 5

struct comparison {
	str text, original;
	struct span at, original_at;
	const struct number *lost[TOLD_MAX], *strange[TOLD_MAX];
	size_t nlost, nstrange;
};

static struct span span_in(str text, struct span at, str part)
{
	size_t start = (size_t)(part.ptr - text.ptr);
	return span_within(at, start, start + part.len);
}

/* --- headings, by which a place is found again in the other text ------------------------- */

static size_t count_headings(str text)
{
	size_t n = 0;
	for (str line; str_cut(&text, '\n', &line);)
		n += str_starts(line, S("#"));
	return n;
}

/* Heading number n, from 1; the first line when there is none. */
static str heading(str text, size_t n)
{
	str line = S(""), first = text;
	while (n > 0 && str_cut(&text, '\n', &line))
		n -= str_starts(line, S("#"));
	return n == 0 && line.len ? line : str_sub(first, 0, str_find_char(first, '\n'));
}

/* Where the number is missing: the heading under which it stands in the original. */
static struct span place_of(const struct comparison *c, const struct number *lost)
{
	str before = str_sub(c->original, 0, (size_t)(lost->text.ptr - c->original.ptr));
	size_t n =
		count_headings(c->original) == count_headings(c->text) ? count_headings(before) : 0;
	return n ? span_in(c->text, c->at, heading(c->text, n)) : span_file(c->at.source);
}

/* --- what is said ------------------------------------------------------------------------ */

static void report_lost(const struct comparison *c, size_t i, struct diags *diags)
{
	str lost = c->lost[i]->text;
	if (c->nlost == c->nstrange)
		diag_add(diags, DIAG_TRANSLATION_NUMBER,
			span_in(c->text, c->at, c->strange[i]->text),
			"'%.*s' is not in the original, which has '%.*s'",
			STR_ARGS(c->strange[i]->text), STR_ARGS(lost));
	else
		diag_add(diags, DIAG_TRANSLATION_NUMBER, place_of(c, c->lost[i]),
			"'%.*s' of the original is not in this translation", STR_ARGS(lost));
	diag_note(diags, span_in(c->original, c->original_at, lost), "the original says it here");
	diag_note(diags, SPAN_NONE,
		"write it in digits, as there; if it is wrong there, correct the original");
}

/* In a translation with a number of its own: most often a digit is wrong. */
static void report_strange(const struct comparison *c, size_t i, struct diags *diags)
{
	diag_add(diags, DIAG_TRANSLATION_NUMBER, span_in(c->text, c->at, c->strange[i]->text),
		"'%.*s' is not in the original", STR_ARGS(c->strange[i]->text));
	diag_note(diags, span_file(c->original_at.source),
		"compare with the original; what it lacks is to be written there first");
}

static void compare(struct comparison *c, struct diags *diags)
{
	struct numbers own = {0}, original = {0};
	numbers_find(&original, c->original);
	numbers_find(&own, c->text);
	c->nlost = numbers_missing(&original, &own, NUMBER_TOLD, c->lost, TOLD_MAX);
	c->nstrange = numbers_missing(
		&own, &original, c->nlost ? NUMBER_TOLD : NUMBER_SURE, c->strange, TOLD_MAX);
	for (size_t i = 0; i < c->nlost; i++)
		report_lost(c, i, diags);
	for (size_t i = 0; i < c->nstrange && c->nlost != c->nstrange; i++)
		if (c->strange[i]->weight == NUMBER_SURE)
			report_strange(c, i, diags);
	numbers_release(&own);
	numbers_release(&original);
}

static bool is_current(const struct page *page, const struct page *original)
{
	const struct page_texts *texts = page_texts(page);
	return original && original->hash && !page_is_outdated(page) &&
	       value_get(texts->front, S("source_hash"), NULL).kind == VALUE_STRING;
}

void translation_check(const struct frame *frame, str text, struct span at)
{
	const struct page *page = frame_page(frame);
	const struct page *original = page_original(frame->renderer->site, page);
	if (page->flags & PAGE_FALLBACK || page->language->of.len || !is_current(page, original))
		return;
	struct buf file;
	struct frame inner = *frame;
	inner.page_ = original;
	buf_init(&file);
	if (frame_read(&inner, &file)) {
		str body = str_from(buf_str(&file), original->body_start);
		struct comparison c = {.text = text,
			.original = body,
			.at = at,
			.original_at = span_of(original->source, original->body_start, file.len)};
		compare(&c, &frame->worker->diags);
	}
	buf_release(&file);
}
