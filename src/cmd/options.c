#include <stdio.h>
#include <string.h>

#include "base/messages.h"
#include "base/path.h"
#include "cmd/command.h"
#include "cmd/settings.h"
#include "sys/listen.h"
#include "value/format.h"

enum { DASHES = 2 };

enum option_kind { OPTION_TEXT, OPTION_NUMBER, OPTION_FLAG, OPTION_FORMAT, OPTION_SETTINGS };

/* What a text must be; `words` say it. */
struct option_form {
	bool (*fits)(str value);
	const char *words;
};

struct option_row {
	const char *name;
	const char *argument; /* NULL for a flag */
	const char *help;
	enum option_kind kind;
	unsigned group;
	const struct option_form *form; /* of a text */
	size_t offset;                  /* in struct arguments */
};

/* --- what values must be ------------------------------------------------------------ */

static bool is_something(str value)
{
	return value.len > 0;
}

static bool is_day(str value)
{
	return format_accepts(FORMAT_DATE, value);
}

static bool is_inside(str value)
{
	struct arena arena;
	str resolved;
	arena_init(&arena);
	bool inside = path_resolve(&arena, S(""), value, &resolved);
	arena_release(&arena);
	return inside;
}

static const struct option_form language = {messages_has, N_("lv, ru or en")};
static const struct option_form something = {is_something, N_("a value")};
static const struct option_form day = {is_day, N_("a day such as 2026-12-24")};
static const struct option_form inside = {is_inside, N_("a folder inside the source")};
static const struct option_form site_address = {
	config_is_base_url, N_("an address such as https://host or https://host/path")};
static const struct option_form machine_address = {
	listen_is_address, N_("an address of this machine such as 127.0.0.1 or ::1")};

/* --- the options -------------------------------------------------------------------- */

#define AT(member) offsetof(struct arguments, member)

static const struct option_row rows[] = {
	{"--source", "DIR|URL", N_("content: a folder, or a git repository (default: content)"),
		OPTION_TEXT, OPTIONS_SOURCE, &something, AT(build.source)},
	{"--ref", "REF", N_("the branch, tag or commit to read, instead of the folder as it is"),
		OPTION_TEXT, OPTIONS_SOURCE, &something, AT(build.ref)},
	{"--subdir", "DIR", N_("the folder with site.json inside the repository"), OPTION_TEXT,
		OPTIONS_SOURCE, &inside, AT(build.subdir)},
	{"--templates", "DIR",
		N_("templates (default: templates); source:DIR: a folder of the source"),
		OPTION_TEXT, OPTIONS_SOURCE, &something, AT(build.templates)},
	{"--output", "DIR", N_("where the site goes (default: public)"), OPTION_TEXT,
		OPTIONS_FOLDER, &something, AT(build.output)},
	{"--base-url", "URL", N_("where the site will live, instead of site.json's base_url"),
		OPTION_TEXT, OPTIONS_ADDRESS, &site_address, AT(build.base_url)},
	{"--now", "YYYY-MM-DD", N_("build as if it were this day"), OPTION_TEXT, OPTIONS_DAY, &day,
		AT(build.now)},
	{"--jobs", "N", N_("threads (default: one for each processor)"), OPTION_NUMBER,
		OPTIONS_SOURCE, NULL, AT(build.jobs)},
	{"--drafts", NULL, N_("also publish pages with draft: true"), OPTION_FLAG, OPTIONS_DAY,
		NULL, AT(build.drafts)},
	{"--strict-dates", NULL, N_("facts whose check is overdue are errors"), OPTION_FLAG,
		OPTIONS_DAY, NULL, AT(build.strict_dates)},
	{"--cache", "DIR", N_("where copies of remote repositories are kept"), OPTION_TEXT,
		OPTIONS_SOURCE, &something, AT(build.cache_dir)},
	{"--force", NULL, N_("build even when nothing has changed"), OPTION_FLAG, OPTIONS_OUTPUT,
		NULL, AT(build.force)},
	{"--compress", NULL, N_("also write .gz and .br beside each text file"), OPTION_FLAG,
		OPTIONS_OUTPUT, NULL, AT(build.compress)},
	{"--write", NULL, N_("also write the hash into the translation"), OPTION_FLAG, OPTIONS_HASH,
		NULL, AT(write)},
	{"--decap", "FILE",
		N_("the CMS's own file (default: node_modules/decap-cms/dist/decap-cms.js)"),
		OPTION_TEXT, OPTIONS_CMS, &something, AT(decap)},
	{"--format", "text|json|github|gitlab", N_("how messages are printed"), OPTION_FORMAT,
		OPTIONS_FORMAT, NULL, AT(format)},
	{"--format", "text|json", N_("how results are printed"), OPTION_FORMAT, OPTIONS_SEARCH,
		NULL, AT(format)},
	{"--language", "CODE", N_("the reader's language (default: the site's first)"), OPTION_TEXT,
		OPTIONS_SEARCH, &something, AT(language)},
	{"--language", "CODE", N_("the portal's language (default: en)"), OPTION_TEXT, OPTIONS_INIT,
		&something, AT(language)},
	{"--country", "CODE", N_("two letters: whose phones and places are not told as foreign"),
		OPTION_TEXT, OPTIONS_INIT, &something, AT(country)},
	{"--messages", "lv|ru|en",
		N_("the language of messages (default: as LC_ALL, LC_MESSAGES, LANG say)"),
		OPTION_TEXT, OPTIONS_ANY, &language, AT(messages)},
	{"--port", "N", N_("port to listen on (default: 8000)"), OPTION_NUMBER, OPTIONS_SERVE, NULL,
		AT(port)},
	{"--address", "ADDR", N_("address to listen on (default: 127.0.0.1)"), OPTION_TEXT,
		OPTIONS_SERVE, &machine_address, AT(address)},
	{"--interval", "SECONDS", N_("how often the repository is looked at (default: 60)"),
		OPTION_NUMBER, OPTIONS_FOLLOW, NULL, AT(interval_s)},
	{"--hook", "PORT", N_("hear webhooks at this port of 127.0.0.1"), OPTION_NUMBER,
		OPTIONS_FOLLOW, NULL, AT(hook_port)},
	{"--secret", "FILE", N_("the secret of the webhooks"), OPTION_TEXT, OPTIONS_FOLLOW,
		&something, AT(secret)},
	{"--status", "DIR", N_("where a status page and status.json go"), OPTION_TEXT,
		OPTIONS_FOLLOW, &something, AT(status)},
	{"--on-result", "PROGRAM", N_("is given each result as JSON"), OPTION_TEXT, OPTIONS_FOLLOW,
		&something, AT(on_result)},
	{"--settings", "FILE", N_("options as lines 'name = value'"), OPTION_SETTINGS,
		OPTIONS_FOLLOW, NULL, 0},
};

