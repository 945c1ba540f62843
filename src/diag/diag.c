#include "diag/diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/messages.h"

static const struct diag_info infos[DIAG_COUNT] = {
#define D(name, id, level, meaning) [DIAG_##name] = {STR_INIT(id), DIAG_##level, meaning},
#include "diag/diag.def"
#undef D
};

const struct diag_info *diag_info(enum diag_id id)
{
	return &infos[id];
}

const struct diag_info *diag_info_find(str id)
{
	for (size_t i = 0; i < DIAG_COUNT; i++)
		if (str_eq(infos[i].id, id))
			return &infos[i];
	return NULL;
}

void diags_init(struct diags *diags)
{
	*diags = (struct diags){0};
	arena_init(&diags->arena);
}

void diags_release(struct diags *diags)
{
	VEC_FREE(&diags->list);
	arena_release(&diags->arena);
	diags_init(diags);
}

/* The last letter of a text that was cut may be broken. */
static size_t without_last_letter(const char *text, size_t len)
{
	while (len > 0 && ((unsigned char)text[len - 1] & 0xc0) == 0x80)
		len--;
	return len ? len - 1 : 0;
}

static str format(struct arena *arena, const char *fmt, va_list args)
{
	char text[1024];
	int len = vsnprintf(text, sizeof(text), _(fmt), args);
	size_t kept = len < 0 ? 0 : (size_t)len;
	if (kept >= sizeof(text))
		kept = without_last_letter(text, sizeof(text) - 1);
	return arena_str(arena, str_n(text, kept));
}

static void count(struct diags *diags, enum diag_level level)
{
	diags->nerrors += level >= DIAG_ERROR;
	diags->nfailures += level == DIAG_FAILURE;
}

static struct diag *last(struct diags *diags)
{
	if (diags->list.len == 0)
		BUG("a note without a diagnostic");
	return &diags->list.items[diags->list.len - 1];
}

void diag_add(struct diags *diags, enum diag_id id, struct span span, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	struct diag diag = {
		id, infos[id].level, span, format(&diags->arena, fmt, args), NULL, S(""), S("")};
	va_end(args);
	VEC_PUSH(&diags->list, diag);
	count(diags, diag.level);
}

static void add_note(struct diags *diags, struct diag *diag, struct span span, str text)
{
	struct diag_note **end = &diag->notes;
	while (*end)
		end = &(*end)->next;
	*end = ARENA_NEW(&diags->arena, struct diag_note);
	**end = (struct diag_note){span, text, NULL};
}

void diag_note(struct diags *diags, struct span span, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	add_note(diags, last(diags), span, format(&diags->arena, fmt, args));
	va_end(args);
}

void diag_nearest(struct diags *diags, str nearest)
{
	if (!nearest.len)
		return;
	diag_note(diags, SPAN_NONE, "did you mean '%.*s'?", STR_ARGS(nearest));
	last(diags)->nearest = arena_str(&diags->arena, nearest);
}

void diag_suggest(struct diags *diags, str wanted, const str *candidates, size_t ncandidates)
{
	diag_nearest(diags, str_nearest(wanted, candidates, ncandidates));
}

void diag_misses(struct diags *diags, str kind, str id)
{
	last(diags)->missing = arena_join(&diags->arena, kind, kind.len ? S("/") : S(""), id);
}

void diag_raise(struct diags *diags)
{
	struct diag *diag = last(diags);
	if (diag->level >= DIAG_ERROR)
		return;
	diag->level = DIAG_ERROR;
	diags->nerrors++;
}

void diags_copy(struct diags *into, const struct diag *from)
{
	struct diag copy = *from;
	copy.text = arena_str(&into->arena, from->text);
	copy.missing = arena_str(&into->arena, from->missing);
	copy.nearest = arena_str(&into->arena, from->nearest);
	copy.notes = NULL;
	for (const struct diag_note *note = from->notes; note; note = note->next)
		add_note(into, &copy, note->span, arena_str(&into->arena, note->text));
	VEC_PUSH(&into->list, copy);
	count(into, copy.level);
}

void diags_merge(struct diags *into, const struct diags *from)
{
	for (size_t i = 0; i < from->list.len; i++)
		diags_copy(into, &from->list.items[i]);
}

struct keyed {
	str path;
	struct diag diag;
};

static int compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int compare_keyed(const void *left, const void *right)
{
	const struct keyed *a = left, *b = right;
	int order = str_cmp(a->path, b->path);
	if (!order)
		order = compare_numbers(a->diag.span.start, b->diag.span.start);
	if (!order)
		order = compare_numbers(a->diag.span.end, b->diag.span.end);
	if (!order)
		order = str_cmp(infos[a->diag.id].id, infos[b->diag.id].id);
	return order ? order : str_cmp(a->diag.text, b->diag.text);
}

void diags_sort(struct diags *diags, const struct sources *sources)
{
	VEC(struct keyed) keyed = {0};
	for (size_t i = 0; i < diags->list.len; i++) {
		const struct diag *diag = &diags->list.items[i];
		uint32_t number = diag->span.source;
		str path = number ? sources_at(sources, number)->path : S("");
		VEC_PUSH(&keyed, ((struct keyed){path, *diag}));
	}
	VEC_SORT(&keyed, compare_keyed);
	diags->list.len = diags->nerrors = diags->nfailures = 0;
	for (size_t i = 0; i < keyed.len; i++) {
		if (i > 0 && compare_keyed(&keyed.items[i - 1], &keyed.items[i]) == 0)
			continue;
		diags->list.items[diags->list.len++] = keyed.items[i].diag;
		count(diags, keyed.items[i].diag.level);
	}
	VEC_FREE(&keyed);
}
