#include "template/pair.h"

#include "template/template.h"

struct pairing {
	struct tag *tags;
	struct span at;
	struct diags *diags;
	size_t open[TEMPLATE_DEPTH]; /* the tags that wait for their partner */
	size_t nopen;
};

bool tag_opens(const struct tag *tag)
{
	return tag->kind == TAG_SECTION || tag->kind == TAG_INVERTED || tag->kind == TAG_PARENT ||
	       tag->kind == TAG_BLOCK;
}

static const char *noun(const struct tag *tag)
{
	return tag->kind == TAG_PARENT ? "parent" : tag->kind == TAG_BLOCK ? "block" : "section";
}

static struct span span(const struct pairing *pairing, const struct tag *tag)
{
	return span_within(pairing->at, tag->start, tag->end);
}

static void report_unclosed(struct pairing *pairing, size_t index)
{
	struct tag *tag = &pairing->tags[index];
	diag_add(pairing->diags, DIAG_TEMPLATE_SECTION, span(pairing, tag),
		"the %s '%.*s' is not closed", noun(tag), STR_ARGS(tag->name));
	tag->kind = TAG_SILENT;
}

static void report_stray(struct pairing *pairing, struct tag *tag)
{
	diag_add(pairing->diags, DIAG_TEMPLATE_SECTION, span(pairing, tag),
		"nothing named '%.*s' is open here", STR_ARGS(tag->name));
	if (pairing->nopen) {
		const struct tag *open = &pairing->tags[pairing->open[pairing->nopen - 1]];
		diag_note(pairing->diags, span(pairing, open), "the %s '%.*s' is, since here",
			noun(open), STR_ARGS(open->name));
	}
	tag->kind = TAG_SILENT;
}

static bool closes(const struct tag *tag, const struct tag *open)
{
	return tag->dynamic == open->dynamic && str_eq(tag->name, open->name);
}

static void close_tag(struct pairing *pairing, size_t index)
{
	struct tag *tag = &pairing->tags[index];
	size_t depth = pairing->nopen;
	while (depth > 0 && !closes(tag, &pairing->tags[pairing->open[depth - 1]]))
		depth--;
	if (depth == 0) {
		report_stray(pairing, tag);
		return;
	}
	while (pairing->nopen > depth) {
		report_unclosed(pairing, pairing->open[--pairing->nopen]);
		diag_note(pairing->diags, span(pairing, tag), "'%.*s' around it is closed here",
			STR_ARGS(tag->name));
	}
	tag->partner = pairing->open[--pairing->nopen];
	pairing->tags[tag->partner].partner = index;
}

static void silence(struct tag *tags, size_t ntags)
{
	for (size_t i = 0; i < ntags; i++)
		tags[i].kind = TAG_SILENT;
}

static void give_up(struct pairing *pairing, tag_list *tags, size_t index)
{
	diag_add(pairing->diags, DIAG_TEMPLATE_SECTION, span(pairing, &tags->items[index]),
		"more than %d sections, parents and blocks stand inside each other",
		TEMPLATE_DEPTH);
	silence(tags->items + index, tags->len - index);
	while (pairing->nopen)
		pairing->tags[pairing->open[--pairing->nopen]].kind = TAG_SILENT;
}

void pair_tags(tag_list *tags, struct span at, struct diags *diags)
{
	struct pairing pairing = {.tags = tags->items, .at = at, .diags = diags};
	for (size_t i = 0; i < tags->len; i++) {
		if (tags->items[i].kind == TAG_CLOSE)
			close_tag(&pairing, i);
		if (!tag_opens(&tags->items[i]))
			continue;
		if (pairing.nopen == TEMPLATE_DEPTH) {
			give_up(&pairing, tags, i);
			return;
		}
		pairing.open[pairing.nopen++] = i;
	}
	while (pairing.nopen)
		report_unclosed(&pairing, pairing.open[--pairing.nopen]);
}
