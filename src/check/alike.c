/* Two files that say the same to the word: a copy under another name. */
#include "base/map.h"
#include "base/path.h"
#include "check/fact.h"
#include "media/leftover.h"
#include "value/json_write.h"

static void report(uint32_t source, str other, struct diags *diags)
{
	diag_add(diags, DIAG_FILE_COPY, span_file(source), "this says the same as '%.*s'",
		STR_ARGS(other));
	diag_note(diags, SPAN_NONE,
		"write what is different about it, or remove one of the two and let the other have "
		"its address: 'aliases'");
}

/* By its name already. */
static bool is_told(str path)
{
	return leftover_is_copy(path_stem(path_name(path)));
}

/* --- pages -------------------------------------------------------------------------------- */

static bool has_text(const struct page *page)
{
	return page->kind == PAGE_CONTENT && page->hash && !(page->flags & PAGE_FALLBACK);
}

/* A text that stands in two languages is no copy: the portal says that it is not translated. Each
 * with the one before it: pages stand in the order of their paths. */
static void check_pages(
	const struct site *site, const struct language *language, struct diags *diags)
{
	struct map texts = {0};
	for (size_t i = 0; i < site->pages.len; i++) {
		struct page *page = site->pages.items[i];
		str text = str_n((const char *)&page->hash, sizeof(page->hash));
		if (page->language != language || !has_text(page))
			continue;
		const struct page *before = map_put(&texts, text, page);
		if (before && !is_told(page->path) && !is_told(before->path))
			report(page->source, before->path, diags);
	}
	map_release(&texts);
}

/* --- records ------------------------------------------------------------------------------ */

/* The first record with the same text; it may be this one. */
static struct record *first_of(struct map *texts, struct record *record, struct arena *arena)
{
	struct buf text;
	buf_init(&text);
	json_write_value(&text, record_facts(record)->json, 0);
	struct record *first = map_get(texts, buf_str(&text));
	if (!first)
		map_put(texts, arena_str(arena, buf_str(&text)), record);
	buf_release(&text);
	return first ? first : record;
}

/* Whoever copies a record leaves its name for last: only those of one name are looked into. */
static void check_kind(const struct site *site, const struct kind *kind, struct diags *diags)
{
	struct arena arena;
	struct map named = {0}, texts = {0};
	arena_init(&arena);
	for (size_t i = 0; i < kind->nrecords; i++) {
		struct record *record = kind->records[i];
		str name = record_title(record, &site->config, &site->config.languages[0]);
		struct record *namesake = map_get(&named, name);
		if (!namesake) {
			map_put(&named, name, record);
			continue;
		}
		first_of(&texts, namesake, &arena);
		const struct record *first = first_of(&texts, record, &arena);
		if (first != record && !is_told(record->path) && !is_told(first->path))
			report(record->source, first->path, diags);
	}
	map_release(&named);
	map_release(&texts);
	arena_release(&arena);
}

void alike_check(const struct site *site, struct diags *diags)
{
	for (size_t l = 0; l < site->config.nlanguages; l++)
		check_pages(site, &site->config.languages[l], diags);
	for (size_t k = 0; k < site->nkinds; k++)
		check_kind(site, site->kinds[k], diags);
}
