/* feed: everything beside the pages. Parallel: each file is a job. */
#include "build/build.h"
#include "feed/calendar.h"
#include "feed/catalog.h"
#include "feed/changes.h"
#include "feed/csvw.h"
#include "feed/events.h"
#include "feed/hsds.h"
#include "feed/ical.h"
#include "feed/offline.h"
#include "feed/review.h"
#include "feed/sitemap.h"
#include "feed/vcard.h"
#include "publish/twin.h"

/* Writes file number `index` into `out` and gives its path; "": no such file. */
typedef str feed_fn(const struct site *site, size_t index, struct arena *arena, struct buf *out);

static void make(struct build *build, struct worker *worker, feed_fn *write, size_t index)
{
	arena_reset(&worker->scratch);
	buf_clear(&worker->out);
	str path = write(&build->site, index, &worker->scratch, &worker->out);
	if (path.len)
		build_put(build, worker, path, buf_str(&worker->out));
}

static void make_sitemap(struct build *build, struct worker *worker, size_t file)
{
	make(build, worker, sitemap_write, file);
}

static void make_changes(struct build *build, struct worker *worker, size_t language)
{
	make(build, worker, changes_write, language);
}

static void make_events(struct build *build, struct worker *worker, size_t language)
{
	make(build, worker, events_write, language);
}

static void make_calendar(struct build *build, struct worker *worker, size_t language)
{
	make(build, worker, ical_write_events, language);
}

static void make_event(struct build *build, struct worker *worker, size_t index)
{
	make(build, worker, ical_write_event, index);
}

static void make_location(struct build *build, struct worker *worker, size_t index)
{
	make(build, worker, ical_write_location, index);
}

static void make_review(struct build *build, struct worker *worker, size_t index)
{
	make(build, worker, index ? review_write_ical : review_write_json, index);
}

static void make_hsds(struct build *build, struct worker *worker, size_t index)
{
	make(build, worker, hsds_write, index);
}

/* All tables at once: they are filled in one walk through the records. */
static void make_package(struct build *build, struct worker *worker, size_t index)
{
	struct hsds_package package;
	make(build, worker, hsds_package_describe, index);
	hsds_package_make(&package, &build->site);
	for (size_t i = 0; i < HSDS_TABLES; i++)
		build_put(build, worker, hsds_package_path(i, &worker->scratch),
			buf_str(&package.tables[i]));
	hsds_package_release(&package);
}

static void make_card(struct build *build, struct worker *worker, size_t index)
{
	make(build, worker, vcard_write, index);
}

static void make_table(struct build *build, struct worker *worker, size_t index)
{
	make(build, worker, csvw_write_table, index);
	make(build, worker, csvw_write_metadata, index);
}

static void make_catalog(struct build *build, struct worker *worker, size_t index)
{
	make(build, worker, catalog_write, index);
}

static void make_robots(struct build *build, struct worker *worker, size_t index)
{
	UNUSED(index);
	buf_clear(&worker->out);
	robots_write(&build->site, &worker->out);
	build_put(build, worker, S("robots.txt"), buf_str(&worker->out));
}

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
	for (unsigned i = 0; i < build->jobs; i++)
		copy.version ^= build->copies[i];
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

/* An unchanged medium is not even read, unless its bytes are needed for more. */
static bool can_stay_unread(struct build *build, const struct medium *medium, uint64_t id)
{
	if (privacy_wants(medium->output) ||
		(build->options->compress && twin_wants(medium->output)))
		return false;
	return build->publish ? publish_keep(build->publish, medium->output, id)
			      : !build->options->sink;
}

/* Pictures and documents, as they are. */
static void copy_medium(struct build *build, struct worker *worker, size_t index)
{
	const struct medium *medium = &build->site.media.items[index];
	const struct store_entry *entry = build->documents[medium->entry].entry;
	buf_clear(&worker->text);
	if (can_stay_unread(build, medium, entry->id) ||
		!store_read(worker->reader, entry, FILE_MAX, &worker->text,
			span_file(medium->source), &worker->diags))
		return;
	str bytes = buf_str(&worker->text);
	privacy_scan(&build->privacy[worker - build->workers], medium->output, bytes);
	build_hand_over(build, worker, medium->output, entry->id, bytes);
}

bool build_feed(struct build *build)
{
	const struct site *site = &build->site;
	size_t before = build->diags.nerrors, languages = site->config.nlanguages;
	build_parallel(build, sitemap_files(site), make_sitemap);
	build_parallel(build, languages, make_changes);
	build_parallel(build, languages, make_events);
	calendar_prepare();
	build_parallel(build, languages, make_calendar);
	build_parallel(build, ical_event_files(site), make_event);
	build_parallel(build, ical_location_files(site), make_location);
	build_parallel(build, 2, make_review);
	build_parallel(build, hsds_files(site), make_hsds);
	build_parallel(build, hsds_files(site) ? 1 : 0, make_package);
	build_parallel(build, vcard_files(site), make_card);
	build_parallel(build, site_count(site, "datasets"), make_table);
	build_parallel(build, 1, make_catalog);
	build_parallel(build, 1, make_robots);
	build_parallel(build, 1, make_worker);
	build_parallel(build, site->media.len, copy_medium);
	return build->diags.nerrors == before;
}
