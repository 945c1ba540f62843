#include "source/listing.h"

#include "base/messages.h"
#include "base/path.h"
#include "base/utf8.h"

/* The path as a place in messages; bytes that would upset a terminal as '?'. */
static struct span place_of(struct listing *listing, str path)
{
	str shown = store_display_path(listing->store, listing->arena, path);
	char *clean = arena_alloc(listing->arena, shown.len);
	bool utf8 = utf8_invalid_at(shown) == STR_NONE;
	for (size_t i = 0; i < shown.len; i++) {
		unsigned char c = (unsigned char)shown.ptr[i];
		clean[i] = c < 0x20 || c == 0x7f || (c >= 0x80 && !utf8) ? '?' : (char)c;
	}
	return span_file(sources_add(listing->sources, str_n(clean, shown.len)));
}

static const char *fault_of(str path)
{
	if (utf8_invalid_at(path) != STR_NONE)
		return N_("the file's name is not UTF-8");
	if (path_is_plain(path))
		return NULL;
	return str_find_char(path, '\\') != STR_NONE
		       ? N_("the file's name holds a backslash")
		       : N_("the file's name holds a control character or an empty or dotted part");
}

void listing_add(struct listing *listing, struct store_entry entry)
{
	const char *fault = fault_of(entry.path);
	if (!fault) {
		VEC_PUSH(listing->out, entry);
		return;
	}
	diag_add(listing->diags, DIAG_FILE_NAME, place_of(listing, entry.path), "%s", _(fault));
	diag_note(listing->diags, SPAN_NONE, "rename it: letters, digits, '-' and '.' are best");
}

void listing_refuse(struct listing *listing, str path, const char *what)
{
	diag_add(listing->diags, DIAG_FILE_SPECIAL, place_of(listing, path),
		"%s is not followed: left out", _(what));
}

static int compare_entries(const void *a, const void *b)
{
	return str_cmp(
		((const struct store_entry *)a)->path, ((const struct store_entry *)b)->path);
}

/* A made-up tree in git can hold a name twice; a folder can't. */
void listing_finish(struct listing *listing)
{
	store_entries *list = listing->out;
	size_t kept = 0;
	VEC_SORT(list, compare_entries);
	for (size_t i = 0; i < list->len; i++) {
		struct store_entry entry = list->items[i];
		if (kept && str_eq(list->items[kept - 1].path, entry.path))
			diag_add(listing->diags, DIAG_FILE_NAME, place_of(listing, entry.path),
				"the name stands twice in its folder");
		else
			list->items[kept++] = entry;
	}
	list->len = kept;
}
