/* The words of each page while it is rendered, and the index of each language from them. */
#include "build/build.h"

#include <stdlib.h>

#include "search/make.h"

void build_prepare_search(struct build *build)
{
	if (!value_get_bool(build->site.config.json, S("search")))
		return;
	const struct folder *folder = folder_new(&build->arena);
	build->harvests = xcalloc(build->jobs, sizeof(*build->harvests));
	for (unsigned i = 0; i < build->jobs; i++)
		harvest_init(&build->harvests[i], &build->site, folder);
}

void build_harvest(struct build *build, struct worker *worker, const struct page *page)
{
	if (build->harvests && harvest_wants(page))
		harvest_page(
			&build->harvests[worker - build->workers], page, buf_str(&worker->out));
}

struct putting {
	struct build *build;
	struct worker *worker;
};

static void put(void *ctx, str path, str bytes)
{
	const struct putting *putting = ctx;
	build_put(putting->build, putting->worker, path, bytes);
}

static void make_one(struct build *build, struct worker *worker, size_t index)
{
	struct putting putting = {build, worker};
	struct make_sink sink = {&putting, put};
	make_index(&build->site, &build->site.config.languages[index], build->harvests, build->jobs,
		&sink);
}

void build_search(struct build *build)
{
	if (build->harvests)
		build_parallel(build, build->site.config.nlanguages, make_one);
}

void build_release_search(struct build *build)
{
	for (unsigned i = 0; build->harvests && i < build->jobs; i++)
		harvest_release(&build->harvests[i]);
	free(build->harvests);
}
