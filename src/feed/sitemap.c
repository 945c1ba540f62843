#include "feed/sitemap.h"

#include "feed/xml.h"

/* What hides until somebody has checked it is in no list, this one neither. */
static bool is_hidden(const struct page *page)
{
	return page->record && page->record->is_hidden;
}

static bool is_listed(const struct page *page)
{
	return !is_hidden(page) && page->kind != PAGE_MISSING && page->kind != PAGE_FACET &&
	       page->kind != PAGE_PART && !page->variant.len &&
	       !(page->flags & (PAGE_FALLBACK | PAGE_DRAFT));
}

static size_t count_listed(const struct site *site)
{
	size_t n = 0;
	for (size_t i = 0; i < site->pages.len; i++)
		n += is_listed(site->pages.items[i]);
	return n;
}

static size_t parts(const struct site *site)
{
	return (count_listed(site) + SITEMAP_MAX - 1) / SITEMAP_MAX;
}

size_t sitemap_files(const struct site *site)
{
	return parts(site) > 1 ? parts(site) + 1 : 1;
}

static void add_url(struct buf *out, const struct site *site, str url)
{
	xml_add(out, site->config.base_url);
	xml_add(out, url);
}

static void add_alternate(struct buf *out, const struct site *site, str tag, str url)
{
	buf_adds(out, "<xhtml:link rel=\"alternate\" hreflang=\"");
	xml_add(out, tag);
	buf_adds(out, "\" href=\"");
	add_url(out, site, url);
	buf_adds(out, "\"/>\n");
}

static bool is_alternate(const struct page *page)
{
	return page && is_listed(page) && !page->language->of.len;
}

/* Every language lists all languages, itself too: the links must be mutual. */
static void add_alternates(struct buf *out, const struct site *site, const struct page *page)
{
	size_t n = 0;
	for (size_t l = 0; page->translations && l < site->config.nlanguages; l++)
		n += is_alternate(page->translations[l]);
	if (n < 2 || !is_alternate(page))
		return;
	for (size_t l = 0; l < site->config.nlanguages; l++) {
		const struct page *other = page->translations[l];
		if (!is_alternate(other))
			continue;
		add_alternate(out, site, other->language->tag, other->url);
		if (l == 0)
			add_alternate(out, site, S("x-default"), other->url);
	}
}

static void add_page(struct buf *out, const struct site *site, const struct page *page)
{
	buf_adds(out, "<url>\n<loc>");
	add_url(out, site, page->url);
	buf_adds(out, "</loc>\n");
	if (page_texts(page)->commit) {
		buf_adds(out, "<lastmod>");
		xml_time(out, page_texts(page)->commit->time);
		buf_adds(out, "</lastmod>\n");
	}
	add_alternates(out, site, page);
	buf_adds(out, "</url>\n");
}

static void write_part(const struct site *site, size_t part, struct buf *out)
{
	size_t n = 0, from = part * SITEMAP_MAX, to = from + SITEMAP_MAX;
	buf_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
		      "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
	for (size_t i = 0; i < site->pages.len && n < to; i++) {
		const struct page *page = site->pages.items[i];
		if (is_listed(page) && n++ >= from)
			add_page(out, site, page);
	}
	buf_adds(out, "</urlset>\n");
}

static void write_index(const struct site *site, struct buf *out)
{
	buf_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
	for (size_t part = 0; part < parts(site); part++) {
		buf_adds(out, "<sitemap><loc>");
		xml_add(out, site->config.base_url);
		buf_printf(out, "/sitemap-%zu.xml</loc></sitemap>\n", part + 1);
	}
	buf_adds(out, "</sitemapindex>\n");
}

str sitemap_write(const struct site *site, size_t file, struct arena *arena, struct buf *out)
{
	bool split = parts(site) > 1;
	if (split && file == 0)
		write_index(site, out);
	else
		write_part(site, split ? file - 1 : 0, out);
	return file ? arena_printf(arena, "sitemap-%zu.xml", file) : S("sitemap.xml");
}

str robots_write(const struct site *site, size_t unused, struct arena *arena, struct buf *out)
{
	UNUSED(unused);
	UNUSED(arena);
	buf_adds(out, "User-agent: *\nAllow: /\n\nSitemap: ");
	buf_add(out, site->config.base_url);
	buf_adds(out, "/sitemap.xml\n");
	return S("robots.txt");
}
