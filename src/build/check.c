/* check: links, records, privacy, budgets over what was made. */
#include <stdlib.h>

#include "build/build.h"
#include "build/ledger.h"
#include "build/medium.h"
#include "check/links.h"
#include "check/pages.h"
#include "check/records.h"
#include "locale/collate.h"

struct outputs {
	const struct site *site;
	struct map made; /* files that are no pages: keys only */
};

static void collect_made(const struct build *build, struct outputs *outputs)
{
	for (unsigned w = 0; w < build->jobs; w++)
		for (size_t i = 0; i < build->workers[w].made.len; i++)
			map_put(&outputs->made, build->workers[w].made.items[i], NULL);
}

/* "/data/x.csv" is written as it is, "/page/" as page/index.html. */
static bool is_output(const void *ctx, str url)
{
	const struct outputs *outputs = ctx;
	struct arena arena;
	arena_init(&arena);
	bool folder = str_ends(url, S("/"));
	str path = arena_join(&arena, str_from(url, 1), folder ? S("index.html") : S(""), S(""));
	bool found = map_has(&outputs->site->outputs, collate_fold(path, &arena)) ||
		     map_has(&outputs->made, path);
	arena_release(&arena);
	return found;
}

static void check_links(struct build *build)
{
	struct outputs outputs = {.site = &build->site};
	collect_made(build, &outputs);
	links_check(
		&build->renderer, build->workers, build->jobs, is_output, &outputs, &build->diags);
	map_release(&outputs.made);
}

/* Of a broken template nobody knows what its pages would have held. */
static bool pages_are_whole(const struct build *build)
{
	for (size_t i = 0; i < build->diags.list.len; i++) {
		enum diag_id id = build->diags.list.items[i].id;
		if (id >= DIAG_TEMPLATE_TAG && id <= DIAG_TEMPLATE_RECURSION)
			return false;
	}
	return true;
}

/* Of one page's pictures, which stand side by side, each counts once. */
static size_t pictures_of_page(
	const struct build *build, const struct noted_picture *shown, size_t n, size_t *bytes)
{
	size_t len = 0;
	*bytes = 0;
	for (; len < n && shown[len].page == shown->page; len++) {
		size_t before = 0;
		while (shown[before].medium != shown[len].medium)
			before++;
		if (before == len)
			*bytes += build->loads[shown[len].medium];
	}
	return len;
}

static void weigh_pictures(struct build *build)
{
	size_t bytes;
	for (unsigned w = 0; w < build->jobs; w++) {
		const struct noted_picture *shown = build->workers[w].pictures.items;
		size_t n = build->workers[w].pictures.len;
		for (size_t i = 0; i < n;) {
			size_t len = pictures_of_page(build, shown + i, n - i, &bytes);
			budget_weigh_pictures(&build->budget, shown[i].page, bytes, &build->diags);
			i += len;
		}
	}
}

static void weigh_downloads(struct build *build)
{
	for (size_t i = 0; i < build->ndocuments; i++) {
		const struct document *document = &build->documents[i];
		if (document->kind == DOCUMENT_MEDIUM && document->usable &&
			!medium_is_image(document->entry->path))
			budget_weigh_download(&build->budget, document->source,
				document->measures->weight, &build->diags);
	}
}

static void check_kind(struct build *build, struct worker *worker, size_t index)
{
	if (ledger_carry(build, worker, LEDGER_RECORDS, index))
		return;
	ledger_begin(build, worker, LEDGER_RECORDS, index);
	records_check(&build->site, build->site.kinds[index], build->options->strict_dates,
		&worker->diags);
	ledger_end(build, worker, LEDGER_RECORDS, index);
}

static void check_kinds(struct build *build)
{
	ledger_expect(build, LEDGER_RECORDS, build->site.nkinds);
	build_parallel(build, build->site.nkinds, check_kind);
}

bool build_check(struct build *build)
{
	size_t before = build->diags.nerrors;
	check_links(build);
	check_kinds(build);
	pages_check(&build->site, build->options->strict_dates, &build->diags);
	privacy_report(build->privacy, build->jobs, pages_are_whole(build), &build->diags);
	build_check_gone(build);
	weigh_pictures(build);
	weigh_downloads(build);
	budget_report(&build->budget, build->scales, build->jobs, &build->diags);
	return build->diags.nerrors == before;
}
