#include "model/assemble.h"

#include "base/path.h"
#include "locale/collate.h"
#include "locale/format.h"
#include "model/address.h"
#include "model/collection.h"
#include "model/listing.h"
#include "model/mention.h"
#include "model/phones.h"
#include "model/quoted.h"
#include "model/redirect.h"
#include "model/said.h"

struct assembly {
	struct site *site;
	const struct documents *documents;
	struct map indexless; /* folders that were reported: keys only */
	struct arena *arena;
	struct diags *diags;
};

static void add_content(const struct assembly *a)
{
	for (size_t i = 0; i < a->documents->pages.len; i++) {
		struct page *page = a->documents->pages.items[i];
		if (a->documents->drafts || !(page->flags & PAGE_DRAFT))
			site_add_page(a->site, page);
		else
			map_put(&a->site->drafts, page->path, page);
	}
}

/* What a page that is missing is missing for. */
static bool note_draft_file(const struct assembly *a, str path)
{
	const struct page *draft = map_get(&a->site->drafts, path);
	if (draft)
		diag_note(a->diags, span_file(draft->source),
			"this page is a draft; only --drafts publishes it");
	return draft != NULL;
}

static bool note_draft(const struct assembly *a, const struct language *language, str id)
{
	return note_draft_file(
		a, arena_printf(a->arena, "%.*s/%.*s.md", STR_ARGS(language->code), STR_ARGS(id)));
}

/* --- translations ------------------------------------------------------------------- */

static const struct language *original_language(const struct assembly *a, const struct page *page)
{
	return &a->site->config.languages[page->language->original];
}

static void report_orphan(const struct assembly *a, const struct page *page)
{
	const struct language *language = original_language(a, page);
	diag_add(a->diags, DIAG_TRANSLATION_ORPHAN, span_file(page->source),
		"no page '%.*s/%.*s.md' that this one could be the translation of",
		STR_ARGS(language->code), STR_ARGS(page->id));
	diag_misses(a->diags, language->code, arena_join(a->arena, page->id, S(".md"), S("")));
	if (note_draft(a, language, page->id))
		diag_note(a->diags, SPAN_NONE,
			"as long as it is one, its translations are: write draft: true in this one "
			"too");
	else
		diag_note(
			a->diags, SPAN_NONE, "both have the same name and folder: was it renamed?");
}

static const struct value_entry *mark_of(const struct page *page)
{
	return value_map_find(page_texts(page)->front.map, S("source_hash"));
}

/* Does this site mark its translations? One that has no mark would never be found old. */
static bool has_marks(const struct assembly *a)
{
	size_t ntranslations = 0, nmarks = 0;
	for (size_t i = 0; i < a->site->pages.len; i++) {
		const struct page *page = a->site->pages.items[i];
		ntranslations += page->language->index != 0;
		nmarks += page->language->index != 0 && mark_of(page);
	}
	return 2 * nmarks > ntranslations;
}

static void report_unmarked(
	const struct assembly *a, const struct page *page, const struct page *original)
{
	diag_add(a->diags, DIAG_TRANSLATION_UNMARKED, span_file(page->source),
		"it is not known which text of the original this is a translation of");
	diag_note(a->diags, span_file(original->source),
		"compare both; when they say the same, write source_hash: \"%.*s\"",
		STR_ARGS(page_hash_text(original, a->arena)));
}

static void check_hash(const struct assembly *a, struct page *page, const struct page *original)
{
	const struct value_entry *entry = mark_of(page);
	str now = page_hash_text(original, a->arena);
	if (!entry || !original->hash || entry->value.kind != VALUE_STRING ||
		str_eq(entry->value.string, now))
		return;
	page->outdated_ = true;
	diag_add(a->diags, DIAG_TRANSLATION_OUTDATED, entry->value.span,
		"the original has changed since this translation was made");
	diag_note(a->diags, span_file(original->source), "the original; its hash is now %.*s",
		STR_ARGS(now));
}

static void check_translations(const struct assembly *a)
{
	bool marks = has_marks(a);
	for (size_t i = 0; i < a->site->pages.len; i++) {
		struct page *page = a->site->pages.items[i];
		if (page->language->index == 0)
			continue;
		const struct page *original =
			site_own_page(a->site, original_language(a, page), page->id);
		if (!original)
			report_orphan(a, page);
		else if (marks && !mark_of(page) && original->hash)
			report_unmarked(a, page, original);
		else
			check_hash(a, page, original);
	}
}

