#include "feed/jsonld.h"

#include "feed/jsonld_part.h"
#include "model/listing.h"

static str address_of(const struct reader *reader, const struct page *page)
{
	return site_absolute(reader->site, reader->arena, page->url);
}

static size_t add_trail_to(
	const struct reader *reader, const struct page *page, bool last, struct json_writer *w)
{
	size_t position = page->parent ? add_trail_to(reader, page->parent, false, w) + 1 : 1;
	jsonld_begin(w, NULL, "ListItem");
	json_member_int(w, "position", position);
	json_optional(w, "name", page_texts(page)->title);
	if (!last)
		json_optional(w, "item", address_of(reader, page));
	json_end_object(w);
	return position;
}

static void add_trail(const struct reader *reader, const struct page *page, struct json_writer *w)
{
	if (!page->parent)
		return;
	jsonld_begin(w, "breadcrumb", "BreadcrumbList");
	json_key(w, S("itemListElement"));
	json_begin_list(w);
	add_trail_to(reader, page, true, w);
	json_end_list(w);
	json_end_object(w);
}

/* A fallback says the same as its original: the original's address. */
static const struct page *canonical(const struct reader *reader, const struct page *page)
{
	const struct page *original = page_original(reader->site, page);
	return page->flags & PAGE_FALLBACK && original ? original : page;
}

static const char *type_of(const struct reader *reader, const struct page *page)
{
	if (page->record)
		return "WebPage";
	if (page->flags & PAGE_QUESTIONS)
		return "FAQPage";
	return page_records_kind(reader->site, page) ? "CollectionPage" : "WebPage";
}

void jsonld_write(
	const struct reader *reader, const struct page *page, str content, struct buf *out)
{
	struct json_writer w = json_writer(out, 0);
	struct value facts =
		page->record ? record_facts(page->record)->json : page_texts(page)->front;
	if (page->kind == PAGE_MISSING)
		return;
	w.in_html = true;
	json_begin_object(&w);
	json_optional(&w, "@context", S("https://schema.org"));
	json_optional(&w, "@type", str_of(type_of(reader, page)));
	json_optional(&w, "url", address_of(reader, canonical(reader, page)));
	if (!page->record)
		json_optional(&w, "name", page_texts(page)->title);
	json_optional(&w, "inLanguage", page->body_language->tag);
	json_optional(&w, "dateModified", page_texts(page)->changed_on);
	json_optional(&w, "lastReviewed", value_get_str(facts, S("checked_on")));
	add_trail(reader, page, &w);
	if (page->record)
		jsonld_add_record(reader, page->record, &w);
	else if (page->flags & PAGE_QUESTIONS)
		jsonld_add_questions(content, reader->arena, &w);
	json_end_object(&w);
}
