#include "check/links.h"

#include "base/hash.h"

static bool has_anchor(const struct renderer *renderer, const struct page *page, str anchor)
{
	const struct anchors *anchors = &renderer->anchors[page->index];
	uint32_t wanted = (uint32_t)hash64(anchor);
	for (size_t i = 0; i < anchors->len; i++)
		if (anchors->hashes[i] == wanted)
			return true;
	return false;
}

static void check_anchor(
	const struct renderer *renderer, const struct noted_link *link, struct diags *diags)
{
	const struct page *page = link->page;
	if (page->kind != PAGE_CONTENT || has_anchor(renderer, page, link->target))
		return;
	diag_add(diags, DIAG_LINK_ANCHOR, link->span, "%.*s has no heading '#%.*s'",
		STR_ARGS(page->path), STR_ARGS(link->target));
}

void links_check(const struct renderer *renderer, const struct noted_link *links, size_t nlinks,
	links_output_fn *is_output, const void *ctx, struct diags *diags)
{
	for (size_t i = 0; i < nlinks; i++) {
		const struct noted_link *link = &links[i];
		if (link->page) {
			check_anchor(renderer, link, diags);
		} else if (!is_output(ctx, link->target)) {
			diag_add(diags, DIAG_LINK_MISSING, link->span,
				"the build makes no file '%.*s'", STR_ARGS(link->target));
			diag_note(diags, SPAN_NONE,
				"pages are linked by their file: ../section/page.md");
		}
	}
}
