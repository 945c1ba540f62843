#include "build/build.h"

#include <stdlib.h>

#include "build/before.h"
#include "build/ledger.h"
#include "build/remember.h"
#include "diag/gather.h"
#include "diag/transcript.h"
#include "sys/parallel.h"

static bool run_calls(struct build *build)
{
	if (!build_list(build))
		return false;
	if (build->current)
		return true;
	if (!build_read(build))
		return false;
	bool ok = build_assemble(build);
	ok &= build_render(build);
	ok &= build_feed(build);
	ok &= build_check(build);
	/* Not only these calls: an error of listing or reading counts as well. */
	return ok && build->diags.nerrors == 0 && build_publish(build);
}

bool build_run(struct build *build, const struct build_options *options)
{
	build->options = options;
	build->jobs = options->jobs ? options->jobs : parallel_processors();
	arena_init(&build->arena);
	diags_init(&build->diags);
	buf_init(&build->remembering.sunk);
	units_init(&build->units, &build->arena);
	run_calls(build);
	publish_abort(build->publish);
	build->publish = NULL;
	diags_sort(&build->diags, &build->sources);
	diags_gather(&build->diags, &build->sources);
	return build->diags.nerrors == 0;
}

/* The next build, if nothing has changed, gives the same warnings without looking. */
static void keep_said(const struct build *build, struct publish *publish)
{
	struct buf said;
	buf_init(&said);
	transcript_write(&build->diags, build->nlisted, &said);
	publish_say(publish, buf_str(&said));
	buf_release(&said);
}

static void keep_in_sink(struct build *build)
{
	if (!before_counts(build))
		return;
	remember_write(build);
	const struct earlier *earlier = build->options->sink->earlier;
	earlier->remember(earlier->ctx, &build->remembering.sunk);
	buf_release(&build->remembering.sunk);
}

static void release_workers(struct build *build)
{
	for (unsigned i = 0; build->workers && i < build->jobs; i++) {
		worker_release(&build->workers[i]);
		privacy_release(&build->privacy[i]);
		scales_release(&build->scales[i]);
	}
	free(build->workers);
	free(build->privacy);
	free(build->scales);
	build->workers = NULL;
	build->privacy = NULL;
	build->scales = NULL;
}

static void release_documents(struct build *build)
{
	free(build->documents);
	build->documents = NULL;
	build->ndocuments = 0;
	VEC_FREE(&build->found.pages);
	VEC_FREE(&build->found.media);
	VEC_FREE(&build->found.variants);
	VEC_FREE(&build->found.forms);
}

/* All that was made of what was read. The settings of the site stay; of all else nobody finds
 * anything any more. */
static void release_site(struct build *build)
{
	build_release_search(build);
	ledger_release(build);
	release_workers(build);
	release_documents(build);
	budget_release(&build->budget);
	units_release(&build->units);
	renderer_release(&build->renderer);
	site_release(&build->site);
}

bool build_publish(struct build *build)
{
	if (!build->publish) {
		keep_in_sink(build);
		return true;
	}
	for (unsigned i = 0; i < build->jobs; i++)
		worker_rest(&build->workers[i]);
	remember_write(build);
	release_site(build); /* publishing needs the room */
	struct publish *publish = build->publish;
	build->publish = NULL;
	keep_said(build, publish);
	bool ok = publish_commit(publish, &build->diags);
	build->counts = publish_counts(publish);
	return ok;
}

void build_release(struct build *build)
{
	release_site(build);
	map_release(&build->commit_days);
	buf_release(&build->remembering.sunk);
	for (size_t i = 0; i < ARRAY_LEN(build->told); i++)
		store_reader_free(build->told[i]);
	store_close(build->content);
	store_close(build->templates);
	VEC_FREE(&build->content_entries);
	VEC_FREE(&build->template_entries);
	sources_release(&build->sources);
	diags_release(&build->diags);
	arena_release(&build->arena);
}