static void add_fallback(
	const struct assembly *a, const struct page *original, const struct language *language)
{
	struct page *page = ARENA_NEW(a->arena, struct page);
	*page = *original;
	page->language = language;
	page->flags |= PAGE_FALLBACK;
	page->title_key = S(""); /* its place in this language's order may be another */
	site_add_page(a->site, page);
}

/* Where a translation is missing, the page appears in the reader's frame all
 * the same. Easy variants have none: their readers go to the original. */
static void add_fallbacks(const struct assembly *a)
{
	const struct config *config = &a->site->config;
	size_t noriginals = a->site->pages.len;
	for (size_t l = 1; l < config->nlanguages; l++)
		for (size_t i = 0; i < noriginals && !config->languages[l].of.len; i++) {
			const struct page *page = a->site->pages.items[i];
			if (page->language->index == 0 &&
				!site_own_page(a->site, &config->languages[l], page->id))
				add_fallback(a, page, &config->languages[l]);
		}
}

static void link_translations(const struct assembly *a)
{
	const struct config *config = &a->site->config;
	for (size_t i = 0; i < a->site->pages.len && config->nlanguages > 1; i++) {
		struct page *page = a->site->pages.items[i];
		page->translations = ARENA_ARRAY(a->arena, struct page *, config->nlanguages);
		for (size_t l = 0; l < config->nlanguages; l++)
			page->translations[l] =
				site_own_page(a->site, &config->languages[l], page->id);
	}
}

/* --- sections ----------------------------------------------------------------------- */

static bool is_home(const struct page *page)
{
	return str_eq(page->id, S("index"));
}

/* The index of the folder; for an index, of the folder above. */
static str parent_id(const struct page *page, struct arena *arena)
{
	str folder = path_dir(page->id);
	if (page->flags & PAGE_IS_INDEX)
		folder = path_dir(folder);
	return path_join(arena, folder, S("index"));
}

/* An easy variant has few pages: the nearest section that it has will do. */
static struct page *nearest_section(
	const struct assembly *a, const struct page *page, struct arena *scratch)
{
	str folder = path_dir(parent_id(page, scratch));
	for (;; folder = path_dir(folder)) {
		struct page *section = site_own_page(
			a->site, page->language, path_join(scratch, folder, S("index")));
		if (section || str_is_empty(folder))
			return section == page ? NULL : section;
	}
}

/* Once for each folder, however many pages lie in it. */
static void report_indexless(struct assembly *a, const struct page *page)
{
	str folder = path_dir(page->path);
	if (page->flags & PAGE_IS_INDEX)
		folder = path_dir(folder);
	if (map_has(&a->indexless, folder))
		return;
	map_put(&a->indexless, folder, a->site);
	diag_add(a->diags, DIAG_SECTION_INDEX, span_file(page->source),
		"the folder %.*s has no index.md", STR_ARGS(folder));
	if (!note_draft_file(a, path_join(a->arena, folder, S("index.md"))))
		diag_note(a->diags, SPAN_NONE, "begin it with: tilts new page %.*s/index",
			STR_ARGS(folder));
}

static void find_parent(struct assembly *a, struct page *page, struct arena *scratch)
{
	if (page->parent || is_home(page) || page->kind == PAGE_MISSING)
		return;
	page->parent = site_own_page(a->site, page->language, parent_id(page, scratch));
	if (page->parent)
		return;
	page->parent = nearest_section(a, page, scratch);
	if (!page->language->of.len && !(page->flags & PAGE_FALLBACK))
		report_indexless(a, page);
}

struct sortable {
	struct page *page;
	str key;
};

static int compare_sortable(const void *left, const void *right)
{
	const struct sortable *a = left, *b = right;
	if (a->page->order != b->page->order)
		return a->page->order < b->page->order ? -1 : 1;
	int order = str_cmp(a->key, b->key);
	return order ? order : str_cmp(a->page->id, b->page->id);
}

static bool is_child(const struct page *page)
{
	return page->parent && page->kind != PAGE_FACET && page->kind != PAGE_PART &&
	       page->kind != PAGE_MISSING && !page->variant.len;
}

