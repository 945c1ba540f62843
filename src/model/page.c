#include "model/page.h"

#include <stdio.h>

#include "base/hash.h"
#include "base/messages.h"
#include "base/path.h"
#include "base/slug.h"
#include "base/utf8.h"
#include "locale/format.h"
#include "markdown/quote.h"
#include "model/gist.h"
#include "model/shape.h"
#include "value/packed.h"
#include "value/yaml.h"

static const char *const statuses[] = {"exists", "pilot", "planned", "abroad", NULL};

static const struct shape_row source_rows[] = {
	{STR_INIT("title"), SHAPE_FILLED, true, N_("what the source is called"), NULL, NULL},
	{STR_INIT("url"), SHAPE_WEB, false, N_("where it can be read"), NULL, NULL},
	{STR_INIT("article"), SHAPE_STRING, false, N_("the article or page in it"), NULL, NULL},
	{STR_INIT("date"), SHAPE_STRING, false, N_("the date or year it shows"), NULL, NULL},
};
static const struct shape source_shape = {N_("a source"), source_rows, ARRAY_LEN(source_rows)};

static const struct shape_row page_rows[] = {
	{STR_INIT("title"), SHAPE_FILLED, true, N_("the page's name, its first heading"), NULL,
		NULL},
	{STR_INIT("description"), SHAPE_FILLED, true,
		N_("one sentence: what the reader finds here"), NULL, NULL},
	{STR_INIT("slug"), SHAPE_STRING, false,
		N_("the last part of the address, if it is not the file's name"), NULL, NULL},
	{STR_INIT("aliases"), SHAPE_STRINGS, false, N_("old addresses that lead here: /old/page/"),
		NULL, NULL},
	{STR_INIT("date"), SHAPE_DATE, false, N_("the day of the news"), NULL, NULL},
	{STR_INIT("order"), SHAPE_INT, false, N_("the place among its neighbours, 1 first"), NULL,
		NULL},
	{STR_INIT("template"), SHAPE_STRING, false,
		N_("a template below templates/, without .html"), NULL, NULL},
	{STR_INIT("records"), SHAPE_STRING, false,
		N_("a kind: each of its records becomes a page here"), NULL, NULL},
	{STR_INIT("facets"), SHAPE_STRINGS, false,
		N_("fields of the records that get lists of their own"), NULL, NULL},
	{STR_INIT("decisions"), SHAPE_STRINGS, false,
		N_("fields of the records to ask for one after the other"), NULL, NULL},
	{STR_INIT("impossible"), SHAPE_OBJECTS, false,
		N_("answers that do not go together: fields and their words"), NULL, NULL},
	{STR_INIT("group_by"), SHAPE_STRING, false, N_("a field whose words group the records"),
		NULL, NULL},
	{STR_INIT("record_pages"), SHAPE_BOOL, false,
		N_("false: the records get no pages of their own"), NULL, NULL},
	{STR_INIT("draft"), SHAPE_BOOL, false, N_("true: published only with --drafts"), NULL,
		NULL},
	{STR_INIT("keywords"), SHAPE_STRINGS, false, N_("the words that families use"), NULL, NULL},
	{STR_INIT("checked_on"), SHAPE_DATE, false, N_("the day the facts were last checked"), NULL,
		NULL},
	{STR_INIT("check_by"), SHAPE_DATE, false, N_("the day by which to check again"), NULL,
		NULL},
	{STR_INIT("checked_how"), SHAPE_STRING, false, N_("how they were checked"), NULL, NULL},
	{STR_INIT("sources"), SHAPE_OBJECTS, false, N_("where the facts come from"), NULL,
		&source_shape},
	{STR_INIT("status"), SHAPE_WORD, false, N_("exists, pilot, planned or abroad"), statuses,
		NULL},
	{STR_INIT("source_hash"), SHAPE_STRING, false,
		N_("in a translation: what `tilts hash` prints for the original, once both are "
		   "compared"),
		NULL, NULL},
	{STR_INIT("call"), SHAPE_STRING, false,
		N_("a record (kind/id): search shows its phone with the page, in all languages"),
		NULL, NULL},
	{STR_INIT("exit"), SHAPE_BOOL, false, N_("true: shows the leave-quickly button"), NULL,
		NULL},
	{STR_INIT("questions"), SHAPE_BOOL, false,
		N_("true: each heading is a question, and what follows its answer"), NULL, NULL},
	{STR_INIT("offline"), SHAPE_BOOL, false,
		N_("true: kept for reading without a network, unasked, with its records"), NULL,
		NULL},
	{STR_INIT("open_sections"), SHAPE_INT, false,
		N_("how many sections (##) stay open; those after them fold"), NULL, NULL},
	{STR_INIT("toc"), SHAPE_BOOL, false, N_("false: no table of contents"), NULL, NULL},
	{STR_INIT("search"), SHAPE_BOOL, false, N_("false: not found by search"), NULL, NULL},
};
const struct shape page_shape = {N_("front matter"), page_rows, ARRAY_LEN(page_rows)};

