/* list: source -> paths with content ids. One thread. */
#include <stdlib.h>
#include <time.h>

#include "base/hash.h"
#include "base/messages.h"
#include "build/build.h"
#include "build/remember.h"
#include "diag/transcript.h"
#include "locale/format.h"

#define DAY_S ((int64_t)24 * 60 * 60)

/* NULL: listing pointed there, and no file of that name is read. The documents may be gone. */
static const struct store_entry *entry_of(
	const struct build *build, uint32_t number, const struct store **store)
{
	size_t at = number - 1, ncontent = build->content_entries.len;
	*store = at < ncontent ? build->content : build->templates;
	if (at < ncontent)
		return &build->content_entries.items[at];
	at -= ncontent;
	return at < build->template_entries.len ? &build->template_entries.items[at] : NULL;
}

/* To open a repository takes longer than to read a file of it. NULL: it can't be opened. */
static struct store_reader *reader_of(
	struct build *build, const struct store *store, struct diags *diags)
{
	struct store_reader **reader = &build->told[store == build->templates];
	if (!*reader)
		*reader = store_reader_new(store, diags);
	return *reader;
}

static str load_text(void *ctx, uint32_t number, struct arena *arena)
{
	struct build *build = ctx;
	struct diags ignored;
	struct buf text;
	str copy = S("");
	const struct store *store;
	const struct store_entry *entry = entry_of(build, number, &store);
	if (!entry)
		return copy;
	diags_init(&ignored);
	buf_init(&text);
	struct store_reader *reader = reader_of(build, store, &ignored);
	if (reader && store_read(reader, entry, FILE_MAX, &text, SPAN_NONE, &ignored))
		copy = arena_str(arena, buf_str(&text));
	buf_release(&text);
	diags_release(&ignored);
	return copy;
}

static struct store *open_folder(struct build *build, str folder)
{
	struct store_options options = {.location = folder};
	return store_open(&options, &build->arena, &build->diags);
}

static struct store *open_templates(struct build *build, str templates)
{
	const str prefix = S(TEMPLATES_IN_SOURCE);
	if (!str_starts(templates, prefix))
		return open_folder(build, templates);
	return build->content ? store_open_beside(build->content, str_from(templates, prefix.len),
					&build->arena, &build->diags)
			      : NULL;
}

static bool open_stores(struct build *build)
{
	const struct build_options *o = build->options;
	struct store_options options = {.location = o->source,
		.ref = o->ref,
		.subdir = o->subdir,
		.cache_dir = o->cache_dir,
		.progress = o->progress,
		.progress_ctx = o->progress_ctx};
	build->content = store_open(&options, &build->arena, &build->diags);
	build->templates = open_templates(build, o->templates);
	return build->content && build->templates;
}

static void add_documents(
	struct build *build, const struct store *store, const store_entries *entries)
{
	for (size_t i = 0; i < entries->len; i++) {
		str path = store_display_path(store, &build->arena, entries->items[i].path);
		build->documents[build->ndocuments++] = (struct document){
			.entry = &entries->items[i],
			.source = sources_add(&build->sources, path),
		};
	}
}

/* Sources 1 … n are the documents, in order; whatever listing had to point at
 * comes behind them. */
static bool list_documents(struct build *build)
{
	struct sources odd = {0};
	bool ok = store_list(build->content, &odd, &build->arena, &build->content_entries,
			  &build->diags) &&
		  store_list(build->templates, &odd, &build->arena, &build->template_entries,
			  &build->diags);
	size_t n = build->content_entries.len + build->template_entries.len;
	build->documents = xcalloc(n, sizeof(*build->documents));
	add_documents(build, build->content, &build->content_entries);
	add_documents(build, build->templates, &build->template_entries);
	for (size_t i = 0; i < odd.list.len; i++)
		sources_add(&build->sources, odd.list.items[i].path);
	for (size_t i = 0; i < build->diags.list.len; i++)
		if (build->diags.list.items[i].span.source)
			build->diags.list.items[i].span.source += (uint32_t)n;
	sources_release(&odd);
	build->sources.load = load_text;
	build->sources.load_ctx = build;
	return ok;
}

/* The day of the build: --now, else SOURCE_DATE_EPOCH, else the clock. */
static int64_t build_seconds(void)
{
	int64_t seconds;
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	if (epoch && str_to_int(str_of(epoch), &seconds))
		return seconds;
	return (int64_t)time(NULL);
}

/* Fills in the day the site is built for; --now or not, the time zone must be one. */
static bool find_today(struct build *build)
{
	struct day day;
	if (!day_at(build->site.config.timezone, build_seconds(), &day)) {
		struct value json = build->site.config.json;
		diag_add(&build->diags, DIAG_CONFIG,
			value_map_find(json.map, S("timezone"))->value.span,
			"no time zone is called '%.*s'", STR_ARGS(build->site.config.timezone));
		diag_note(&build->diags, SPAN_NONE, "a name such as Europe/Riga is wanted");
		return false;
	}
	str now = build->options->now;
	build->found.today = now.len ? now : day_text(day, &build->arena);
	return true;
}

