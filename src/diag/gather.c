#include "diag/gather.h"

#include "base/map.h"
#include "base/messages.h"

/* How many of the places are named. */
#define PLACES_SHOWN 5

struct gathered {
	str missing;
	str nearest; /* of the first that knows one */
	size_t n;
	const struct diag *first[PLACES_SHOWN];
};

struct gathering {
	struct arena arena;
	const struct sources *sources;
	struct map groups; /* what is missing -> struct gathered */
};

static bool holds_any(const struct sources *sources, str folder)
{
	for (size_t i = 0; i < sources->list.len; i++)
		if (str_find(sources->list.items[i].path, folder) != STR_NONE)
			return true;
	return false;
}

/* "lv/sazina/" of "lv/sazina/zvani.md", when nothing stands there any more: who renames a folder by
 * hand loses all of its pages at once. */
static str cause_of(struct gathering *g, str missing)
{
	size_t slash = str_rfind_char(missing, '/');
	bool page = str_ends(missing, S(".md")) && slash != STR_NONE;
	str folder = page ? str_sub(missing, 0, slash + 1) : S("");
	bool inner = page && str_find_char(folder, '/') < slash;
	if (!inner || holds_any(g->sources, arena_join(&g->arena, S("/"), folder, S(""))))
		return missing;
	return folder;
}

static void add_to_group(struct gathering *g, const struct diag *diag)
{
	str cause = cause_of(g, diag->missing);
	struct gathered *group = map_get(&g->groups, cause);
	if (!group) {
		group = ARENA_NEW(&g->arena, struct gathered);
		*group = (struct gathered){.missing = cause, .nearest = S("")};
		map_put(&g->groups, cause, group);
	}
	if (group->n < PLACES_SHOWN)
		group->first[group->n] = diag;
	if (!group->nearest.len && str_eq(cause, diag->missing))
		group->nearest = diag->nearest;
	group->n++;
}

static bool is_gathered(struct gathering *g, const struct diag *diag)
{
	const struct gathered *group =
		diag->missing.len ? map_get(&g->groups, cause_of(g, diag->missing)) : NULL;
	return group && group->n >= GATHER_MIN;
}

static void note_place(struct diags *diags, struct span span, const struct sources *sources)
{
	struct arena arena;
	if (!span.source)
		return;
	arena_init(&arena);
	const struct source *source = sources_at(sources, span.source);
	str text = source->text;
	if (!text.len && sources->load)
		text = sources->load(sources->load_ctx, span.source, &arena);
	diag_note(diags, SPAN_NONE, "it is named in %.*s:%u", STR_ARGS(source->path),
		place_at(text, span.start).line);
	arena_release(&arena);
}

/* What one of them says of a file that is there all the same: the page is a draft. */
static const struct diag_note *note_of_file(const struct gathered *group)
{
	for (size_t i = 0; i < group->n && i < PLACES_SHOWN; i++)
		for (const struct diag_note *note = group->first[i]->notes; note; note = note->next)
			if (note->span.source)
				return note;
	return NULL;
}

static void note_what_to_do(struct diags *diags, const struct gathered *group)
{
	const struct diag_note *draft = note_of_file(group);
	if (draft) {
		diag_note(diags, draft->span, "%.*s", STR_ARGS(draft->text));
		diag_note(diags, SPAN_NONE,
			"take 'draft' out, or take the page out of all these places");
		return;
	}
	if (str_ends(group->missing, S("/")))
		diag_note(diags, SPAN_NONE,
			"was it renamed? Give the folder its old name back, then: tilts move %.*s "
			"NEW/",
			STR_ARGS(group->missing));
	else
		diag_note(diags, SPAN_NONE,
			"was it renamed? Give the file its old name back, then: tilts move %.*s "
			"NEW",
			STR_ARGS(group->missing));
	diag_note(diags, SPAN_NONE,
		"was it deleted? Bring it back, or take it out of all these places");
}

static void tell(struct diags *diags, const struct gathered *group, const struct sources *sources)
{
	str name = group->missing;
	diag_add(diags, DIAG_FILE_GONE, SPAN_NONE,
		"there is no '%.*s' (any more); places that name it: %zu", STR_ARGS(name),
		group->n);
	if (group->nearest.len)
		diag_note(diags, SPAN_NONE, "did you mean '%.*s'?", STR_ARGS(group->nearest));
	note_what_to_do(diags, group);
	for (size_t i = 0; i < group->n && i < PLACES_SHOWN; i++)
		note_place(diags, group->first[i]->span, sources);
	if (group->n > PLACES_SHOWN)
		diag_note(diags, SPAN_NONE, "and %zu more", group->n - PLACES_SHOWN);
}

static void tell_all(struct gathering *g, const struct sources *sources, const struct diags *said,
	struct diags *out)
{
	for (size_t i = 0; i < g->groups.len; i++) {
		const struct gathered *group = g->groups.entries[i].value;
		if (group->n >= GATHER_MIN)
			tell(out, group, sources);
	}
	for (size_t i = 0; i < said->list.len; i++)
		if (!is_gathered(g, &said->list.items[i]))
			diags_copy(out, &said->list.items[i]);
}

static bool collect(struct gathering *g, const struct diags *diags)
{
	bool any = false;
	for (size_t i = 0; i < diags->list.len; i++)
		if (diags->list.items[i].missing.len)
			add_to_group(g, &diags->list.items[i]);
	for (size_t i = 0; i < g->groups.len; i++)
		any |= ((const struct gathered *)g->groups.entries[i].value)->n >= GATHER_MIN;
	return any;
}

void diags_gather(struct diags *diags, const struct sources *sources)
{
	struct gathering g = {.sources = sources};
	struct diags out;
	arena_init(&g.arena);
	if (collect(&g, diags)) {
		diags_init(&out);
		tell_all(&g, sources, diags, &out);
		diags_release(diags);
		*diags = out;
	}
	map_release(&g.groups);
	arena_release(&g.arena);
}
