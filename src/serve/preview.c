#include "serve/preview.h"

#include <errno.h>

#include "base/messages.h"
#include "base/path.h"
#include "serve/server.h"
#include "source/url.h"
#include "sys/file.h"
#include "sys/interrupt.h"
#include "sys/thread.h"
#include "sys/watch.h"

enum { BEAT_MS = 15000 };

struct preview {
	const struct preview_options *options;
	struct server *server;
	struct watch *watch;   /* NULL: changes can't be noticed */
	struct snapshot *last; /* held; NULL: none was good yet */
};

/* --- building ----------------------------------------------------------------------- */

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

static void build_once(struct preview *preview)
{
	struct snapshot *snapshot = snapshot_new();
	struct sink sink = snapshot_sink(snapshot, preview->last);
	struct build_options options = preview->options->build;
	struct build build = {0};
	options.output = S("");
	options.sink = &sink;
	if (build_run(&build, &options)) {
		snapshot_describe(snapshot, &build.site);
		snapshot_drop(preview->last);
		preview->last = snapshot_hold(snapshot);
		server_show(preview->server, snapshot);
	} else {
		snapshot_drop(snapshot);
		blame(preview->server, &build);
	}
	preview->options->built(preview->options->ctx, &build);
	build_release(&build);
}

static void build_always(void *ctx)
{
	struct preview *preview = ctx;
	do {
		build_once(preview);
	} while (preview->watch && watch_wait(preview->watch));
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

struct preview *preview_open(const struct preview_options *options, struct diags *diags)
{
	struct preview *preview = xcalloc(1, sizeof(*preview));
	interrupt_hold();
	preview->options = options;
	preview->server = server_start(options->address, options->port, diags);
	if (preview->server) {
		start_watching(preview, diags);
		return preview;
	}
	free(preview);
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
	snapshot_drop(preview->last);
	free(preview);
}
