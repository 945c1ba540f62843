/* What the calls share: threads that work, and where finished files go. */
#include "base/hash.h"
#include "build/ledger.h"
#include "publish/twin.h"
#include "sys/parallel.h"

struct parallel_call {
	struct build *build;
	build_fn *fn;
	size_t n;
};

/* Jobs are given out in order, and worker 0 is the calling thread. */
static void tell(const struct parallel_call *c, unsigned worker, size_t index)
{
	const struct build_options *options = c->build->options;
	if (worker == 0 && options->work)
		options->work(options->work_ctx, index + 1, c->n);
}

static void call(void *ctx, unsigned worker, size_t index)
{
	struct parallel_call *c = ctx;
	tell(c, worker, index);
	c->fn(c->build, &c->build->workers[worker], index);
}

void build_parallel(struct build *build, size_t n, build_fn *fn)
{
	struct parallel_call c = {build, fn, n};
	parallel_for(build->jobs, n, call, &c);
	for (unsigned i = 0; i < build->jobs; i++) {
		diags_merge(&build->diags, &build->workers[i].diags);
		diags_release(&build->workers[i].diags);
	}
}

static bool publishes(const struct build *build)
{
	return build->publish && build->diags.nerrors == 0;
}

static void add_twins(struct build *build, struct worker *worker, str path, str bytes)
{
	if (build->options->compress && twin_wants(path))
		twin_publish(build->publish, &build->scales[worker - build->workers].compressor,
			path, bytes, &worker->diags);
}

static void show(struct build *build, str path, uint64_t id, str bytes)
{
	const struct sink *sink = build->options->sink;
	if (sink)
		sink->put(sink->ctx, path, id, bytes);
}

void build_hand_over(struct build *build, struct worker *worker, str path, uint64_t id, str bytes)
{
	if (!publishes(build))
		show(build, path, id, bytes);
	else if (publish_file(build->publish, path, id, bytes, &worker->diags))
		add_twins(build, worker, path, bytes);
}

static uint64_t put(struct build *build, struct worker *worker, str path, str bytes)
{
	uint64_t hash = hash64(bytes);
	ledger_note_file(build, worker, path, hash);
	if (!publishes(build))
		show(build, path, PUBLISH_BY_BYTES, bytes);
	else if (publish_hashed(
			 build->publish, path, PUBLISH_BY_BYTES, hash, bytes, &worker->diags))
		add_twins(build, worker, path, bytes);
	return hash;
}

uint64_t build_put_page(struct build *build, struct worker *worker, const struct page *page)
{
	str html = buf_str(&worker->out);
	size_t number = (size_t)(worker - build->workers);
	privacy_scan_page(&build->privacy[number], page->output, html, &worker->stretches);
	budget_weigh_page(&build->budget, &build->scales[number], page, html);
	return put(build, worker, page->output, html);
}

uint64_t build_put(struct build *build, struct worker *worker, str path, str bytes)
{
	size_t number = (size_t)(worker - build->workers);
	privacy_scan(&build->privacy[number], path, bytes);
	budget_weigh_file(&build->scales[number], path, bytes);
	if (!str_ends(path, S(".html")))
		VEC_PUSH(&worker->made, arena_str(&worker->kept, path));
	return put(build, worker, path, bytes);
}