static unsigned flag_unless(struct value front, str key, bool otherwise, unsigned flag)
{
	const struct value_entry *entry = value_map_find(front.map, key);
	bool set = entry && entry->value.kind == VALUE_BOOL ? entry->value.boolean : otherwise;
	return set ? flag : 0;
}

static bool is_index(str path)
{
	return str_eq(path_name(path), S("index.md"));
}

/* "lv/sazina/index.md" -> "sazina/index" */
static str id_of(const struct page *page)
{
	return path_stem(str_from(page->path, page->language->code.len + 1));
}

/* What the slug is made of: an index takes the name of its folder, home has none. */
static str name_of(const struct page *page)
{
	return page->flags & PAGE_IS_INDEX ? path_name(path_dir(page->id)) : path_name(page->id);
}

/* A name without any letter that an address can have still gets a place of its own. */
static str default_slug(const struct page *page, struct arena *arena)
{
	str name = name_of(page), slug = slug_make(arena, name);
	return slug.len || !name.len ? slug : hash_hex(arena, page->id, 8);
}

static void check_name(const struct page *page, struct arena *scratch, struct diags *diags)
{
	str name = name_of(page);
	if (!name.len || slug_make(scratch, name).len)
		return;
	diag_add(diags, DIAG_PAGE_SLUG, span_file(page->source),
		"no letter of '%.*s' can stand in an address", STR_ARGS(name));
	diag_note(diags, SPAN_NONE,
		"write one into front matter: slug, with letters a-z, digits and '-'");
}

static void read_slug(
	struct page *page, struct arena *arena, struct arena *scratch, struct diags *diags)
{
	const struct value_entry *entry = value_map_find(page_texts(page)->front.map, S("slug"));
	str slug = value_get_str(page_texts(page)->front, S("slug"));
	if (!entry)
		check_name(page, scratch, diags);
	if (!entry || entry->value.kind != VALUE_STRING)
		return;
	if (path_is_slug(slug)) {
		page->slug = slug;
		return;
	}
	diag_add(diags, DIAG_PAGE_SLUG, entry->value.span, "'%.*s' is no part of an address",
		STR_ARGS(slug));
	slug = slug_make(arena, slug);
	diag_note(diags, SPAN_NONE, "letters a-z, digits and '-': '%.*s'",
		STR_ARGS(slug.len ? slug : page->slug));
}

/* They stand in lists, feeds and window titles too, which take them as they are written. */
static void refuse_quotes(struct value front, struct diags *diags)
{
	const str names[] = {S("title"), S("description")};
	struct quote quote;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		const struct value_entry *entry = value_map_find(front.map, names[i]);
		if (!entry || entry->value.kind != VALUE_STRING ||
			!quote_find(entry->value.string, 0, &quote))
			continue;
		diag_add(diags, DIAG_QUOTE, entry->value.span,
			"a value of a record can't be named here: readers would see the braces");
		diag_note(diags, SPAN_NONE,
			"name it in the text below, and say here what the page is about");
	}
}

/* As many letters as results of search and messengers show of it. */
#define DESCRIPTION_MAX 160

static void check_description(struct value front, struct diags *diags)
{
	struct value text = value_get(front, S("description"), NULL);
	size_t len = text.kind == VALUE_STRING ? utf8_count(text.string) : 0;
	if (len <= DESCRIPTION_MAX)
		return;
	diag_add(diags, DIAG_DESCRIPTION_LONG, text.span,
		"the description has %zu letters, of which %d are shown", len, DESCRIPTION_MAX);
	diag_note(diags, SPAN_NONE, "one sentence: what the reader finds here");
}

