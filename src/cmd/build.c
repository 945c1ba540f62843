#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/messages.h"
#include "base/path.h"
#include "cmd/command.h"
#include "sys/file.h"

static void show_progress(void *ctx, unsigned done, unsigned total)
{
	UNUSED(ctx);
	if (!total)
		return;
	fputc('\r', stderr);
	fprintf(stderr, _("fetching %u of %u"), done, total);
	if (done == total)
		fputc('\n', stderr);
}

store_progress_fn *terminal_progress(void)
{
	return file_is_terminal(2) ? show_progress : NULL;
}

/* --- how far a build is -------------------------------------------------------------- */

enum {
	METER_AFTER_MS = 700, /* who waits no longer sees none */
	METER_EACH_MS = 200,
};

/* A line on the terminal that is written anew while a build is at work. */
struct meter {
	struct timespec start;
	double said; /* seconds since the start; 0: never */
};

static double seconds_since(const struct timespec *start)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

static void show_work(void *ctx, size_t begun, size_t all)
{
	struct meter *meter = ctx;
	double now = seconds_since(&meter->start);
	if (now < METER_AFTER_MS / 1e3 || now < meter->said + METER_EACH_MS / 1e3)
		return;
	meter->said = now;
	fprintf(stderr, "\r\033[K");
	fprintf(stderr, _("at work: %zu of %zu"), begun, all);
}

/* Runs the build; whoever sits at a terminal sees how far it is. */
static void run_shown(struct build *build, struct build_options *options)
{
	struct meter meter = {.said = 0};
	clock_gettime(CLOCK_MONOTONIC, &meter.start);
	options->progress = terminal_progress();
	options->work = options->progress ? show_work : NULL;
	options->work_ctx = &meter;
	build_run(build, options);
	build->options = NULL;
	if (meter.said > 0)
		fprintf(stderr, "\r\033[K");
}

void print_report(const struct diags *diags, const struct sources *sources,
	enum report_format format, FILE *to)
{
	struct buf out;
	bool colour = file_is_terminal(fileno(to)) && !getenv("NO_COLOR");
	buf_init(&out);
	report(&out, diags, sources, format, colour);
	fwrite(out.data, 1, out.len, to);
	buf_release(&out);
}

static enum status status_of(const struct build *build)
{
	if (build->diags.nfailures)
		return STATUS_MACHINE;
	return build->diags.nerrors ? STATUS_CONTENT : STATUS_OK;
}

/* Builds, prints what was found, and says with which status to end. */
static enum status run(const struct arguments *arguments, struct build *build)
{
	struct build_options options = arguments->build;
	run_shown(build, &options);
	print_report(&build->diags, &build->sources, arguments->format,
		arguments->format == REPORT_TEXT ? stderr : stdout);
	return status_of(build);
}

bool read_site(const struct arguments *arguments, struct build *build, enum status *status)
{
	struct build_options options = arguments->build;
	options.output = S("");
	run_shown(build, &options);
	*status = status_of(build);
	if (build->site.config.nlanguages)
		return true;
	print_report(&build->diags, &build->sources, REPORT_TEXT, stderr);
	return false;
}

void print_counts(const struct build *build)
{
	size_t errors = build->diags.nerrors, warnings = build->diags.list.len - errors;
	if (errors)
		fprintf(stderr, ngettext("%zu error, ", "%zu errors, ", errors), errors);
	if (errors || warnings)
		fprintf(stderr, ngettext("%zu warning\n", "%zu warnings\n", warnings), warnings);
}

bool no_words(const struct arguments *arguments)
{
	if (arguments->nwords == 0)
		return true;
	fprintf(stderr, _("tilts: nothing is known to do with '%s'\n"), arguments->words[0]);
	return false;
}

/* --- where the site goes ------------------------------------------------------------ */

str real_path(str path, struct arena *arena)
{
	str real = file_real_path(path.len ? arena_cstr(arena, path) : ".", arena);
	str dir = path_dir(path);
	if (real.len || !path.len)
		return real;
	if (!dir.len && str_starts(path, S("/")))
		dir = S("/");
	return path_join(arena, real_path(dir, arena), path_name(path));
}

bool is_below(str path, str folder)
{
	return str_starts(path, folder) &&
	       (path.len == folder.len || str_ends(folder, S("/")) || path.ptr[folder.len] == '/');
}

/* Of a URL there is no such folder; a commit does not change with its folder. */
static bool lies_apart(str output, str folder, struct arena *arena)
{
	str out = real_path(output, arena);
	str in = file_real_path(folder.len ? arena_cstr(arena, folder) : ".", arena);
	if (!in.len || (!is_below(out, in) && !is_below(in, out)))
		return true;
	fprintf(stderr, _("tilts build: --output must lie apart from '%.*s', not in '%.*s'\n"),
		STR_ARGS(folder), STR_ARGS(output));
	return false;
}

/* The next build would read what this one wrote, or lose what it reads. */
bool output_lies_apart(const struct build_options *options)
{
	struct arena arena;
	arena_init(&arena);
	str content = path_join(&arena, options->source, options->subdir);
	bool apart = (options->ref.len || lies_apart(options->output, content, &arena)) &&
		     (str_starts(options->templates, S(TEMPLATES_IN_SOURCE)) ||
			     lies_apart(options->output, options->templates, &arena));
	arena_release(&arena);
	return apart;
}

enum status command_build(const struct arguments *arguments)
{
	struct timespec start;
	struct build build = {0};
	if (!no_words(arguments) || !output_lies_apart(&arguments->build))
		return STATUS_USAGE;
	clock_gettime(CLOCK_MONOTONIC, &start);
	enum status status = run(arguments, &build);
	print_counts(&build);
	if (status != STATUS_OK)
		fprintf(stderr, _("nothing was published; %.*s is as it was\n"),
			STR_ARGS(arguments->build.output));
	else if (build.current)
		printf(_("%.*s: nothing has changed\n"), STR_ARGS(arguments->build.output));
	else
		printf(_("%.*s: %zu pages, %zu files new, %zu as before, %.2f s\n"),
			STR_ARGS(arguments->build.output), build.npages, build.counts.written,
			build.counts.unchanged, seconds_since(&start));
	build_release(&build);
	return status;
}

enum status command_check(const struct arguments *arguments)
{
	struct build build = {0};
	struct arguments check = *arguments;
	if (!no_words(arguments))
		return STATUS_USAGE;
	check.build.output = S("");
	enum status status = run(&check, &build);
	if (arguments->format == REPORT_TEXT) {
		print_counts(&build);
		if (status == STATUS_OK)
			printf(_("%zu pages, no errors\n"), build.npages);
	}
	build_release(&build);
	return status;
}
