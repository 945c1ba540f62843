/* feed: everything beside the pages. Parallel: each file is a job. */
#include "base/hash.h"
#include "build/ledger.h"
#include "build/medium.h"
#include "feed/catalog.h"
#include "feed/changes.h"
#include "feed/csvw.h"
#include "feed/events.h"
#include "feed/former.h"
#include "feed/hsds.h"
#include "feed/ical.h"
#include "feed/offline.h"
#include "feed/review.h"
#include "feed/sitemap.h"
#include "feed/vcard.h"

/* --- files that are made from the site alone ---------------------------------------- */

struct feed {
	size_t (*count)(const struct site *site);
	/* Writes file number `index` into `out` and gives its path; "": no such file. */
	str (*write)(const struct site *site, size_t index, struct arena *arena, struct buf *out);
};

static size_t one(const struct site *site)
{
	UNUSED(site);
	return 1;
}

static size_t languages(const struct site *site)
{
	return site->config.nlanguages;
}

static size_t datasets(const struct site *site)
{
	return site_count(site, "datasets");
}

static size_t packages(const struct site *site)
{
	return hsds_files(site) > 0;
}

static const struct feed feeds[] = {
	{sitemap_files, sitemap_write},
	{one, robots_write},
	{languages, changes_write},
	{languages, events_write},
	{languages, ical_write_events},
	{ical_event_files, ical_write_event},
	{ical_location_files, ical_write_location},
	{vcard_files, vcard_write},
	{former_files, former_write},
	{one, review_write_json},
	{one, review_write_ical},
	{hsds_files, hsds_write},
	{packages, hsds_package_describe},
	{datasets, csvw_write_table},
	{datasets, csvw_write_metadata},
	{one, catalog_write},
};

_Static_assert(LEDGER_FEEDS + ARRAY_LEN(feeds) <= LEDGER_GROUPS, "each feed is a group of jobs");

static void make_file(struct build *build, struct worker *worker, size_t index)
{
	size_t f = 0;
	while (index >= build->nfiles[f])
		index -= build->nfiles[f++];
	if (ledger_carry(build, worker, LEDGER_FEEDS + f, index))
		return;
	ledger_begin(build, worker, LEDGER_FEEDS + f, index);
	arena_reset(&worker->scratch);
	buf_clear(&worker->out);
	str path = feeds[f].write(&build->site, index, &worker->scratch, &worker->out);
	if (path.len)
		build_put(build, worker, path, buf_str(&worker->out));
	ledger_end(build, worker, LEDGER_FEEDS + f, index);
}

static void make_files(struct build *build)
{
	size_t n = 0;
	build->nfiles = ARENA_ARRAY(&build->arena, size_t, ARRAY_LEN(feeds));
	for (size_t f = 0; f < ARRAY_LEN(feeds); f++) {
		n += build->nfiles[f] = feeds[f].count(&build->site);
		ledger_expect(build, LEDGER_FEEDS + f, build->nfiles[f]);
	}
	build_parallel(build, n, make_file);
}

/* All tables at once: they are filled in one walk through the records. */
static void make_tables(struct build *build, struct worker *worker, size_t index)
{
	struct hsds_package package;
	if (ledger_carry(build, worker, LEDGER_TABLES, index))
		return;
	ledger_begin(build, worker, LEDGER_TABLES, index);
	arena_reset(&worker->scratch);
	hsds_package_make(&package, &build->site);
	for (size_t i = 0; i < HSDS_TABLES; i++)
		build_put(build, worker, hsds_package_path(i, &worker->scratch),
			buf_str(&package.tables[i]));
	hsds_package_release(&package);
	ledger_end(build, worker, LEDGER_TABLES, index);
}

/* --- the service worker ------------------------------------------------------------- */

static const struct document *find_worker(const struct build *build)
{
	for (size_t i = 0; i < build->ndocuments; i++)
		if (build->documents[i].kind == DOCUMENT_WORKER)
			return &build->documents[i];
	return NULL;
}

static void write_worker(struct build *build, struct worker *worker)
{
	struct offline_copy copy = {.assets = &build->renderer.assets};
	const struct document *document = find_worker(build);
	if (!document) {
		diag_add(&worker->diags, DIAG_OFFLINE, build->site.config.span,
			"'offline' needs templates/" OFFLINE_PATH);
		return;
	}
	buf_clear(&worker->text);
	if (!store_read(worker->template_reader, document->entry, FILE_MAX, &worker->text,
		    span_file(document->source), &worker->diags))
		return;
	for (size_t i = 0; i < build->site.pages.len; i++)
		if (site_keeps(&build->site, build->site.pages.items[i]))
			copy.version = hash64_mix(copy.version,
				str_n((const char *)&build->page_hashes[i], sizeof(uint64_t)));
	copy.script = buf_str(&worker->text);
	offline_write(&build->site, &copy, &worker->scratch, &worker->out);
}

/* A preview keeps no copies: it must always show what is. */
static void make_worker(struct build *build, struct worker *worker, size_t index)
{
	enum offline mode = offline_mode(&build->site);
	UNUSED(index);
	arena_reset(&worker->scratch);
	buf_clear(&worker->out);
	if (mode == OFFLINE_ABSENT)
		return;
	if (build->renderer.offline)
		write_worker(build, worker);
	else
		offline_write_off(&worker->out);
	if (worker->out.len)
		build_put(build, worker, S(OFFLINE_PATH), buf_str(&worker->out));
}

static void copy_medium(struct build *build, struct worker *worker, size_t index)
{
	medium_copy(build, worker, &build->site.media.items[index]);
}

bool build_feed(struct build *build)
{
	size_t before = build->diags.nerrors;
	make_files(build);
	ledger_expect(build, LEDGER_TABLES, packages(&build->site));
	build_parallel(build, packages(&build->site), make_tables);
	build_search(build);
	build_parallel(build, 1, make_worker);
	build->loads = ARENA_ARRAY(&build->arena, size_t, build->site.media.len);
	build_parallel(build, build->site.media.len, copy_medium);
	return build->diags.nerrors == before;
}
