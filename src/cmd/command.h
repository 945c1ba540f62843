/*
 * The command line as tables: a command is a row, an option is a row. Parsing,
 * help and the manual read the same rows. Only this folder prints and exits.
 */
#ifndef CMD_COMMAND_H
#define CMD_COMMAND_H

#include "build/build.h"

/* Exit status. */
enum status {
	STATUS_OK = 0,
	STATUS_CONTENT = 1, /* the content has errors */
	STATUS_USAGE = 2,
	STATUS_MACHINE = 3, /* disk, network, repository, memory */
};

struct arguments {
	struct build_options build;
	enum report_format format;
	const char *const *words; /* what is no option */
	size_t nwords;
	str messages; /* their language; empty: as the environment, or the site, says */
	bool help;
	unsigned port;
	str address;
	unsigned interval_s; /* of follow */
	unsigned hook_port;
	str secret;
	str status;
	str on_result;
	struct arena texts; /* of settings */
	const char *asker;  /* "FILE:3" while a setting is read, else NULL */
	str language;
	str country; /* of init */
	bool write;  /* of hash */
	str decap;   /* of cms: the CMS's own file */
};

struct command {
	str name;
	const char *usage;   /* what follows the name */
	const char *summary; /* one line */
	unsigned options;    /* bits of the options it takes */
	enum status (*run)(const struct arguments *arguments);
};

/* Bits of struct command's `options`. */
enum option_group {
	OPTIONS_SOURCE = 1, /* what is read */
	OPTIONS_OUTPUT = 2, /* how it is published */
	OPTIONS_FORMAT = 4,
	OPTIONS_SERVE = 8,
	OPTIONS_FOLLOW = 16,
	OPTIONS_SEARCH = 32,
	OPTIONS_HASH = 64,
	OPTIONS_ANY = 128, /* of every command */
	OPTIONS_CMS = 256,
	OPTIONS_INIT = 512,
	OPTIONS_FOLDER = 1024,
	OPTIONS_DAY = 2048, /* on which day, and with which pages */
	OPTIONS_ADDRESS = 4096,
	OPTIONS_SITE = OPTIONS_SOURCE | OPTIONS_DAY | OPTIONS_ADDRESS, /* a whole site */
};

/* Reads argv behind the command's name. Complains and gives false when it can't. */
bool options_parse(
	const struct command *command, int argc, char **argv, struct arguments *arguments);
/* Builds without writing; mistakes in the content are not the matter here. False
 * when there is no site at all: it is said why, and *status is how to end. */
bool read_site(const struct arguments *arguments, struct build *build, enum status *status);

/* Appends a file that came with tilts, at most SHARED_MAX bytes. 0 or an errno value. */
#define SHARED_MAX ((size_t)8 << 20)
int read_shared_file(const char *name, struct buf *out);

/* The content root on disk; false, with a complaint, when it is a commit. */
bool find_root(const struct arguments *arguments, struct arena *arena, str *out);

/* Prints the options that the command takes. */
void options_help(const struct command *command);

/* "; did you mean 'build'?" on stderr; nothing when no name is near. */
void print_nearest(str wanted, const str *names, size_t n);
/* The absolute path without links, though its last parts may not be there yet. */
str real_path(str path, struct arena *arena);
/* Is it the folder, or in it? Of two real paths. */
bool is_below(str path, str folder);
/* False, with a complaint, when a build would write into what it reads. */
bool output_lies_apart(const struct build_options *options);
/* False, with a complaint, when there are words but the command takes none. */
bool no_words(const struct arguments *arguments);

/* What shows how far a fetch is; NULL when nobody would see it. */
store_progress_fn *terminal_progress(void);
void print_report(const struct diags *diags, const struct sources *sources,
	enum report_format format, FILE *to);
/* "2 errors, 1 warning" on stderr; nothing when there are none. */
void print_counts(const struct build *build);

enum status command_build(const struct arguments *arguments);
enum status command_check(const struct arguments *arguments);
enum status command_follow(const struct arguments *arguments);
enum status command_host(const struct arguments *arguments);
enum status command_serve(const struct arguments *arguments);
enum status command_new(const struct arguments *arguments);
enum status command_explain(const struct arguments *arguments);
enum status command_search(const struct arguments *arguments);
enum status command_cms(const struct arguments *arguments);
enum status command_hash(const struct arguments *arguments);
enum status command_init(const struct arguments *arguments);
enum status command_move(const struct arguments *arguments);

#endif