static void check_keywords(struct value front, struct diags *diags)
{
	struct value keywords = value_get(front, S("keywords"), NULL);
	for (size_t i = 0; i < value_count(keywords); i++) {
		struct value word = keywords.list->items[i];
		if (word.kind != VALUE_STRING || str_find_char(word.string, ';') == STR_NONE)
			continue;
		diag_add(diags, DIAG_KEYWORDS, word.span, "these keywords are one, with ';' in it");
		diag_note(diags, SPAN_NONE, "commas stand between them: [calls, phone card]");
	}
}

static void read_keys(
	struct page *page, struct arena *arena, struct arena *scratch, struct diags *diags)
{
	struct value front = page_texts(page)->front;
	if (value_get_str(front, S("title")).len)
		page->texts_.title = value_get_str(front, S("title"));
	page->texts_.description = value_get_str(front, S("description"));
	refuse_quotes(front, diags);
	check_description(front, diags);
	check_keywords(front, diags);
	page->texts_.date = value_get_str(front, S("date"));
	page->order = value_get_int(front, S("order"), INT64_MAX);
	int64_t open = value_get_int(front, S("open_sections"), 0);
	page->open_sections = open > 0 ? (size_t)open : 0;
	page->flags |= flag_unless(front, S("draft"), false, PAGE_DRAFT) |
		       flag_unless(front, S("toc"), true, PAGE_TOC) |
		       flag_unless(front, S("exit"), false, PAGE_EXIT) |
		       flag_unless(front, S("questions"), false, PAGE_QUESTIONS) |
		       flag_unless(front, S("offline"), false, PAGE_OFFLINE);
	if (!flag_unless(front, S("search"), true, 1))
		page->flags |= PAGE_NO_SEARCH;
	read_slug(page, arena, scratch, diags);
}

static void check_encoding(struct page *page, str text, struct diags *diags)
{
	size_t bad = utf8_invalid_at(text);
	if (bad == STR_NONE)
		return;
	page->flags |= PAGE_UNREADABLE;
	diag_add(diags, DIAG_FILE_ENCODING, span_of(page->source, bad, bad + 1),
		"this file is not UTF-8");
	diag_note(diags, SPAN_NONE, "save it again as UTF-8 in your editor");
}

static void read_front_matter(struct page *page, str text, struct arena *arena,
	struct arena *scratch, struct diags *diags)
{
	struct value front;
	struct front_matter matter;
	size_t before = diags->nerrors;
	bool closed = front_matter_split(text, page->source, diags, &matter);
	if (closed && !matter.found && front_matter_report_missing(text, page->source, diags))
		page->flags |= PAGE_UNREADABLE;
	if (!closed || !matter.found)
		return;
	page->body_start = matter.body_start;
	page->texts_.front_hash = hash64(str_sub(text, 0, matter.body_start));
	bool good = yaml_parse(scratch, matter.yaml, matter.span, diags, &front);
	page->texts_.front = value_copy(front, arena);
	if (good)
		shape_check(
			&page_shape, page_texts(page)->front, span_of(page->source, 0, 3), diags);
	read_keys(page, arena, scratch, diags);
	const struct page_texts *texts = page_texts(page);
	/* Of a title that was not understood no translation fell behind. */
	if (diags->nerrors == before)
		page->hash = gist_of(texts->title, texts->description, matter.body, scratch);
}

void page_init(struct page *page, struct arena *arena)
{
	static const struct value_map no_front;
	page->id = id_of(page);
	page->texts_.title = page->id;
	page->flags = is_index(page->path) ? PAGE_IS_INDEX : 0;
	page->body_language = page->language;
	page->slug = default_slug(page, arena);
	page->order = INT64_MAX;
	page->texts_.front = value_map(&no_front, SPAN_NONE);
}

void page_read(struct page *page, str text, struct arena *arena, struct arena *scratch,
	struct diags *diags)
{
	check_encoding(page, text, diags);
	if (!(page->flags & PAGE_UNREADABLE))
		read_front_matter(page, text, arena, scratch, diags);
}

str page_hash_text(const struct page *page, struct arena *arena)
{
	char digits[13];
	snprintf(digits, sizeof(digits), "%012llx",
		(unsigned long long)(page->hash & 0xffffffffffff));
	if (strspn(digits, "0123456789e") == 12) /* in YAML it would be a number */
		digits[0] = 'x';
	return arena_str(arena, str_of(digits));
}

str commit_day(const struct store_commit *commit, str timezone, struct arena *arena)
{
	struct day day;
	if (!commit || !day_at(timezone, commit->time, &day))
		return S("");
	return day_text(day, arena);
}