static void count_child(struct page *page)
{
	if (is_child(page))
		page->parent->lists_.nchildren++;
}

static void adopt(const struct assembly *a, struct page *page)
{
	struct page *parent = page->parent;
	if (!is_child(page))
		return;
	if (!parent->lists_.children) {
		parent->lists_.children =
			ARENA_ARRAY(a->arena, struct page *, parent->lists_.nchildren);
		parent->lists_.nchildren = 0;
	}
	page->lists_.place = parent->lists_.nchildren;
	parent->lists_.children[parent->lists_.nchildren++] = page;
}

/* Kept with what is read of the file: to make it costs more than all the sorting. */
static str title_key(const struct assembly *a, struct page *page, struct arena *scratch)
{
	if (!page->title_key.len)
		page->title_key = arena_str(a->arena,
			collator_key(page->language->order, page_texts(page)->title, scratch));
	return page->title_key;
}

/* All pages of one language by order and title; children inherit the order. */
static void sort_language(const struct assembly *a, const struct language *language)
{
	VEC(struct sortable) list = {0};
	struct arena scratch;
	arena_init(&scratch);
	for (size_t i = 0; i < a->site->pages.len; i++) {
		struct page *page = a->site->pages.items[i];
		if (page->language != language)
			continue;
		count_child(page);
		VEC_PUSH(&list, ((struct sortable){page, title_key(a, page, &scratch)}));
	}
	VEC_SORT(&list, compare_sortable);
	for (size_t i = 0; i < list.len; i++)
		adopt(a, list.items[i].page);
	VEC_FREE(&list);
	arena_release(&scratch);
}

static void make_sections(struct assembly *a)
{
	struct arena scratch;
	arena_init(&scratch);
	for (size_t i = 0; i < a->site->pages.len; i++) {
		arena_reset(&scratch);
		find_parent(a, a->site->pages.items[i], &scratch);
	}
	arena_release(&scratch);
	for (size_t l = 0; l < a->site->config.nlanguages; l++)
		sort_language(a, &a->site->config.languages[l]);
}

/* --- home, 404, menu ---------------------------------------------------------------- */

static struct page *make_missing(
	const struct assembly *a, const struct language *language, struct page *home)
{
	struct page *page = ARENA_NEW(a->arena, struct page);
	*page = (struct page){.kind = PAGE_MISSING,
		.flags = PAGE_NO_SEARCH,
		.language = language,
		.body_language = language,
		.id = S("404"),
		.path = S("404"),
		.texts_ = {.title = S("404")},
		.order = INT64_MAX,
		.parent = home};
	return page;
}

static void find_homes(const struct assembly *a)
{
	struct site *site = a->site;
	site->home = ARENA_ARRAY(a->arena, struct page *, site->config.nlanguages);
	site->missing = ARENA_ARRAY(a->arena, struct page *, site->config.nlanguages);
	for (size_t l = 0; l < site->config.nlanguages; l++) {
		const struct language *language = &site->config.languages[l];
		site->home[l] = site_own_page(a->site, language, S("index"));
		site->missing[l] = make_missing(a, language, site->home[l]);
		VEC_PUSH(&site->pages, site->missing[l]);
	}
	if (!site->home[0])
		diag_add(a->diags, DIAG_SECTION_INDEX, site->config.span,
			"there is no home page: %.*s/index.md is missing",
			STR_ARGS(site->config.languages[0].code));
}

/* Of wrong entries so many are compared with all pages. */
enum { SUGGESTIONS_MAX = 100 };

static void suggest_page(const struct assembly *a, str id)
{
	VEC(str) ids = {0};
	str same_name = S(""), section = path_join(a->arena, id, S("index"));
	for (size_t i = 0; i < a->site->pages.len; i++) {
		const struct page *page = a->site->pages.items[i];
		if (page->language->index != 0 || page->kind != PAGE_CONTENT)
			continue;
		VEC_PUSH(&ids, page->id);
		if (str_eq(page->id, section) || (!same_name.len && !str_eq(id, S("index")) &&
							 str_eq(path_name(page->id), id)))
			same_name = page->id;
	}
	if (same_name.len)
		diag_note(a->diags, SPAN_NONE, "did you mean '%.*s'?", STR_ARGS(same_name));
	else
		diag_suggest(a->diags, id, ids.items, ids.len);
	VEC_FREE(&ids);
}

