#include "feed/atom.h"

#include "feed/xml.h"

/* The year in which ids of this form began; it never changes. */
#define TAG_YEAR ",2026:"

static void add_id(const struct reader *reader, str id, struct buf *out)
{
	buf_adds(out, "<id>tag:");
	xml_add(out, site_id_host(reader->site));
	buf_adds(out, TAG_YEAR);
	xml_add(out, id);
	buf_adds(out, "</id>\n");
}

static void add_link(struct buf *out, const char *rel, const char *type, str href)
{
	buf_printf(out, "<link rel=\"%s\" type=\"%s\" href=\"", rel, type);
	xml_add(out, href);
	buf_adds(out, "\"/>\n");
}

static void add_updated(struct buf *out, int64_t updated)
{
	buf_adds(out, "<updated>");
	xml_time(out, updated);
	buf_adds(out, "</updated>\n");
}

static str home_url(const struct reader *reader)
{
	const struct page *home = reader->site->home[reader->language->index];
	return site_absolute(reader->site, reader->arena, home ? home->url : S("/"));
}

void atom_begin(const struct reader *reader, const struct atom_feed *head, struct buf *out)
{
	const struct config *config = &reader->site->config;
	str site_title = config_text(config, config->title, reader->language, NULL);
	buf_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
	xml_add(out, reader->language->tag);
	buf_adds(out, "\">\n");
	add_id(reader, arena_join(reader->arena, S("/"), head->path, S("")), out);
	xml_element(out, "title", head->title.len ? head->title : site_title);
	buf_adds(out, "<author><name>");
	xml_add(out, site_title);
	buf_adds(out, "</name></author>\n");
	add_updated(out, head->updated);
	/* The page first: some readers take the first link there is (findings/atom-links.sh). */
	add_link(out, "alternate", "text/html", head->page.len ? head->page : home_url(reader));
	add_link(out, "self", "application/atom+xml", reader_file_url(reader, head->path));
}

void atom_add(const struct reader *reader, const struct atom_entry *entry, struct buf *out)
{
	buf_adds(out, "<entry>\n");
	add_id(reader, entry->id, out);
	xml_element(out, "title", entry->title);
	add_updated(out, entry->updated);
	add_link(out, "alternate", "text/html", entry->url.len ? entry->url : home_url(reader));
	xml_element(out, "summary", entry->summary);
	buf_adds(out, "</entry>\n");
}

void atom_end(struct buf *out)
{
	buf_adds(out, "</feed>\n");
}