static bool takes(const struct command *command, const struct option_row *row)
{
	return row->group & (command->options | OPTIONS_ANY);
}

static const struct option_row *find_row(const struct command *command, str name)
{
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		if (takes(command, &rows[i]) && str_eq(name, str_of(rows[i].name)))
			return &rows[i];
	return NULL;
}

void print_nearest(str wanted, const str *names, size_t n)
{
	str nearest = str_nearest(wanted, names, n);
	if (nearest.len)
		fprintf(stderr, _("; did you mean '%.*s'?"), STR_ARGS(nearest));
}

/* The names that the command takes, without their first `skip` bytes. */
static void complain_nearest(const struct command *command, str name, size_t skip)
{
	str names[ARRAY_LEN(rows)];
	size_t n = 0;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		if (takes(command, &rows[i]))
			names[n++] = str_from(str_of(rows[i].name), skip);
	print_nearest(name, names, n);
}

static bool complain_unknown(const struct command *command, str name)
{
	fprintf(stderr, _("tilts %.*s: unknown option '%.*s'"), STR_ARGS(command->name),
		STR_ARGS(name));
	complain_nearest(command, name, 0);
	fprintf(stderr, _("\ntilts %.*s --help lists the options\n"), STR_ARGS(command->name));
	return false;
}

/* A setting has no dashes. */
static bool complain_value(const struct arguments *arguments, const struct option_row *row,
	str value, const char *wanted)
{
	fprintf(stderr, _("%s: %s wants %s, not '%.*s'\n"),
		arguments->asker ? arguments->asker : "tilts",
		row->name + (arguments->asker ? DASHES : 0), _(wanted), STR_ARGS(value));
	return false;
}

static bool set_format(struct arguments *arguments, const struct option_row *row, str value)
{
	static const str names[] = {
		STR_INIT("text"), STR_INIT("json"), STR_INIT("github"), STR_INIT("gitlab")};
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (str_eq(names[i], value) && strstr(row->argument, names[i].ptr)) {
			arguments->format = (enum report_format)i;
			return true;
		}
	return complain_value(arguments, row, value, row->argument);
}

