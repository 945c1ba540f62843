#include "serve/preview.h"

#include <errno.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/messages.h"
#include "base/path.h"
#include "serve/server.h"
#include "source/url.h"
#include "sys/file.h"
#include "sys/interrupt.h"
#include "sys/thread.h"
#include "sys/watch.h"

enum { BEAT_MS = 15000 };

struct round;

struct preview {
	const struct preview_options *options;
	struct server *server;
	struct watch *watch;    /* NULL: changes can't be noticed */
	str content, templates; /* what the paths of their files begin with when they are saved */
	struct buf memory;      /* what the last good build remembered */
	struct round *last;     /* the last good build; NULL: there was none */
	struct arena arena;
};

/* --- what is said ------------------------------------------------------------------- */

static bool is_warning(const struct diag *diag)
{
	return diag->level == DIAG_WARNING;
}

/* When the diagnostic's file was saved; 0: that can't be told, as in a commit. */
static int64_t saved_at(const struct build *build, const struct diag *diag, struct arena *arena)
{
	struct file_info info;
	if (!diag->span.source)
		return 0;
	str path = sources_at(&build->sources, diag->span.source)->path;
	bool there = file_info(arena_cstr(arena, path), &info) == 0 && info.type != FILE_NONE;
	return there ? info.mtime_ns : 0;
}

/* Of the files that have errors (or warnings) the one that was saved last; 0: none. */
static uint32_t saved_last(const struct build *build, bool warnings)
{
	uint32_t last = 0;
	int64_t newest = 0;
	struct arena arena;
	arena_init(&arena);
	for (size_t i = 0; i < build->diags.list.len; i++) {
		const struct diag *diag = &build->diags.list.items[i];
		int64_t saved = is_warning(diag) == warnings ? saved_at(build, diag, &arena) : 0;
		if (saved <= newest)
			continue;
		newest = saved;
		last = diag->span.source;
	}
	arena_release(&arena);
	return last;
}

/* Somebody looks at what was just saved: what is said of it stands on top. */
static void say(struct buf *out, const struct build *build, bool warnings)
{
	uint32_t saved = saved_last(build, warnings);
	struct diags some = {0};
	for (int others = 0; others < 2; others++)
		for (size_t i = 0; i < build->diags.list.len; i++) {
			const struct diag *diag = &build->diags.list.items[i];
			if (is_warning(diag) == warnings && (diag->span.source != saved) == others)
				VEC_PUSH(&some.list, *diag);
		}
	report(out, &some, &build->sources, REPORT_TEXT, false);
	VEC_FREE(&some.list);
}

static void blame(struct server *server, const struct build *build)
{
	struct buf errors, warnings;
	buf_init(&errors);
	buf_init(&warnings);
	say(&errors, build, false);
	say(&warnings, build, true);
	server_blame(server, buf_str(&errors), buf_str(&warnings));
	buf_release(&errors);
	buf_release(&warnings);
}

static void remark(struct server *server, const struct build *build)
{
	struct buf warnings;
	buf_init(&warnings);
	say(&warnings, build, true);
	server_remark(server, buf_str(&warnings));
	buf_release(&warnings);
}

/* --- one build after the other ------------------------------------------------------ */

/* One build, with all that it points at. */
struct round {
	struct build build;
	struct build_options options;
	struct sink sink;
	struct earlier earlier;
	struct preview *preview;
	struct snapshot *before, *fresh;
	struct buf first;
};

static bool had_before(void *ctx, str path, uint64_t id)
{
	const struct round *round = ctx;
	return snapshot_has(round->before, path, id);
}

static void take_over(void *ctx, str path)
{
	const struct round *round = ctx;
	snapshot_take(round->fresh, round->before, path);
}

static size_t size_before(void *ctx, str path)
{
	const struct round *round = ctx;
	return snapshot_bytes(round->before, path).len;
}

static str read_taken(void *ctx, str path)
{
	const struct round *round = ctx;
	return snapshot_bytes(round->fresh, path);
}

static void remember(void *ctx, struct buf *memory)
{
	struct preview *preview = ((const struct round *)ctx)->preview;
	struct buf before = preview->memory;
	preview->memory = *memory;
	*memory = before;
}

static void put(void *ctx, str path, uint64_t id, str bytes)
{
	const struct round *round = ctx;
	snapshot_put(round->fresh, path, id, bytes);
}

/* All others are as they were. */
static void show_page(struct preview *preview, str path, str bytes)
{
	struct snapshot *shown = server_shown(preview->server);
	struct snapshot *fresh = snapshot_over(shown);
	snapshot_put(fresh, path, PUBLISH_BY_BYTES, bytes);
	snapshot_drop(shown);
	server_show(preview->server, fresh);
}

static void show_first(void *ctx, str path, str bytes)
{
	const struct round *round = ctx;
	if (!snapshot_has(round->before, path, hash64(bytes)))
		show_page(round->preview, path, bytes);
}

/* What is looked at comes first, unless a panel lies over it. */
static struct round *round_new(struct preview *preview)
{
	struct round *round = xcalloc(1, sizeof(*round));
	round->preview = preview;
	round->fresh = snapshot_new();
	round->before = server_shown(preview->server);
	if (!round->before)
		round->before = snapshot_new();
	buf_init(&round->first);
	if (!server_is_blamed(preview->server))
		server_looked_at(preview->server, &round->first);
	round->earlier = (struct earlier){.ctx = round,
		.memory = buf_str(&preview->memory),
		.has = had_before,
		.take = take_over,
		.size = size_before,
		.read = read_taken,
		.remember = remember};
	round->sink = (struct sink){.ctx = round,
		.put = put,
		.earlier = &round->earlier,
		.first = buf_str(&round->first),
		.made = show_first};
	round->options = preview->options->build;
	round->options.output = S("");
	round->options.sink = &round->sink;
	return round;
}