/* Later than any clock on Earth can say now, or on the day of --now. */
static int64_t latest_second(const struct build *build)
{
	struct day today;
	int64_t seconds = build_seconds();
	if (day_parse(build->found.today, &today) && day_number(today) * DAY_S > seconds)
		seconds = day_number(today) * DAY_S;
	return seconds + DAY_S;
}

static void report_clock(struct build *build, const struct store_commit *commit)
{
	str day = commit_day(commit, build->site.config.timezone, &build->arena);
	diag_add(&build->diags, DIAG_SOURCE_CLOCK, SPAN_NONE,
		"the commit %.*s is of %.*s, a day still to come",
		STR_ARGS(str_sub(commit->id, 0, 12)), STR_ARGS(day));
	diag_note(&build->diags, SPAN_NONE,
		"a clock was wrong where it was made; what it changed shows no date until then");
}

/* Nothing says that it was changed on a day still to come, and no feed begins with it. */
static void forget_future(struct build *build)
{
	struct store_history *history = &build->history;
	size_t ndated = 0, nchanges = 0;
	int64_t latest = latest_second(build);
	const struct store_commit *odd = NULL;
	for (size_t i = 0; i < history->nchanges; i++)
		if (history->changes[i].commit->time <= latest)
			history->changes[nchanges++] = history->changes[i];
		else
			odd = history->changes[i].commit;
	for (size_t i = 0; i < history->ndated; i++)
		if (history->dated[i].commit->time <= latest)
			history->dated[ndated++] = history->dated[i];
		else
			odd = history->dated[i].commit;
	history->nchanges = nchanges;
	history->ndated = ndated;
	if (odd)
		report_clock(build, odd);
}

static void mix(struct build *build, str s)
{
	build->fingerprint = hash64_mix(build->fingerprint, s);
}

/* Everything that can change what is written, but not how fast. */
static void take_fingerprint(struct build *build)
{
	const struct build_options *o = build->options;
	mix(build, build_version());
	mix(build, messages_in_use());
	mix(build, o->base_url);
	mix(build, o->drafts ? S("drafts") : S(""));
	mix(build, o->strict_dates ? S("strict") : S(""));
	mix(build, o->compress ? S("compress") : S(""));
	mix(build, build->found.today);
	mix(build, build->history.head ? build->history.head->id : S(""));
	for (size_t i = 0; i < build->ndocuments; i++) {
		const struct store_entry *entry = build->documents[i].entry;
		mix(build, entry->path);
		mix(build, str_n((const char *)&entry->id, sizeof(entry->id)));
	}
}

static bool make_workers(struct build *build)
{
	build->workers = xcalloc(build->jobs, sizeof(*build->workers));
	build->privacy = xcalloc(build->jobs, sizeof(*build->privacy));
	build->scales = xcalloc(build->jobs, sizeof(*build->scales));
	for (unsigned i = 0; i < build->jobs; i++)
		if (!worker_init(
			    &build->workers[i], build->content, build->templates, &build->diags))
			return false;
	return true;
}

/* Their names hold a hash of their bytes, so old and new ones never meet. */
static bool lingers(str path)
{
	return str_starts(path, S("assets/"));
}

/* Files: linking them all anew is felt from here on. */
enum { SPARE_FROM = 200 };

/* Takes the lock on the output; sees whether anything has changed at all. */
static bool begin_publishing(struct build *build)
{
	const struct build_options *o = build->options;
	struct publish_options options = {
		.output = o->output,
		.fingerprint = build->fingerprint,
		.wait_ms = PUBLISH_WAIT_MS,
		.now_s = (int64_t)time(NULL),
		.lingers = lingers,
		.threads = build->jobs,
		.spare_from = SPARE_FROM,
	};
	if (!o->output.len && o->sink && o->sink->earlier)
		remember_take(build, o->sink->earlier->memory);
	if (!o->output.len)
		return true;
	build->publish = publish_begin(&options, &build->arena, &build->diags);
	build->nlisted = build->diags.list.len;
	if (build->publish && !o->force)
		remember_take(build, publish_remembered(build->publish));
	build->current =
		build->publish && !o->force && build->diags.nerrors == 0 &&
		publish_is_current(build->publish) &&
		transcript_read(publish_said(build->publish), build->ndocuments, &build->diags);
	return build->publish != NULL;
}

bool build_list(struct build *build)
{
	if (!open_stores(build) || !list_documents(build) ||
		!store_history(build->content, &build->arena, &build->history, &build->diags) ||
		!make_workers(build) || !build_read_config(build) || !find_today(build))
		return false;
	forget_future(build);
	take_fingerprint(build);
	return begin_publishing(build);
}
