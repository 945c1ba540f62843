/* Pages that are called the same, and a record's name that stayed when the record was copied. */
#include "base/map.h"
#include "base/path.h"
#include "check/fact.h"
#include "media/leftover.h"

/* --- pages -------------------------------------------------------------------------------- */

/* Copies, by their name or to the word, and two at one address are told as such. */
static bool is_told(const struct page *a, const struct page *b)
{
	return a->hash == b->hash || str_eq(a->url, b->url) ||
	       leftover_is_copy(path_stem(path_name(a->path))) ||
	       leftover_is_copy(path_stem(path_name(b->path)));
}

static void report_page(const struct page *page, const struct page *other, struct diags *diags)
{
	struct value title = value_get(page_texts(page)->front, S("title"), NULL);
	diag_add(diags, DIAG_NAME_TWICE, title.span, "'%.*s' is called this too",
		STR_ARGS(other->path));
	diag_note(diags, SPAN_NONE,
		"in lists and in search readers can't tell them apart: let each title say what "
		"only its page is about");
}

/* Each with the one before it that has its title: pages stand in the order of their paths. */
static void check_titles(
	const struct site *site, const struct language *language, struct diags *diags)
{
	struct map titled = {0};
	for (size_t i = 0; i < site->pages.len; i++) {
		struct page *page = site->pages.items[i];
		if (page->language != language || page->kind != PAGE_CONTENT ||
			page->flags & PAGE_FALLBACK)
			continue;
		const struct page *before = map_put(&titled, page_texts(page)->title, page);
		if (before && !is_told(before, page))
			report_page(page, before, diags);
	}
	map_release(&titled);
}

/* --- records ------------------------------------------------------------------------------ */

static struct value name_of(const struct record *record)
{
	return value_get(record_facts(record)->json, S("name"), NULL);
}

/* A language in which both have a name, and not the same one. */
static const struct language *where_they_differ(
	const struct config *config, struct value a, struct value b)
{
	for (size_t l = 0; l < config->nlanguages; l++) {
		str code = config->languages[l].code;
		str x = value_get_str(a, code), y = value_get_str(b, code);
		if (x.len && y.len && !str_eq(x, y))
			return &config->languages[l];
	}
	return NULL;
}

static void report_record(struct span span, const struct record *other,
	const struct language *language, struct diags *diags)
{
	diag_add(diags, DIAG_NAME_TWICE, span, "'%.*s/%.*s' is called this too, but not in %.*s",
		STR_ARGS(other->kind->name), STR_ARGS(other->id), STR_ARGS(language->name));
	diag_note(diags, SPAN_NONE,
		"was one of the two copied from the other? Write each one's own name in each "
		"language");
}

/* Records that are called the same in all languages may be: family days are. */
static void check_names(const struct site *site, const struct kind *kind,
	const struct language *language, struct diags *diags)
{
	struct map named = {0};
	for (size_t i = 0; i < kind->nrecords; i++) {
		struct record *record = kind->records[i];
		struct value name = name_of(record);
		struct value own = value_get(name, language->code, NULL);
		if (name.kind != VALUE_MAP || own.kind != VALUE_STRING || !own.string.len)
			continue;
		const struct record *other = map_get(&named, own.string);
		const struct language *differ =
			other ? where_they_differ(&site->config, name_of(other), name) : NULL;
		if (differ)
			report_record(own.span, other, differ, diags);
		if (!other)
			map_put(&named, own.string, record);
	}
	map_release(&named);
}

void namesakes_check(const struct site *site, struct diags *diags)
{
	for (size_t l = 0; l < site->config.nlanguages; l++)
		check_titles(site, &site->config.languages[l], diags);
	for (size_t k = 0; k < site->nkinds; k++)
		for (size_t l = 0; l < site->config.nlanguages; l++)
			check_names(site, site->kinds[k], &site->config.languages[l], diags);
}
