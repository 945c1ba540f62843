#include <errno.h>
#include <stdio.h>

#include "base/messages.h"
#include "base/path.h"
#include "cmd/command.h"
#include "move/move.h"
#include "sys/interrupt.h"

/* Old addresses and hashes are known when the site has been made once without them,
 * and a hash may change once more by them. */
enum { ROUNDS = 3 };

static enum status complain(str about, const char *what)
{
	fprintf(stderr, _("tilts move: %.*s: %s\n"), STR_ARGS(about), what);
	return STATUS_USAGE;
}

static enum status complain_machine(const struct move *move, int error)
{
	complain(move->root, messages_of_error(error));
	fprintf(stderr, _("tilts move: nothing was moved\n"));
	return STATUS_MACHINE;
}

/* Warnings are another day's matter. */
static void print_errors(struct build *build)
{
	size_t n = 0;
	for (size_t i = 0; i < build->diags.list.len; i++)
		if (build->diags.list.items[i].level != DIAG_WARNING)
			build->diags.list.items[n++] = build->diags.list.items[i];
	build->diags.list.len = n;
	print_report(&build->diags, &build->sources, REPORT_TEXT, stderr);
}

/* What may be meant by a path of which there is no file. */
static void print_near(const struct build *build, str wanted)
{
	VEC(str) names = {0};
	for (size_t i = 0; i < build->content_entries.len; i++) {
		VEC_PUSH(&names, path_stem(build->content_entries.items[i].path));
		VEC_PUSH(&names, path_dir(build->content_entries.items[i].path));
	}
	print_nearest(path_stem(wanted), names.items, names.len);
	VEC_FREE(&names);
}

/* The site as it would be; its messages name the files where they will lie. */
static void build_staged(const struct move *move, const struct arguments *arguments, str staged[2],
	struct build *out)
{
	struct build_options options = arguments->build;
	options.source = staged[0];
	options.subdir = options.output = S("");
	options.templates = staged[1];
	build_run(out, &options);
	out->options = NULL;
	for (size_t i = 0; i < out->sources.list.len; i++) {
		struct source *source = &out->sources.list.items[i];
		for (int k = 0; k < 2; k++)
			if (str_starts(source->path, staged[k]))
				source->path =
					path_join(move->arena, k ? move->templates : move->root,
						str_from(source->path, staged[k].len + 1));
	}
}

static bool is_outdated_anew(const struct move *move, const struct build *after)
{
	size_t before = 0, now = 0;
	for (size_t i = 0; i < move->before->site.pages.len; i++)
		before += page_is_outdated(move->before->site.pages.items[i]);
	for (size_t i = 0; i < after->site.pages.len; i++)
		now += page_is_outdated(after->site.pages.items[i]);
	return now > before;
}

/* Finds all edits and lays out the content with them; the last build is `after`. */
static int rehearse(struct move *move, const struct arguments *arguments, struct build *after)
{
	str staged[2];
	move_find_edits(move, NULL);
	for (int round = 0; round < ROUNDS; round++) {
		if (round)
			move_find_edits(move, after);
		build_release(after);
		*after = (struct build){0};
		int error = stage_make(move, &staged[0], &staged[1]);
		if (error)
			return error;
		build_staged(move, arguments, staged, after);
		if (round && !is_outdated_anew(move, after))
			return 0;
	}
	return 0;
}

static void print_moves(const struct move *move)
{
	for (size_t i = 0; i < move->before->ndocuments; i++) {
		const struct document *document = &move->before->documents[i];
		str from = document->entry->path, to = move_path(move, document);
		size_t first, n = edits_of(&move->edits, (uint32_t)i + 1, &first);
		if (!str_eq(from, to))
			printf("%.*s -> %.*s\n", STR_ARGS(from), STR_ARGS(to));
		else if (n)
			printf(ngettext("%.*s: %zu place\n", "%.*s: %zu places\n", n),
				STR_ARGS(from), n);
	}
	for (size_t i = 0; i < move->leads.len; i++)
		if (move->leads.items[i].page->kind == PAGE_CONTENT)
			printf("%.*s -> %.*s\n", STR_ARGS(move->leads.items[i].from),
				STR_ARGS(move->leads.items[i].to));
}

/* Puts all in place, unless somebody wishes to end it: from here on nothing may stop it. */
static int publish(struct move *move)
{
	return interrupt_wait(0) ? ECANCELED : stage_publish(move);
}

static enum status move_all(struct move *move, const struct arguments *arguments)
{
	struct build after = {0};
	enum status status = STATUS_OK;
	interrupt_hold(); /* a page without its links, or a folder full of copies, would stay */
	int error = rehearse(move, arguments, &after);
	if (!error && after.diags.nerrors) {
		print_errors(&after);
		fprintf(stderr, _("tilts move: nothing was moved: there would be mistakes\n"));
		status = STATUS_CONTENT;
	} else if (!error) {
		error = publish(move);
	}
	stage_remove(move);
	build_release(&after);
	if (error)
		status = complain_machine(move, error);
	else if (status == STATUS_OK)
		print_moves(move);
	fflush(stdout); /* a wish that came too late ends the program here */
	interrupt_let_go();
	return status;
}

/* What can't be read holds links that nobody finds. */
static bool is_clean(struct build *build)
{
	if (!build->diags.nerrors)
		return true;
	print_errors(build);
	fprintf(stderr, _("tilts move: mend these first, so that every link is found\n"));
	return false;
}

static str templates_of(const struct build_options *options, struct arena *arena)
{
	str prefix = S(TEMPLATES_IN_SOURCE);
	if (!str_starts(options->templates, prefix))
		return options->templates;
	return path_join(arena, options->source, str_from(options->templates, prefix.len));
}

static enum status read_and_move(struct move *move, const struct arguments *arguments)
{
	str about = move->root;
	const char *fault = NULL;
	int error = stage_find_fault(move, &fault, &about);
	if (fault)
		return complain(path_join(move->arena, move->root, about), _(fault));
	if (!error && move_read(move, &error, &about))
		return move_all(move, arguments);
	complain(about, messages_of_error(error));
	return STATUS_MACHINE;
}

static enum status move_in(
	const struct arguments *arguments, const struct build *build, struct arena *arena, str root)
{
	str about;
	struct move move = {.before = build,
		.root = root,
		.templates = templates_of(&arguments->build, arena),
		.arena = arena};
	const char *fault = goal_read(&move.goal, build, root, str_of(arguments->words[0]),
		str_of(arguments->words[1]), arena, &about);
	if (fault) {
		fprintf(stderr, _("tilts move: %.*s: %s"), STR_ARGS(about), _(fault));
		if (!move.goal.from.len)
			print_near(build, about);
		fputc('\n', stderr);
		return STATUS_USAGE;
	}
	enum status status = read_and_move(&move, arguments);
	move_release(&move);
	return status;
}

enum status command_move(const struct arguments *arguments)
{
	str root;
	struct arena arena;
	struct build build = {0};
	enum status status = STATUS_USAGE;
	if (arguments->nwords != 2) {
		fprintf(stderr, _("tilts move: from where to where? For example content/lv/a.md "
				  "content/lv/b/c.md\n"));
		return STATUS_USAGE;
	}
	arena_init(&arena);
	if (find_root(arguments, &arena, &root) && read_site(arguments, &build, &status))
		status = is_clean(&build) ? move_in(arguments, &build, &arena, root)
					  : STATUS_CONTENT;
	build_release(&build);
	arena_release(&arena);
	return status;
}