static void round_free(struct round *round)
{
	if (!round)
		return;
	build_release(&round->build);
	snapshot_drop(round->before);
	snapshot_drop(round->fresh);
	buf_release(&round->first);
	free(round);
}

/* The model of a good build stays, to show pages from. */
static void end_round(struct preview *preview, struct round *round, bool good)
{
	snapshot_drop(round->before);
	round->before = NULL;
	if (good) {
		snapshot_describe(round->fresh, &round->build.site);
		remark(preview->server, &round->build);
		server_show(preview->server, round->fresh);
		round->fresh = NULL;
	} else {
		blame(preview->server, &round->build);
	}
	preview->options->built(preview->options->ctx, &round->build);
	round_free(good ? preview->last : round);
	preview->last = good ? round : preview->last;
}

static void build_once(struct preview *preview)
{
	struct round *round = round_new(preview);
	bool good = build_run(&round->build, &round->options);
	end_round(preview, round, good);
}

/* --- what was saved, before all else -------------------------------------------------- */

struct quick {
	struct snapshot *shown, *fresh; /* fresh: NULL while all looks as it did */
};

static void put_page(void *ctx, str path, str bytes)
{
	struct quick *quick = ctx;
	if (snapshot_has(quick->shown, path, hash64(bytes)))
		return;
	if (!quick->fresh)
		quick->fresh = snapshot_over(quick->shown);
	snapshot_put(quick->fresh, path, PUBLISH_BY_BYTES, bytes);
}

/* Which of its files is at that path? False: it lies in none of the folders. */
static bool find_saved(const struct preview *preview, str path, struct build_saved *saved)
{
	bool content = preview->content.len && str_starts(path, preview->content);
	bool templates = preview->templates.len && str_starts(path, preview->templates);
	saved->folder = content ? BUILD_CONTENT : BUILD_TEMPLATES;
	saved->path = str_from(path, content ? preview->content.len : preview->templates.len);
	return content || templates;
}

static void show_saved(struct preview *preview, str path)
{
	struct build_saved saved;
	struct buf looked_at;
	if (!preview->last || server_is_blamed(preview->server) ||
		!find_saved(preview, path, &saved))
		return;
	struct quick quick = {.shown = server_shown(preview->server)};
	buf_init(&looked_at);
	server_looked_at(preview->server, &looked_at);
	saved.looked_at = buf_str(&looked_at);
	bool good = build_again(&preview->last->build, &saved, put_page, &quick);
	buf_release(&looked_at);
	snapshot_drop(quick.shown);
	if (good && quick.fresh)
		server_show(preview->server, quick.fresh);
	else
		snapshot_drop(quick.fresh);
}

static void build_always(void *ctx)
{
	struct preview *preview = ctx;
	str saved = S("");
	for (bool more = true; more;) {
		build_once(preview);
		more = preview->watch && watch_wait(preview->watch, &saved);
		if (more && saved.len)
			show_saved(preview, saved);
		more = more && watch_settle(preview->watch);
	}
}

/* --- watching ----------------------------------------------------------------------- */

/* A folder that is still missing is a folder; a commit never changes. */
static bool is_watchable(const struct build_options *build, const char *folder)
{
	struct file_info info;
	if (build->ref.len)
		return false;
	return (file_info(folder, &info) == 0 && info.type != FILE_NONE) ||
	       !url_is_remote(build->source);
}

static void start_watching(struct preview *preview, struct diags *diags)
{
	const struct build_options *build = &preview->options->build;
	const char *folders[2];
	size_t n = 0;
	struct arena arena;
	arena_init(&arena);
	const char *content = arena_cstr(&arena, path_join(&arena, build->source, build->subdir));
	preview->content = arena_join(&preview->arena, str_of(content), S("/"), S(""));
	preview->templates = arena_join(&preview->arena, build->templates, S("/"), S(""));
	folders[n++] = arena_cstr(&arena, build->templates);
	if (is_watchable(build, content))
		folders[n++] = content;
	int error = watch_open(folders, n, &preview->watch);
	arena_release(&arena);
	if (!error)
		error = watch_error(preview->watch);
	if (!error)
		return;
	diag_add(diags, DIAG_SERVE_WATCH, SPAN_NONE, "not every change will be noticed: %s",
		messages_of_error(error));
	if (error == ENOSPC || error == EMFILE)
		diag_note(diags, SPAN_NONE,
			"the limits are fs.inotify.max_user_watches and max_user_instances");
}

/* --- from start to end -------------------------------------------------------------- */

static void preview_free(struct preview *preview)
{
	round_free(preview->last);
	buf_release(&preview->memory);
	arena_release(&preview->arena);
	free(preview);
}

struct preview *preview_open(const struct preview_options *options, struct diags *diags)
{
	struct preview *preview = xcalloc(1, sizeof(*preview));
	interrupt_hold();
	preview->options = options;
	buf_init(&preview->memory);
	arena_init(&preview->arena);
	preview->server = server_start(options->address, options->port, diags);
	if (preview->server) {
		start_watching(preview, diags);
		return preview;
	}
	preview_free(preview);
	return NULL;
}

void preview_run(struct preview *preview)
{
	struct thread *builder = thread_start(build_always, preview);
	while (!interrupt_wait(BEAT_MS))
		server_beat(preview->server);
	interrupt_let_go();
	if (preview->watch)
		watch_end(preview->watch);
	thread_join(builder);
}

void preview_close(struct preview *preview)
{
	server_stop(preview->server);
	watch_close(preview->watch);
	preview_free(preview);
}
