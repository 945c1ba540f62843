#include "follow/attempt.h"

#include <errno.h>
#include <time.h>

#include "base/hash.h"
#include "base/messages.h"
#include "follow/status.h"
#include "locale/zone.h"
#include "sys/interrupt.h"
#include "sys/process.h"

enum { TOLD_WAIT_MS = 20 * 1000, DAY_S = 24 * 60 * 60 };

/* --- what an attempt finds out ------------------------------------------------------ */

static void copy(char *out, size_t size, str text)
{
	snprintf(out, size, "%.*s", STR_ARGS(text));
}

static void find_overdue(const struct build *build, struct overdue *out)
{
	copy(out->path, sizeof(out->path), build->oldest.path);
	copy(out->check_by, sizeof(out->check_by), build->oldest.check_by);
}

static int64_t midnight(str timezone, struct day day)
{
	int minutes = 0;
	zone_offset(timezone, day, 0, &minutes);
	return day_number(day) * DAY_S - (int64_t)minutes * 60;
}

static void find_day(const struct build *build, struct outcome *out)
{
	struct day day;
	str zone = build->site.config.timezone;
	bool fixed = build->options->now.len || getenv("SOURCE_DATE_EPOCH");
	if (fixed || !build->site.config.nlanguages || !day_parse(build->found.today, &day))
		return;
	out->begin_s = midnight(zone, day);
	out->end_s = midnight(zone, day_of_number(day_number(day) + 1));
}

/* What stays as it was when an attempt finds out nothing new of it. */
static struct outcome as_before(const struct attempt *attempt)
{
	struct outcome out = {.kind = OUTCOME_AS_BEFORE,
		.time = (int64_t)time(NULL),
		.overdue = attempt->published.overdue};
	memcpy(out.language, attempt->last.language, sizeof(out.language));
	return out;
}

static enum outcome_kind kind_of(const struct build *build)
{
	if (build->diags.nfailures)
		return OUTCOME_MACHINE;
	return build->diags.nerrors ? OUTCOME_MISTAKES : OUTCOME_PUBLISHED;
}

/* What a build did not look at is as it was: nothing changed, the machine failed, or a mistake
 * stood before all pages. */
static void describe(const struct build *build, const struct attempt *attempt, struct outcome *out)
{
	const struct outcome *before = &attempt->published;
	struct arena arena;
	arena_init(&arena);
	out->kind = kind_of(build);
	out->errors = build->diags.nerrors;
	out->warnings = build->diags.list.len - build->diags.nerrors;
	out->pages = build->current ? before->pages : build->npages;
	if (build->npages && out->kind != OUTCOME_MACHINE)
		find_overdue(build, &out->overdue);
	if (build->content)
		copy(out->commit, sizeof(out->commit), store_commit_id(build->content, &arena));
	if (build->site.config.nlanguages)
		copy(out->language, sizeof(out->language), build->site.config.languages[0].tag);
	find_day(build, out);
	arena_release(&arena);
}

/* --- telling ------------------------------------------------------------------------ */

static void say_once(const struct attempt *attempt, str words, struct outcome *out)
{
	out->words = hash64(words);
	if (words.len && out->words != attempt->last.words)
		attempt->options->say(attempt->options->ctx, words);
}

static void say_result(
	const struct attempt *attempt, const struct build *build, const struct outcome *out)
{
	struct buf line;
	if (build->current && strcmp(out->commit, attempt->published.commit) == 0)
		return;
	buf_init(&line);
	if (out->kind == OUTCOME_PUBLISHED)
		buf_printf(&line, _("published %.12s: %zu pages\n"), out->commit, out->pages);
	else if (out->commit[0])
		buf_printf(&line, _("%.12s was not published; the old site stays\n"), out->commit);
	else
		buf_add(&line, str_of(_("nothing was published; the old site stays\n")));
	attempt->options->say(attempt->options->ctx, buf_str(&line));
	buf_release(&line);
}

static void run_program(const struct attempt *attempt, str json)
{
	int status = 0;
	struct buf line;
	const char *program = attempt->options->on_result;
	if (!program)
		return;
	int error = process_feed(program, json, TOLD_WAIT_MS, &status);
	if (!error && !status)
		return;
	buf_init(&line);
	if (error)
		buf_printf(&line, "%s: %s\n", program, messages_of_error(error));
	else
		buf_printf(&line, _("%s ended with status %d\n"), program, status);
	attempt->options->say(attempt->options->ctx, buf_str(&line));
	buf_release(&line);
}

