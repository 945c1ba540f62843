#include "feed/changes.h"

#include <stdlib.h>

#include "base/path.h"
#include "feed/atom.h"
#include "locale/format.h"

struct entry {
	const struct page *page;
	int64_t time;
	str commit; /* "" for an entry from a page's date */
	str summary;
};

struct changes {
	struct feed feed;
	VEC(struct entry) entries;
};

/* "lv/sazina/zvani.md" or "data/locations/rigas.json" -> the page in this language. */
static const struct page *page_of(const struct feed *feed, str path)
{
	str folder = str_sub(path, 0, str_find_char(path, '/'));
	if (str_eq(folder, feed->language->code) && str_eq(path_ext(path), S("md")))
		return site_page(
			feed->site, feed->language, path_stem(str_from(path, folder.len + 1)));
	if (!str_eq(folder, S("data")))
		return NULL;
	const struct record *record = site_record(feed->site, path_stem(str_from(path, 5)));
	return record ? record_page(feed->site, record, feed->language) : NULL;
}

static void collect_history(struct changes *changes)
{
	const struct feed *feed = &changes->feed;
	const struct store_history *history = feed->site->history;
	for (size_t c = 0; history && c < history->nchanges; c++) {
		const struct store_change *change = &history->changes[c];
		for (size_t i = 0; i < change->npaths && changes->entries.len < CHANGES_MAX; i++) {
			const struct page *page = page_of(feed, change->paths[i]);
			if (page)
				VEC_PUSH(&changes->entries,
					((struct entry){page, change->commit->time,
						change->commit->id, change->commit->subject}));
		}
	}
}

static int compare_entries(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	return (a->time < b->time) - (a->time > b->time);
}

static void collect_dates(struct changes *changes)
{
	const struct feed *feed = &changes->feed;
	struct day day;
	for (size_t i = 0; i < feed->site->pages.len; i++) {
		const struct page *page = feed->site->pages.items[i];
		if (page->language == feed->language && day_parse(page->date, &day))
			VEC_PUSH(&changes->entries, ((struct entry){page, day_number(day) * 86400,
							    S(""), page->description}));
	}
	VEC_SORT(&changes->entries, compare_entries);
	if (changes->entries.len > CHANGES_MAX)
		changes->entries.len = CHANGES_MAX;
}

static void add_entry(const struct feed *feed, const struct entry *entry, struct buf *out)
{
	str commit = str_sub(entry->commit, 0, 12);
	struct atom_entry atom = {
		.id = arena_join(
			feed->arena, entry->page->url, commit.len ? S("#") : S(""), commit),
		.url = site_absolute(feed->site, feed->arena, entry->page->url),
		.title = entry->page->title,
		.summary = entry->summary,
		.updated = entry->time,
	};
	atom_add(feed, &atom, out);
}

str changes_write(const struct site *site, size_t language, struct arena *arena, struct buf *out)
{
	struct changes changes = {.feed = {site, &site->config.languages[language], arena}};
	const struct feed *feed = &changes.feed;
	struct atom_feed head = {
		path_join(arena, feed->language->path, S("feed.xml")), .title = S("")};
	collect_history(&changes);
	if (!changes.entries.len)
		collect_dates(&changes);
	head.page = S("");
	head.updated = changes.entries.len ? changes.entries.items[0].time : 0;
	atom_begin(feed, &head, out);
	for (size_t i = 0; i < changes.entries.len; i++)
		add_entry(feed, &changes.entries.items[i], out);
	atom_end(out);
	VEC_FREE(&changes.entries);
	return head.path;
}
