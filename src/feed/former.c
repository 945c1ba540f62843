#include "feed/former.h"

#include "base/path.h"
#include "feed/ical.h"
#include "feed/vcard.h"

enum { FILES_EACH = 2 }; /* a redirect's calendar and card */

/* "cietumi/riga/index.html": "riga" was the record's name, if it is not now and no other has it. */
static str old_name(const struct redirect *redirect)
{
	const struct record *record = redirect->page->record;
	str name = path_name(path_dir(redirect->output));
	bool other = record && !redirect->page->variant.len && name.len &&
		     !str_eq(name, record->id) && !kind_find(record->kind, name);
	return other ? name : S("");
}

/* Two addresses of one old name, or two records that had it: the first counts. */
static bool is_first(const struct site *site, size_t number, str name)
{
	const struct redirect *all = site->redirects.items, *redirect = &all[number];
	for (size_t i = 0; i < number; i++)
		if (str_eq(old_name(&all[i]), name) &&
			all[i].page->language == redirect->page->language &&
			all[i].page->record->kind == redirect->page->record->kind)
			return false;
	return true;
}

size_t former_files(const struct site *site)
{
	return site->redirects.len * FILES_EACH;
}

/* Cards are the same in all languages. */
static str write(const struct site *site, const struct page *page, bool card, struct arena *arena,
	struct buf *out)
{
	struct reader reader = {site, page->language, arena};
	if (!card)
		return ical_write_record(&reader, page->record, out);
	return page->language->index ? S("") : vcard_write_record(site, page->record, arena, out);
}

str former_write(const struct site *site, size_t index, struct arena *arena, struct buf *out)
{
	size_t number = index / FILES_EACH;
	const struct redirect *redirect = &site->redirects.items[number];
	str name = old_name(redirect);
	if (!name.len || !is_first(site, number, name))
		return S("");
	str path = write(site, redirect->page, index % FILES_EACH, arena, out);
	if (!path.len)
		return path;
	return arena_printf(arena, "%.*s/%.*s.%.*s", STR_ARGS(path_dir(path)), STR_ARGS(name),
		STR_ARGS(path_ext(path)));
}
