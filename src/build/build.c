#include "build/build.h"

#include <stdlib.h>

#include "base/pack.h"
#include "build/before.h"
#include "build/ledger.h"
#include "build/orders.h"
#include "build/recall.h"
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

typedef void part_fn(const struct build *build, struct buf *out);

static void add_part(const struct build *build, part_fn *write, struct buf *out)
{
	size_t begun = pack_begin(out);
	write(build, out);
	pack_end(out, begun);
}

/* In the order of struct remembered; the ledger is what is left. Of a large site it is much:
 * what nobody needs any more goes before the next part is written. */
static void write_memory(struct build *build, struct buf *out)
{
	add_part(build, build_keep_search, out);
	build_release_search(build);
	add_part(build, recall_write, out);
	add_part(build, orders_write, out);
	ledger_write(build, out);
}

static void keep_memory(struct build *build, struct publish *publish)
{
	struct buf memory;
	buf_init(&memory);
	write_memory(build, &memory);
	publish_remember(publish, &memory);
	buf_release(&memory);
}

static void keep_in_sink(struct build *build)
{
	struct buf memory;
	if (!before_counts(build))
		return;
	buf_init(&memory);
	write_memory(build, &memory);
	build->options->sink->earlier->remember(build->options->sink->earlier->ctx, &memory);
	buf_release(&memory);
}

bool build_publish(struct build *build)
{
	if (!build->publish) {
		keep_in_sink(build);
		return true;
	}
	struct publish *publish = build->publish;
	build->publish = NULL;
	for (unsigned i = 0; i < build->jobs; i++)
		arena_reset(&build->workers[i].scratch);
	keep_said(build, publish);
	keep_memory(build, publish);
	bool ok = publish_commit(publish, &build->diags);
	build->counts = publish_counts(publish);
	return ok;
}

void build_release(struct build *build)
{
	for (unsigned i = 0; build->workers && i < build->jobs; i++) {
		worker_release(&build->workers[i]);
		privacy_release(&build->privacy[i]);
		scales_release(&build->scales[i]);
	}
	free(build->workers);
	free(build->privacy);
	free(build->scales);
	build_release_search(build);
	map_release(&build->commit_days);
	ledger_release(build);
	budget_release(&build->budget);
	units_release(&build->units);
	renderer_release(&build->renderer);
	site_release(&build->site);
	store_close(build->content);
	store_close(build->templates);
	VEC_FREE(&build->content_entries);
	VEC_FREE(&build->template_entries);
	VEC_FREE(&build->found.pages);
	VEC_FREE(&build->found.media);
	VEC_FREE(&build->found.variants);
	VEC_FREE(&build->found.forms);
	sources_release(&build->sources);
	diags_release(&build->diags);
	arena_release(&build->arena);
}