static void make_menu(const struct assembly *a)
{
	size_t nwrong = 0;
	struct site *site = a->site;
	site->nmenu = value_count(site->config.menu);
	site->menu = ARENA_ARRAY(a->arena, const struct page **, site->config.nlanguages);
	for (size_t l = 0; l < site->config.nlanguages; l++)
		site->menu[l] = ARENA_ARRAY(a->arena, const struct page *, site->nmenu);
	for (size_t i = 0; i < site->nmenu; i++) {
		struct value id = site->config.menu.list->items[i];
		for (size_t l = 0; l < site->config.nlanguages; l++)
			site->menu[l][i] = site_page(site, &site->config.languages[l], id.string);
		if (site->menu[0][i])
			continue;
		diag_add(a->diags, DIAG_MENU_ENTRY, id.span,
			"the menu names '%.*s', but there is no such page", STR_ARGS(id.string));
		note_draft(a, &site->config.languages[0], id.string);
		if (nwrong++ < SUGGESTIONS_MAX)
			suggest_page(a, id.string);
	}
}

static void judge_records(struct kind *kind, str today)
{
	for (size_t i = 0; i < kind->nrecords; i++)
		record_judge(kind->records[i], today);
}

static void take_kinds(const struct assembly *a)
{
	a->site->kinds = a->documents->kinds;
	a->site->nkinds = a->documents->nkinds;
	for (size_t i = 0; i < a->site->nkinds; i++) {
		struct kind *kind = a->site->kinds[i];
		judge_records(kind, a->site->today);
		for (size_t r = 0; r < kind->nrecords; r++)
			kind->records[r]->number = (uint32_t)a->site->nrecords++;
		map_put(&a->site->kinds_by_name, kind->name, kind);
	}
}

static void take_orders_and_dates(const struct assembly *a)
{
	struct config *config = &a->site->config;
	for (size_t i = 0; i < config->nlanguages; i++) {
		struct language *language = &config->languages[i];
		if (language->of.len)
			continue;
		language->order = collator_new(
			language->tag, a->documents->orders ? a->documents->orders[i] : S(""));
		language->dates = formatter_new(language->tag);
	}
	for (size_t i = 0; i < config->nlanguages; i++) {
		struct language *language = &config->languages[i];
		const struct language *original = &config->languages[language->original];
		if (!language->of.len)
			continue;
		language->order = original->order;
		language->dates = original->dates;
	}
}

static void take_media(const struct assembly *a)
{
	for (size_t i = 0; i < a->documents->media.len; i++)
		VEC_PUSH(&a->site->media, a->documents->media.items[i]);
	for (size_t i = 0; i < a->site->media.len; i++)
		map_put(&a->site->media_by_path, a->site->media.items[i].path,
			&a->site->media.items[i]);
}

static void take_templates(const struct assembly *a)
{
	for (size_t i = 0; i < a->documents->forms.len; i++)
		VEC_PUSH(&a->site->forms, a->documents->forms.items[i]);
	for (size_t i = 0; i < a->documents->variants.len; i++)
		VEC_PUSH(&a->site->variants, a->documents->variants.items[i]);
}

bool site_assemble(struct site *site, const struct documents *documents, struct arena *arena,
	struct diags *diags)
{
	struct assembly a = {.site = site, .documents = documents, .arena = arena, .diags = diags};
	size_t before = diags->nerrors;
	site->today = documents->today;
	site->strings_ = documents->strings;
	take_orders_and_dates(&a);
	take_kinds(&a);
	take_media(&a);
	take_templates(&a);
	quoted_fill_records(site, arena, diags);
	phones_collect(site, arena);
	add_content(&a);
	check_translations(&a);
	add_fallbacks(&a);
	collection_add_pages(site, arena, diags);
	find_homes(&a);
	link_translations(&a);
	make_sections(&a);
	listing_make(site, arena);
	address_pages(site, arena);
	address_take_all(site, arena, diags);
	redirect_take_all(site, arena, diags);
	make_menu(&a);
	for (size_t i = 0; i < site->pages.len; i++)
		site->pages.items[i]->index = (uint32_t)i;
	mention_collect(site, arena);
	said_collect(site, arena);
	map_release(&a.indexless);
	return diags->nerrors == before;
}
