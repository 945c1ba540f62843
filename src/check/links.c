#include "check/links.h"

#include "base/hash.h"
#include "base/slug.h"

typedef VEC(struct noted_link) link_list;

/* Of the wrong addresses in one file so many are compared with those of all pages. */
enum { SUGGESTIONS_MAX = 100 };

struct check {
	const struct renderer *renderer;
	links_output_fn *is_output;
	const void *ctx;
	struct arena arena;
	struct map pages; /* address -> struct page; filled when first needed */
	link_list lost;   /* to where the build made nothing */
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

static str address_of(str target)
{
	return str_sub(target, 0, str_find_char(target, '#'));
}

/* "/page/", "/page/#heading", "/data/x.csv" */
static void check_output(struct check *check, const struct noted_link *link)
{
	str url = address_of(link->target), anchor = str_from(link->target, url.len + 1);
	if (!check->is_output(check->ctx, url)) {
		VEC_PUSH(&check->lost, *link);
		return;
	}
	const struct page *page = anchor.len ? page_at(check, url) : NULL;
	if (page)
		check_anchor(check, page, anchor, link->span);
}

static void check_all(struct check *check, const struct noted_link *links, size_t nlinks)
{
	for (size_t i = 0; i < nlinks; i++)
		if (links[i].page)
			check_anchor(check, links[i].page, links[i].target, links[i].span);
		else
			check_output(check, &links[i]);
}

/* --- those that lead nowhere -------------------------------------------------------- */

static void report_lost(struct check *check, const struct noted_link *link, bool suggests)
{
	str url = address_of(link->target);
	diag_add(check->diags, DIAG_LINK_MISSING, link->span, "the build makes no file '%.*s'",
		STR_ARGS(url));
	diag_note(check->diags, SPAN_NONE, "pages are linked by their file: ../section/page.md");
	if (suggests)
		suggest_address(check, url);
}

static int compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int compare_links(const void *left, const void *right)
{
	const struct noted_link *a = left, *b = right;
	int order = compare_numbers(a->span.source, b->span.source);
	if (!order)
		order = compare_numbers(a->span.start, b->span.start);
	return order ? order : str_cmp(a->target, b->target);
}

/* By their places, whichever thread met them. A text that several pages show has one mistake. */
static void report_all_lost(struct check *check)
{
	size_t n = 0;
	link_list *lost = &check->lost;
	VEC_SORT(lost, compare_links);
	for (size_t i = 0; i < lost->len; i++) {
		const struct noted_link *link = &lost->items[i];
		if (i && compare_links(link - 1, link) == 0)
			continue;
		if (i && link->span.source != link[-1].span.source)
			n = 0;
		report_lost(check, link, n++ < SUGGESTIONS_MAX);
	}
}

void links_check(const struct renderer *renderer, const struct worker *workers, unsigned nworkers,
	links_output_fn *is_output, const void *ctx, struct diags *diags)
{
	struct check check = {
		.renderer = renderer, .is_output = is_output, .ctx = ctx, .diags = diags};
	arena_init(&check.arena);
	for (unsigned i = 0; i < nworkers; i++)
		check_all(&check, workers[i].links.items, workers[i].links.len);
	report_all_lost(&check);
	VEC_FREE(&check.lost);
	map_release(&check.pages);
	arena_release(&check.arena);
}