static bool set(struct arguments *arguments, const struct option_row *row, str value)
{
	void *slot = (char *)arguments + row->offset;
	int64_t number;
	switch (row->kind) {
	case OPTION_FLAG:
		*(bool *)slot = true;
		return true;
	case OPTION_NUMBER:
		if (!str_to_int(value, &number) || number < 1 || number > 65535)
			return complain_value(
				arguments, row, value, N_("a number from 1 to 65535"));
		*(unsigned *)slot = (unsigned)number;
		return true;
	case OPTION_TEXT:
		if (!row->form->fits(value))
			return complain_value(arguments, row, value, row->form->words);
		*(str *)slot = value;
		return true;
	case OPTION_FORMAT:
		return set_format(arguments, row, value);
	case OPTION_SETTINGS:
		break; /* take_value() reads them */
	}
	return false;
}

/* --- settings ------------------------------------------------------------------------ */

static bool complain_setting(
	const struct command *command, const struct arguments *arguments, str name)
{
	fprintf(stderr, _("%s: unknown setting '%.*s'"), arguments->asker, STR_ARGS(name));
	complain_nearest(command, name, DASHES);
	fprintf(stderr,
		_("\nsettings are the options without '--'; tilts %.*s --help lists them\n"),
		STR_ARGS(command->name));
	return false;
}

static const struct option_row *find_setting(const struct command *command, str name)
{
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		if (takes(command, &rows[i]) && rows[i].kind != OPTION_SETTINGS &&
			str_eq(name, str_from(str_of(rows[i].name), DASHES)))
			return &rows[i];
	return NULL;
}

static bool take_setting(
	const struct command *command, const struct setting *setting, struct arguments *arguments)
{
	str value = setting->value;
	const struct option_row *row = find_setting(command, setting->name);
	if (!row)
		return complain_setting(command, arguments, setting->name);
	if (row->argument)
		return set(arguments, row, value);
	if (str_eq(value, S("yes")))
		return set(arguments, row, S(""));
	return str_eq(value, S("no")) || complain_value(arguments, row, value, N_("yes or no"));
}

static bool take_settings(const struct command *command, str path, struct arguments *arguments)
{
	setting_list settings = {0};
	bool good = settings_read(path, &arguments->texts, &settings);
	for (size_t i = 0; good && i < settings.len; i++) {
		arguments->asker = settings.items[i].place;
		good = take_setting(command, &settings.items[i], arguments);
	}
	arguments->asker = NULL;
	VEC_FREE(&settings);
	return good;
}

/* --- the command line --------------------------------------------------------------- */

static bool take_value(const struct command *command, const struct option_row *row, str value,
	struct arguments *arguments)
{
	if (row->kind == OPTION_SETTINGS)
		return take_settings(command, value, arguments);
	return set(arguments, row, value);
}

/* "--name=value" and "--name value". */
static bool take_option(
	const struct command *command, int argc, char **argv, int *at, struct arguments *arguments)
{
	str word = str_of(argv[*at]);
	size_t equals = str_find_char(word, '=');
	str name = str_sub(word, 0, equals);
	const struct option_row *row = find_row(command, name);
	if (!row)
		return complain_unknown(command, name);
	if (!row->argument) {
		if (equals != STR_NONE)
			return complain_value(
				arguments, row, str_from(word, equals + 1), N_("no value"));
		return set(arguments, row, S(""));
	}
	if (equals != STR_NONE)
		return take_value(command, row, str_from(word, equals + 1), arguments);
	if (*at + 1 >= argc) {
		fprintf(stderr, _("tilts: %s wants %s behind it\n"), row->name, row->argument);
		return false;
	}
	return take_value(command, row, str_of(argv[++*at]), arguments);
}

bool options_parse(
	const struct command *command, int argc, char **argv, struct arguments *arguments)
{
	int nwords = 0;
	for (int i = 0; i < argc; i++) {
		if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
			arguments->help = true;
		else if (argv[i][0] != '-' || !argv[i][1])
			argv[nwords++] = argv[i];
		else if (!take_option(command, argc, argv, &i, arguments))
			return false;
	}
	arguments->words = (const char *const *)argv;
	arguments->nwords = (size_t)nwords;
	return true;
}

void options_help(const struct command *command)
{
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		if (!takes(command, &rows[i]))
			continue;
		char left[48];
		snprintf(left, sizeof(left), "%s %s", rows[i].name,
			rows[i].argument ? rows[i].argument : "");
		printf("  %-26s %s\n", left, _(rows[i].help));
	}
}
