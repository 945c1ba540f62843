#include "feed/events.h"

#include <stdlib.h>

#include "feed/happening.h"

struct happening {
	const struct record *record;
	int64_t changed;
};

typedef VEC(struct happening) happenings;

static void collect(const struct site *site, const char *name, happenings *out)
{
	const struct kind *kind = site_kind(site, str_of(name));
	for (size_t i = 0; kind && i < kind->nrecords; i++)
		if (!kind->records[i]->is_hidden)
			VEC_PUSH(out, ((struct happening){
					      kind->records[i], record_changed(kind->records[i])}));
}

static int compare_changed(const void *left, const void *right)
{
	const struct happening *a = left, *b = right;
	return (a->changed < b->changed) - (a->changed > b->changed);
}

str events_write(const struct site *site, size_t language, struct arena *arena, struct buf *out)
{
	const struct reader reader = {site, &site->config.languages[language], arena};
	const struct page *page = map_get(&site->collections, S("events"));
	struct atom_feed head = {.path = companion_events(site, reader.language, arena)};
	happenings found = {0};
	if (reader.language->of.len || !head.path.len)
		return S("");
	page = page ? site_page(site, reader.language, page->id) : NULL;
	head.title = page ? page_texts(page)->title : S("");
	head.page = page ? site_absolute(site, arena, page->url) : S("");
	collect(site, "events", &found);
	collect(site, "restrictions", &found);
	collect(site, "notices", &found);
	VEC_SORT(&found, compare_changed);
	head.updated = found.len ? found.items[0].changed : 0;
	atom_begin(&reader, &head, out);
	for (size_t i = 0; i < found.len && i < EVENTS_MAX; i++) {
		const struct record *record = found.items[i].record;
		struct atom_entry entry = happening_entry(&reader, record);
		atom_add(&reader, &entry, out);
	}
	atom_end(out);
	VEC_FREE(&found);
	return head.path;
}
