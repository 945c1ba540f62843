#include "check/links.h"

#include "base/hash.h"
#include "base/slug.h"

struct check {
	const struct renderer *renderer;
	links_output_fn *is_output;
	const void *ctx;
	struct arena arena;
	struct map pages; /* address -> struct page; filled when first needed */
	struct diags *diags;
};

static const struct page *page_at(struct check *check, str url)
{
	const struct site *site = check->renderer->site;
	bool filled = check->pages.len > 0;
	for (size_t i = 0; !filled && i < site->pages.len; i++)
		map_put(&check->pages, site->pages.items[i]->url, site->pages.items[i]);
	return map_get(&check->pages, url);
}

static bool has_anchor(const struct renderer *renderer, const struct page *page, str anchor)
{
	const struct anchors *anchors = &renderer->anchors[page->index];
	uint32_t wanted = (uint32_t)hash64(anchor);
	size_t low = 0, high = anchors->len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (anchors->hashes[middle] == wanted)
			return true;
		if (anchors->hashes[middle] < wanted)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

/* "#top" needs no id (HTML, "Scrolling to a fragment"). */
static bool is_top(str anchor)
{
	return str_eq_nocase(anchor, S("top"));
}

/* What a reader copies as an anchor is often the heading itself. */
static void check_anchor(struct check *check, const struct page *page, str anchor, struct span span)
{
	if (page->kind != PAGE_CONTENT || page->flags & PAGE_UNREADABLE || is_top(anchor) ||
		has_anchor(check->renderer, page, anchor))
		return;
	diag_add(check->diags, DIAG_LINK_ANCHOR, span, "%.*s has no heading '#%.*s'",
		STR_ARGS(page->path), STR_ARGS(anchor));
	str slug = slug_make(&check->arena, anchor);
	if (has_anchor(check->renderer, page, slug))
		diag_note(check->diags, SPAN_NONE, "did you mean '#%.*s'?", STR_ARGS(slug));
	else
		diag_note(check->diags, SPAN_NONE,
			"an anchor is the heading in small letters without accents, words joined "
			"by '-'");
}

/* "/section/page.html" for /section/page/: so other programs name the files. */
static bool suggest_page_of_file(struct check *check, str url)
{
	size_t len = str_ends(url, S("/index.html")) ? strlen("index.html") : strlen(".html");
	if (!str_ends(url, S(".html")))
		return false;
	str stem = str_sub(url, 0, url.len - len);
	str page = str_ends(stem, S("/")) ? stem : arena_join(&check->arena, stem, S("/"), S(""));
	if (!page_at(check, page))
		return false;
	diag_note(check->diags, SPAN_NONE, "did you mean '%.*s'?", STR_ARGS(page));
	return true;
}

static void suggest_address(struct check *check, str url)
{
	if (suggest_page_of_file(check, url))
		return;
	VEC(str) urls = {0};
	const struct site *site = check->renderer->site;
	for (size_t i = 0; i < site->pages.len; i++)
		VEC_PUSH(&urls, site->pages.items[i]->url);
	diag_suggest(check->diags, url, urls.items, urls.len);
	VEC_FREE(&urls);
}

/* "/page/", "/page/#heading", "/data/x.csv" */
static void check_output(struct check *check, str target, struct span span)
{
	size_t hash = str_find_char(target, '#');
	str url = str_sub(target, 0, hash);
	if (!check->is_output(check->ctx, url)) {
		diag_add(check->diags, DIAG_LINK_MISSING, span, "the build makes no file '%.*s'",
			STR_ARGS(url));
		diag_note(check->diags, SPAN_NONE,
			"pages are linked by their file: ../section/page.md");
		suggest_address(check, url);
		return;
	}
	const struct page *page = hash == STR_NONE ? NULL : page_at(check, url);
	str anchor = hash == STR_NONE ? S("") : str_from(target, hash + 1);
	if (page && anchor.len)
		check_anchor(check, page, anchor, span);
}

void links_check(const struct renderer *renderer, const struct noted_link *links, size_t nlinks,
	links_output_fn *is_output, const void *ctx, struct diags *diags)
{
	struct check check = {
		.renderer = renderer, .is_output = is_output, .ctx = ctx, .diags = diags};
	arena_init(&check.arena);
	for (size_t i = 0; i < nlinks; i++)
		if (links[i].page)
			check_anchor(&check, links[i].page, links[i].target, links[i].span);
		else
			check_output(&check, links[i].target, links[i].span);
	map_release(&check.pages);
	arena_release(&check.arena);
}
