/* check: links, records, privacy, budgets over what was made. */
#include <stdlib.h>

#include "build/build.h"
#include "check/links.h"
#include "check/records.h"
#include "locale/collate.h"

/* "/data/x.csv" is written as it is, "/page/" as page/index.html. */
static bool is_output(const void *ctx, str url)
{
	const struct build *build = ctx;
	struct arena arena;
	arena_init(&arena);
	bool folder = str_ends(url, S("/"));
	str path = arena_join(&arena, str_from(url, 1), folder ? S("index.html") : S(""), S(""));
	bool found = map_has(&build->site.outputs, collate_fold(path, &arena)) ||
		     build_made(build, path);
	arena_release(&arena);
	return found;
}

bool build_check(struct build *build)
{
	size_t before = build->diags.nerrors;
	for (unsigned i = 0; i < build->jobs; i++)
		links_check(&build->renderer, build->workers[i].links.items,
			build->workers[i].links.len, is_output, build, &build->diags);
	records_check(&build->site, build->options->strict_dates, &build->diags);
	privacy_report(build->privacy, build->jobs, &build->diags);
	budget_report(&build->budget, build->scales, build->jobs, &build->diags);
	return build->diags.nerrors == before;
}
