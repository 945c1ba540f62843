#include "check/accepted.h"

/* The first warning of that id from `first` on, or the list's length. */
static size_t find_warning(const struct diags *diags, size_t first, str id)
{
	size_t i = first;
	while (i < diags->list.len && (diags->list.items[i].level != DIAG_WARNING ||
					      !str_eq(diag_info(diags->list.items[i].id)->id, id)))
		i++;
	return i;
}

static void take_away(struct diags *diags, size_t at)
{
	struct diag *gone = &diags->list.items[at];
	memmove(gone, gone + 1, (--diags->list.len - at) * sizeof(*gone));
}

/* All of that id; the text of a note hangs on the last diagnostic, so the one that comes
 * again goes there. */
static void remind(struct diags *diags, size_t at, struct value mark)
{
	struct diag again = diags->list.items[at];
	take_away(diags, at);
	VEC_PUSH(&diags->list, again);
	diag_note(diags, value_get(mark, S("until"), NULL).span, "it was accepted until %.*s: %.*s",
		STR_ARGS(value_get_str(mark, S("until"))),
		STR_ARGS(value_get_str(mark, S("reason"))));
	diag_note(diags, SPAN_NONE, "look again: mend it, or write a later day");
}

/* Of what another record holds a warning may come; of one that can't be read nobody knows. */
static bool all_are_read(const struct site *site)
{
	for (size_t k = 0; k < site->nkinds; k++)
		for (size_t i = 0; i < site->kinds[k]->nrecords; i++)
			if (site->kinds[k]->records[i]->is_unreadable)
				return false;
	return true;
}

static void apply(const struct site *site, const struct record *record, struct value mark,
	size_t first, struct diags *diags)
{
	str id = value_get_str(mark, S("warning"));
	size_t at = find_warning(diags, first, id);
	if (at == diags->list.len) {
		if (!record->is_shown || !all_are_read(site))
			return;
		diag_add(diags, DIAG_ACCEPTED_NOTHING, mark.span,
			"there is no '%.*s' here any more that could be accepted", STR_ARGS(id));
		diag_note(diags, SPAN_NONE, "take the mark out");
	} else if (str_cmp(value_get_str(mark, S("until")), site->today) < 0) {
		remind(diags, at, mark);
	} else {
		for (; at < diags->list.len; at = find_warning(diags, at, id))
			take_away(diags, at);
	}
}

void accepted_apply(
	const struct site *site, const struct record *record, size_t first, struct diags *diags)
{
	struct value marks = value_get(record_facts(record)->json, S("accepted"), NULL);
	for (size_t i = 0; marks.kind == VALUE_LIST && i < marks.list->len; i++)
		apply(site, record, marks.list->items[i], first, diags);
}
