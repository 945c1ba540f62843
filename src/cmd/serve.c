#include <stdio.h>

#include "base/messages.h"
#include "cmd/command.h"
#include "serve/preview.h"

static void say_built(void *ctx, const struct build *build)
{
	UNUSED(ctx);
	print_report(&build->diags, &build->sources, REPORT_TEXT, stderr);
	print_counts(build);
	if (build->diags.nerrors)
		printf(_("the pages stay as they were, and show what is wrong\n"));
	else
		printf(_("%zu pages\n"), build->npages);
	fflush(stdout);
}

static void say_address(const struct arguments *arguments)
{
	bool six = str_find_char(arguments->address, ':') != STR_NONE;
	printf(_("http://%s%.*s%s:%u/ shows the site and follows every change; Ctrl-C ends\n"),
		six ? "[" : "", STR_ARGS(arguments->address), six ? "]" : "", arguments->port);
	fflush(stdout);
}

enum status command_serve(const struct arguments *arguments)
{
	const struct sources none = {0};
	struct preview_options options = {.build = arguments->build,
		.address = arguments->address,
		.port = arguments->port,
		.built = say_built};
	struct diags diags;
	if (!no_words(arguments))
		return STATUS_USAGE;
	options.build.progress = terminal_progress();
	options.build.site_messages = !arguments->messages.len;
	diags_init(&diags);
	struct preview *preview = preview_open(&options, &diags);
	print_report(&diags, &none, REPORT_TEXT, stderr);
	diags_release(&diags);
	if (!preview)
		return STATUS_MACHINE;
	say_address(arguments);
	preview_run(preview);
	preview_close(preview);
	return STATUS_OK;
}
