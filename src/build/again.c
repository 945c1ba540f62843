/* One file that was saved, taken into the site as it is: what does not change which pages there
 * are, or where they stand, can be shown before all else is asked. */
#include <stdatomic.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/path.h"
#include "base/utf8.h"
#include "build/build.h"
#include "model/collection.h"
#include "model/quoted.h"
#include "value/json.h"
#include "view/common.h"

/* The documents of content or templates, in order of their paths. */
struct documents_of {
	struct document *items;
	size_t n;
};

static struct documents_of documents_of(const struct build *build, enum build_folder folder)
{
	size_t ncontent = build->content_entries.len;
	return folder == BUILD_CONTENT ? (struct documents_of){build->documents, ncontent}
				       : (struct documents_of){build->documents + ncontent,
						 build->ndocuments - ncontent};
}

static int compare_path(const void *path, const void *document)
{
	return str_cmp(*(const str *)path, ((const struct document *)document)->entry->path);
}

static struct document *find(const struct build *build, const struct build_saved *saved)
{
	struct documents_of of = documents_of(build, saved->folder);
	return of.n ? bsearch(&saved->path, of.items, of.n, sizeof(*of.items), compare_path) : NULL;
}

static bool read_again(struct build *build, const struct document *document)
{
	struct worker *worker = &build->workers[0];
	bool content = (size_t)(document - build->documents) < build->content_entries.len;
	buf_clear(&worker->text);
	return store_read(content ? worker->reader : worker->template_reader, document->entry,
		FILE_MAX, &worker->text, SPAN_NONE, &worker->diags);
}

/* What is said of it, its links and its anchors are the next build's to take. */
static bool render_again(
	struct build *build, const struct page *page, build_page_fn *made, void *ctx)
{
	struct worker *worker = &build->workers[0];
	bool good = render_page(&build->renderer, worker, page) && !worker->diags.nerrors;
	if (good)
		made(ctx, page->output, buf_str(&worker->out));
	worker->links.len = 0;
	return good;
}

/* --- a page's text ------------------------------------------------------------------- */

/* Front matter is the same to the byte: titles, lists and addresses are as they were. */
static bool has_same_front(const struct page *page, str text)
{
	return page->body_start && page->body_start <= text.len &&
	       hash64(str_sub(text, 0, page->body_start)) == page_texts(page)->front_hash &&
	       utf8_invalid_at(text) == STR_NONE;
}

static bool show_text(
	struct build *build, const struct document *document, build_page_fn *made, void *ctx)
{
	const struct page *of = document->page;
	atomic_store(&build->outlines[of->entry], NULL);
	bool good = !(of->flags & PAGE_UNREADABLE) && read_again(build, document) &&
		    has_same_front(of, buf_str(&build->workers[0].text));
	for (size_t i = 0; i < build->site.pages.len && good; i++) {
		const struct page *page = build->site.pages.items[i];
		if (page->kind == PAGE_CONTENT && page->source == document->source)
			good = render_again(build, page, made, ctx);
	}
	return good;
}

/* --- a record, or words --------------------------------------------------------------- */

static bool parse_again(struct build *build, const struct document *document, struct value *json)
{
	struct worker *worker = &build->workers[0];
	return document->usable && read_again(build, document) &&
	       json_parse(&worker->kept, buf_str(&worker->text), document->source, &worker->diags,
		       json) &&
	       json->kind == VALUE_MAP;
}

static struct record *record_of(const struct build *build, const struct document *document)
{
	const struct kind *kind = site_kind(&build->site, document->folder);
	return kind ? map_get(&kind->by_id, path_stem(path_name(document->entry->path))) : NULL;
}

/* Is it in the same lists, with the same pages? */
static bool stands_as_before(const struct record *before, const struct record *now)
{
	return before->is_overdue == now->is_overdue && before->is_hidden == now->is_hidden &&
	       before->is_shown == now->is_shown;
}

static void rename_pages(struct build *build, const struct record *record)
{
	for (size_t i = 0; i < build->site.pages.len; i++)
		if (build->site.pages.items[i]->record == record)
			collection_name_page(
				build->site.pages.items[i], &build->site.config, &build->arena);
}

static bool take_record(struct build *build, struct document *document)
{
	struct worker *worker = &build->workers[0];
	struct record *record = record_of(build, document);
	const struct document old = *document;
	if (!record || record->is_unreadable || !parse_again(build, document, &document->json))
		return false;
	build_check_record(build, worker, (size_t)(document - build->documents));
	struct record changed = *record;
	changed.facts_.json = document->json;
	record_judge(&changed, build->site.today);
	if (worker->diags.nerrors || !stands_as_before(record, &changed)) {
		*document = old;
		return false;
	}
	record->facts_.json = document->json;
	quoted_fill_records(&build->site, &build->arena, &worker->diags);
	rename_pages(build, record);
	return true;
}

static bool take_words(struct build *build, const struct document *document)
{
	const struct language *language = config_language(&build->site.config, document->folder);
	struct value words;
	if (!language || !parse_again(build, document, &words))
		return false;
	build->site.strings_[language->index] = words;
	return true;
}

static bool show_looked_at(struct build *build, str output, build_page_fn *made, void *ctx)
{
	for (size_t i = 0; i < build->site.pages.len; i++)
		if (str_eq(build->site.pages.items[i]->output, output))
			return render_again(build, build->site.pages.items[i], made, ctx);
	return false;
}

bool build_again(
	struct build *build, const struct build_saved *saved, build_page_fn *made, void *ctx)
{
	struct document *document = find(build, saved);
	bool good = false;
	common_forget(&build->workers[0]);
	if (document && document->page)
		good = show_text(build, document, made, ctx);
	else if (document && document->kind == DOCUMENT_RECORD)
		good = take_record(build, document) &&
		       show_looked_at(build, saved->looked_at, made, ctx);
	else if (document && document->kind == DOCUMENT_STRINGS)
		good = take_words(build, document) &&
		       show_looked_at(build, saved->looked_at, made, ctx);
	diags_release(&build->workers[0].diags);
	return good;
}
