#include "feed/changes.h"

#include <stdlib.h>

#include "base/path.h"
#include "feed/happening.h"
#include "locale/format.h"

struct entry {
	const struct page *page; /* NULL for a notice */
	const struct record *notice;
	int64_t time;
	str commit; /* "" for an entry from a page's date */
};

struct changes {
	struct reader reader;
	VEC(struct entry) entries;
};

/* The page of a Markdown file in this language; one that is gone has none, though the
 * original may stand in its place. */
static const struct page *page_of_file(const struct reader *reader, str id)
{
	const struct page *page = site_page(reader->site, reader->language, id);
	return page && page->body_language == reader->language ? page : NULL;
}

/* "lv/sazina/zvani.md" or "data/locations/rigas.json" -> the page in this language. */
static const struct page *page_of(const struct reader *reader, str path)
{
	str folder = str_sub(path, 0, str_find_char(path, '/'));
	if (str_eq(folder, reader->language->code) && str_eq(path_ext(path), S("md")))
		return page_of_file(reader, path_stem(str_from(path, folder.len + 1)));
	if (!str_eq(folder, S("data")))
		return NULL;
	const struct record *record = site_record(reader->site, path_stem(str_from(path, 5)));
	return record && !record->is_hidden ? record_page(reader->site, record, reader->language)
					    : NULL;
}

static void collect_history(struct changes *changes)
{
	const struct reader *reader = &changes->reader;
	const struct store_history *history = site_history(reader->site);
	for (size_t c = 0; history && c < history->nchanges; c++) {
		const struct store_change *change = &history->changes[c];
		for (size_t i = 0; i < change->npaths && changes->entries.len < CHANGES_MAX; i++) {
			const struct page *page = page_of(reader, change->paths[i]);
			if (page)
				VEC_PUSH(&changes->entries,
					((struct entry){page, NULL, change->commit->time,
						change->commit->id}));
		}
	}
}

static int compare_entries(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	return (a->time < b->time) - (a->time > b->time);
}

/* Without a history: what pages say themselves, those in this language whose day has come. */
static void collect_dates(struct changes *changes)
{
	const struct reader *reader = &changes->reader;
	struct day day;
	for (size_t i = 0; i < reader->site->pages.len; i++) {
		const struct page *page = reader->site->pages.items[i];
		bool is_theirs =
			page->language == reader->language && !(page->flags & PAGE_FALLBACK);
		if (is_theirs && day_parse(page_texts(page)->date, &day) &&
			str_cmp(page_texts(page)->date, reader->site->today) <= 0)
			VEC_PUSH(&changes->entries,
				((struct entry){page, NULL, day_number(day) * 86400, S("")}));
	}
}

/* What holds for everybody is news from its first day on; it stays when it is over, since a
 * feed takes nothing back. */
static void collect_notices(struct changes *changes)
{
	const struct site *site = changes->reader.site;
	const struct kind *kind = site_kind(site, S("notices"));
	struct day first;
	for (size_t i = 0; kind && i < kind->nrecords; i++) {
		const struct record *notice = kind->records[i];
		str from = value_get_str(record_facts(notice)->json, S("valid_from"));
		if (notice->is_hidden || !day_parse(from, &first) || str_cmp(from, site->today) > 0)
			continue;
		int64_t begun = day_number(first) * 86400, changed = record_changed(notice);
		VEC_PUSH(&changes->entries,
			((struct entry){NULL, notice, changed > begun ? changed : begun, S("")}));
	}
}

/* Newest first, and not too many. */
static void sort_entries(struct changes *changes)
{
	VEC_SORT(&changes->entries, compare_entries);
	if (changes->entries.len > CHANGES_MAX)
		changes->entries.len = CHANGES_MAX;
}

static void add_notice(const struct reader *reader, const struct entry *entry, struct buf *out)
{
	struct atom_entry atom = happening_entry(reader, entry->notice);
	atom.updated = entry->time;
	atom_add(reader, &atom, out);
}

/* What the page is about, in its language: a commit's message is in anybody's, and for who edits.
 */
static void add_page(const struct reader *reader, const struct entry *entry, struct buf *out)
{
	str commit = str_sub(entry->commit, 0, 12);
	struct atom_entry atom = {
		.id = arena_join(
			reader->arena, entry->page->url, commit.len ? S("#") : S(""), commit),
		.url = site_absolute(reader->site, reader->arena, entry->page->url),
		.title = page_texts(entry->page)->title,
		.summary = page_texts(entry->page)->description,
		.updated = entry->time,
	};
	atom_add(reader, &atom, out);
}

str changes_write(const struct site *site, size_t language, struct arena *arena, struct buf *out)
{
	struct changes changes = {.reader = {site, &site->config.languages[language], arena}};
	const struct reader *reader = &changes.reader;
	struct atom_feed head = {
		path_join(arena, reader->language->path, S("feed.xml")), .title = S("")};
	collect_history(&changes);
	if (!changes.entries.len)
		collect_dates(&changes);
	collect_notices(&changes);
	sort_entries(&changes);
	head.page = S("");
	head.updated = changes.entries.len ? changes.entries.items[0].time : 0;
	atom_begin(reader, &head, out);
	for (size_t i = 0; i < changes.entries.len; i++) {
		const struct entry *entry = &changes.entries.items[i];
		(entry->notice ? add_notice : add_page)(reader, entry, out);
	}
	atom_end(out);
	VEC_FREE(&changes.entries);
	return head.path;
}
