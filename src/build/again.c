/* A page whose text alone has changed, rendered in the site as it is. */
#include <stdlib.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "build/build.h"

static int compare_path(const void *path, const void *document)
{
	return str_cmp(*(const str *)path, ((const struct document *)document)->entry->path);
}

static const struct document *find(const struct build *build, str path)
{
	size_t n = build->content_entries.len;
	return n ? bsearch(&path, build->documents, n, sizeof(*build->documents), compare_path)
		 : NULL;
}

/* Front matter is the same to the byte: titles, lists and addresses are as they were. */
static bool has_same_front(const struct page *page, str text)
{
	return page->body_start && page->body_start <= text.len &&
	       hash64(str_sub(text, 0, page->body_start)) == page_texts(page)->front_hash &&
	       utf8_invalid_at(text) == STR_NONE;
}

static bool can_be_again(struct build *build, const struct document *document)
{
	struct worker *worker = &build->workers[0];
	if (!document || !document->page || document->page->flags & PAGE_UNREADABLE)
		return false;
	buf_clear(&worker->text);
	return store_read(worker->reader, document->entry, FILE_MAX, &worker->text, SPAN_NONE,
		       &worker->diags) &&
	       has_same_front(document->page, buf_str(&worker->text));
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

bool build_page_again(struct build *build, str path, build_page_fn *made, void *ctx)
{
	const struct document *document = find(build, path);
	bool good = can_be_again(build, document);
	for (size_t i = 0; i < build->site.pages.len && good; i++) {
		const struct page *page = build->site.pages.items[i];
		if (page->kind == PAGE_CONTENT && page->source == document->source)
			good = render_again(build, page, made, ctx);
	}
	diags_release(&build->workers[0].diags);
	return good;
}
