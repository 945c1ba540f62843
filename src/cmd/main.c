#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "cmd/command.h"
#include "locale/memory.h"
#include "sys/file.h"
#include "sys/streams.h"

static const struct command commands[] = {
	{STR_INIT("build"), "", N_("render the content and publish it"),
		OPTIONS_SITE | OPTIONS_FOLDER | OPTIONS_OUTPUT, command_build},
	{STR_INIT("check"), "", N_("look for mistakes; write nothing"),
		OPTIONS_SITE | OPTIONS_FORMAT, command_check},
	{STR_INIT("follow"), "", N_("publish whatever the repository comes to hold"),
		OPTIONS_SITE | OPTIONS_FOLDER | OPTIONS_OUTPUT | OPTIONS_FOLLOW, command_follow},
	{STR_INIT("host"), "nginx | apache | caddy | headers",
		N_("print a web server's configuration for this site"),
		OPTIONS_SOURCE | OPTIONS_ADDRESS | OPTIONS_FOLDER, command_host},
	{STR_INIT("serve"), "", N_("show the site in a browser while you write"),
		OPTIONS_SITE | OPTIONS_SERVE, command_serve},
	{STR_INIT("new"), "KIND ID | page PATH | ci FORGE", N_("begin a record or a page"),
		OPTIONS_SOURCE, command_new},
	{STR_INIT("init"), "DIR", N_("begin a portal of another country or town"), OPTIONS_INIT,
		command_init},
	{STR_INIT("move"), "FROM TO",
		N_("rename a page, a folder or a record, and all links to it"), OPTIONS_SOURCE,
		command_move},
	{STR_INIT("hash"), "PATH...", N_("print what source_hash of a translation should be"),
		OPTIONS_SOURCE | OPTIONS_HASH, command_hash},
	{STR_INIT("search"), "WORDS", N_("print what a reader who types the words would find"),
		OPTIONS_SITE | OPTIONS_SEARCH, command_search},
	{STR_INIT("cms"), "DIR", N_("write a form for editors, to be opened in a browser"),
		OPTIONS_SOURCE | OPTIONS_FOLDER | OPTIONS_CMS, command_cms},
	{STR_INIT("explain"), "[ID...]", N_("say more about a message"), 0, command_explain},
};

static void help(void)
{
	printf("%s\n\n%s\n\n",
		_("tilts turns a git repository of Markdown and JSON into a static portal."),
		_("usage: tilts COMMAND [OPTIONS]"));
	for (size_t i = 0; i < ARRAY_LEN(commands); i++)
		printf("  %-8.*s %s\n", STR_ARGS(commands[i].name), _(commands[i].summary));
	printf("\n%s\n%s\n", _("tilts COMMAND --help lists the options, man tilts tells all."),
		_("Exit status: 0 done, 1 the content has errors, 2 usage, 3 the machine failed."));
}

static void command_help(const struct command *command)
{
	printf("%s tilts %.*s%s%s [OPTIONS]\n\n%s\n\n", _("usage:"), STR_ARGS(command->name),
		command->usage[0] ? " " : "", command->usage, _(command->summary));
	options_help(command);
}

static const struct command *find_command(str name)
{
	str names[ARRAY_LEN(commands)];
	for (size_t i = 0; i < ARRAY_LEN(commands); i++) {
		names[i] = commands[i].name;
		if (str_eq(name, names[i]))
			return &commands[i];
	}
	fprintf(stderr, _("tilts: unknown command '%.*s'"), STR_ARGS(name));
	print_nearest(name, names, ARRAY_LEN(commands));
	fprintf(stderr, "\n%s\n", _("tilts --help lists the commands"));
	return NULL;
}

static bool is_word(const char *argument, const char *a, const char *b)
{
	return strcmp(argument, a) == 0 || strcmp(argument, b) == 0;
}

/* reproducible-builds.org/specs/source-date-epoch: what is no time must not go by
 * unnoticed. To the end of the year 9999. */
#define EPOCH_MAX 253402300799

static bool epoch_is_time(void)
{
	int64_t seconds;
	str epoch = str_of(getenv("SOURCE_DATE_EPOCH"));
	if (!epoch.len || (str_to_int(epoch, &seconds) && seconds >= 0 && seconds <= EPOCH_MAX))
		return true;
	fprintf(stderr, _("tilts: SOURCE_DATE_EPOCH wants seconds since 1970, not '%.*s'\n"),
		STR_ARGS(epoch));
	return false;
}

/* "tilts help build", as of other programs with commands; it is itself one. */
static enum status help_with(str name)
{
	if (!name.len || str_eq(name, S("help"))) {
		help();
		return STATUS_OK;
	}
	const struct command *command = find_command(name);
	if (command)
		command_help(command);
	return command ? STATUS_OK : STATUS_USAGE;
}

/* glibc gives large blocks back to the system one by one, until the first of them is freed: then it
 * keeps all blocks up to that size in heaps of threads, where the ends of buffers that grew stay as
 * holes (mallopt(3), the dynamic threshold). Told the size that it begins with, it stays with it:
 * the peak of a build of 10 000 records falls by a fifth, for about a hundredth more work. */
static void return_large_blocks(void)
{
#ifdef M_MMAP_THRESHOLD
	mallopt(M_MMAP_THRESHOLD, 128 * 1024);
#endif
}

static enum status obey(const struct command *command, const struct arguments *arguments)
{
	messages_use(arguments->messages);
	if (arguments->help) {
		command_help(command);
		return STATUS_OK;
	}
	return epoch_is_time() ? command->run(arguments) : STATUS_USAGE;
}

static enum status run(const struct command *command, int argc, char **argv)
{
	enum status status = STATUS_USAGE;
	struct arguments arguments = {.build = {.source = S("content"),
					      .templates = S("templates"),
					      .output = S("public")},
		.port = 8000,
		.address = S("127.0.0.1"),
		.interval_s = 60,
		.decap = S("node_modules/decap-cms/dist/decap-cms.js")};
	arena_init(&arguments.texts);
	if (options_parse(command, argc, argv, &arguments))
		status = obey(command, &arguments);
	arena_release(&arguments.texts);
	return status;
}

static enum status obey_words(int argc, char **argv)
{
	if (argc < 2 || is_word(argv[1], "--help", "-h")) {
		help();
		return argc < 2 ? STATUS_USAGE : STATUS_OK;
	}
	if (strcmp(argv[1], "help") == 0)
		return help_with(argc > 2 ? str_of(argv[2]) : S(""));
	if (is_word(argv[1], "--version", "-V")) {
		printf(_("tilts %s\n"), TILTS_VERSION);
		return STATUS_OK;
	}
	locale_check_memory();
	const struct command *command = find_command(str_of(argv[1]));
	return command ? run(command, argc - 2, argv + 2) : STATUS_USAGE;
}

/* Half a configuration or report is not to be taken for a whole one. */
static enum status end_output(enum status status)
{
	int error = streams_close();
	if (!error)
		return status;
	fprintf(stderr, _("tilts: can't write what is to be printed: %s\n"),
		messages_of_error(error));
	return STATUS_MACHINE;
}

int main(int argc, char **argv)
{
	streams_open();
	file_limit_is_error();
	return_large_blocks();
	messages_open();
	messages_use(messages_wanted());
	return (int)end_output(obey_words(argc, argv));
}