/* The status page first: what is told may be a link to it. */
static void tell(const struct attempt *attempt, const struct outcome *out,
	const struct diags *diags, const struct sources *sources)
{
	struct buf json;
	struct report_of of = {attempt, out, diags, sources};
	buf_init(&json);
	status_write_json(&of, &json);
	if (attempt->options->status.len)
		status_publish(&of, buf_str(&json));
	run_program(attempt, buf_str(&json));
	buf_release(&json);
}

/* --- the attempt -------------------------------------------------------------------- */

static struct store_options where(const struct build_options *build)
{
	return (struct store_options){.location = build->source,
		.ref = build->ref,
		.subdir = build->subdir,
		.cache_dir = build->cache_dir};
}

static void say_diags(const struct attempt *attempt, const struct diags *diags,
	const struct sources *sources, struct outcome *out)
{
	struct buf words;
	buf_init(&words);
	report(&words, diags, sources, REPORT_TEXT, false);
	say_once(attempt, buf_str(&words), out);
	buf_release(&words);
}

/* True: there is nothing to build. */
static bool look(const struct attempt *attempt, struct outcome *out)
{
	struct arena arena;
	struct diags diags;
	const struct sources none = {0};
	struct store_options options = where(&attempt->options->build);
	arena_init(&arena);
	diags_init(&diags);
	str id = store_look(&options, &arena, &diags);
	copy(out->commit, sizeof(out->commit), id);
	bool same = id.len && !attempt->force && str_eq(id, str_of(attempt->last.commit));
	if (!id.len) {
		out->kind = OUTCOME_MACHINE;
		out->errors = 1;
		say_diags(attempt, &diags, &none, out);
		tell(attempt, out, &diags, &none);
	}
	diags_release(&diags);
	arena_release(&arena);
	return same || !id.len;
}

/* A copy that could not be brought up to date is no success, but the site of the
 * day is published from it. */
static bool is_stale(const struct build *build)
{
	for (size_t i = 0; i < build->diags.list.len; i++)
		if (build->diags.list.items[i].id == DIAG_SOURCE_STALE)
			return true;
	return false;
}

static void build_it(const struct attempt *attempt, struct outcome *out)
{
	struct build build = {0};
	struct build_options options = attempt->options->build;
	build_run(&build, &options);
	describe(&build, attempt, out);
	say_diags(attempt, &build.diags, &build.sources, out);
	say_result(attempt, &build, out);
	if (out->kind == OUTCOME_PUBLISHED && is_stale(&build))
		out->kind = OUTCOME_MACHINE;
	tell(attempt, out, &build.diags, &build.sources);
	build_release(&build);
}

void attempt_speak(const struct attempt *attempt)
{
	if (attempt->options->build.site_messages)
		messages_use(str_of(attempt->last.language));
}

static void work(void *ctx, int line)
{
	const struct attempt *attempt = ctx;
	struct outcome out = as_before(attempt);
	interrupt_let_go();
	attempt_speak(attempt);
	if (!look(attempt, &out))
		build_it(attempt, &out);
	child_send(line, str_n((const char *)&out, sizeof(out)));
}

int attempt_start(struct attempt *attempt)
{
	return child_start(work, attempt, &attempt->child);
}

void attempt_finish(struct attempt *attempt, struct outcome *out)
{
	struct buf message;
	struct arena arena;
	struct diags none;
	const struct sources no_sources = {0};
	buf_init_limit(&message, 2 * CHILD_MESSAGE_MAX);
	arena_init(&arena);
	bool said = child_receive(attempt->child.line, -1, &message) == CHILD_SAID &&
		    message.len == sizeof(*out);
	const char *end = child_end(&attempt->child, &arena);
	*out = as_before(attempt);
	out->kind = OUTCOME_MACHINE;
	out->errors = 1;
	if (said) {
		memcpy(out, message.data, sizeof(*out));
	} else {
		snprintf(out->death, sizeof(out->death), _("the build died: %s\n"),
			end ? end : _("without a word"));
		say_once(attempt, str_of(out->death), out);
		diags_init(&none);
		tell(attempt, out, &none, &no_sources);
		diags_release(&none);
	}
	arena_release(&arena);
	buf_release(&message);
}

void attempt_stop(struct attempt *attempt)
{
	struct arena arena;
	arena_init(&arena);
	child_kill(&attempt->child, &arena);
	arena_release(&arena);
}
