#include "feed/changes.h"

#include <stdlib.h>

#include "base/path.h"
#include "feed/xml.h"
#include "locale/format.h"

struct entry {
	const struct page *page;
	int64_t time;
	str commit; /* "" for an entry from a page's date */
	str summary;
};

struct feed {
	const struct site *site;
	const struct language *language;
	struct arena *arena;
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

static void collect_history(struct feed *feed)
{
	const struct store_history *history = feed->site->history;
	for (size_t c = 0; history && c < history->nchanges; c++) {
		const struct store_change *change = &history->changes[c];
		for (size_t i = 0; i < change->npaths && feed->entries.len < CHANGES_MAX; i++) {
			const struct page *page = page_of(feed, change->paths[i]);
			if (page)
				VEC_PUSH(&feed->entries,
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

static void collect_dates(struct feed *feed)
{
	struct day day;
	for (size_t i = 0; i < feed->site->pages.len; i++) {
		const struct page *page = feed->site->pages.items[i];
		if (page->language == feed->language && day_parse(page->date, &day))
			VEC_PUSH(&feed->entries, ((struct entry){page, day_number(day) * 86400,
							 S(""), page->description}));
	}
	VEC_SORT(&feed->entries, compare_entries);
	if (feed->entries.len > CHANGES_MAX)
		feed->entries.len = CHANGES_MAX;
}

/* RFC 4151: host and year never change, even when the site moves. */
static str tag_host(const struct site *site)
{
	str url = site->config.base_url;
	str host = str_from(url, str_find(url, S("://")) + 3);
	host = str_sub(host, 0, str_find_char(host, '/'));
	return str_sub(host, 0, str_find_char(host, ':'));
}

static void add_entry(struct feed *feed, const struct entry *entry, struct buf *out)
{
	str url = site_absolute(feed->site, feed->arena, entry->page->url);
	buf_adds(out, "<entry>\n<id>tag:");
	xml_add(out, tag_host(feed->site));
	buf_adds(out, ",2026:");
	xml_add(out, entry->page->url);
	buf_add(out, entry->commit.len ? S("#") : S(""));
	xml_add(out, str_sub(entry->commit, 0, 12));
	buf_adds(out, "</id>\n");
	xml_element(out, "title", entry->page->title);
	buf_adds(out, "<updated>");
	xml_time(out, entry->time);
	buf_adds(out, "</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"");
	xml_add(out, url);
	buf_adds(out, "\"/>\n");
	xml_element(out, "summary", entry->summary);
	buf_adds(out, "</entry>\n");
}

static void add_head(struct feed *feed, str path, struct buf *out)
{
	const struct site *site = feed->site;
	const struct page *home = site->home[feed->language->index];
	str self = arena_join(feed->arena, S("/"), path, S(""));
	int64_t updated = feed->entries.len ? feed->entries.items[0].time : 0;
	buf_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
	xml_add(out, feed->language->tag);
	buf_adds(out, "\">\n<id>tag:");
	xml_add(out, tag_host(site));
	buf_adds(out, ",2026:");
	xml_add(out, self);
	buf_adds(out, "</id>\n");
	str title = config_text(&site->config, site->config.title, feed->language, NULL);
	xml_element(out, "title", title);
	buf_adds(out, "<author><name>");
	xml_add(out, title);
	buf_adds(out, "</name></author>\n<updated>");
	xml_time(out, updated);
	buf_adds(out, "</updated>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"");
	xml_add(out, site_absolute(site, feed->arena, self));
	buf_adds(out, "\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"");
	xml_add(out, site_absolute(site, feed->arena, home ? home->url : S("/")));
	buf_adds(out, "\"/>\n");
}

str changes_write(const struct site *site, const struct language *language, struct arena *arena,
	struct buf *out)
{
	struct feed feed = {.site = site, .language = language, .arena = arena};
	str path = path_join(arena, language->path, S("feed.xml"));
	collect_history(&feed);
	if (!feed.entries.len)
		collect_dates(&feed);
	add_head(&feed, path, out);
	for (size_t i = 0; i < feed.entries.len; i++)
		add_entry(&feed, &feed.entries.items[i], out);
	buf_adds(out, "</feed>\n");
	VEC_FREE(&feed.entries);
	return path;
}
