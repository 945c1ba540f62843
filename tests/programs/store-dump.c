/*
 * Prints what a source holds, for tests that compare sources with each other
 * and with git:
 *
 *	store-dump [--ref REF] [--subdir DIR] [--cache DIR] [--silence SECONDS] [--whole SECONDS]
 *	           [--changes] [--forgets DROWSSAP] LOCATION
 *
 * One line a file: path, size, hash of its bytes, and of the last commit the
 * time, zone in minutes, id and subject. With --changes, the newest commits
 * and what they touched instead. With --forgets, a last line when the password, given from its end
 *to its beginning, is still anywhere in memory. Exit status as tilts: 0, 1 errors, 3 failures.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "diag/report.h"
#include "source/store.h"

enum { LIMIT = 8 << 20 };

struct dump {
	struct arena arena;
	struct diags diags;
	struct sources sources;
	struct store *store;
	bool changes;
	const char *forgets; /* a password from its end; NULL: none */
};

static void print_commit(const struct store_commit *commit)
{
	if (commit)
		printf(" %lld %d %.*s %.*s", (long long)commit->time, commit->offset_minutes,
			STR_ARGS(commit->id), STR_ARGS(commit->subject));
	putchar('\n');
}

static void print_files(struct dump *dump, const struct store_history *history)
{
	store_entries entries = {0};
	struct buf bytes;
	buf_init(&bytes);
	struct store_reader *reader = store_reader_new(dump->store, &dump->diags);
	store_list(dump->store, &dump->sources, &dump->arena, &entries, &dump->diags);
	for (size_t i = 0; reader && i < entries.len; i++) {
		const struct store_entry *entry = &entries.items[i];
		str shown = store_display_path(dump->store, &dump->arena, entry->path);
		struct span span = span_file(sources_add(&dump->sources, shown));
		buf_clear(&bytes);
		if (!store_read(reader, entry, LIMIT, &bytes, span, &dump->diags))
			continue;
		printf("%.*s %zu %016llx", STR_ARGS(entry->path), bytes.len,
			(unsigned long long)hash64(buf_str(&bytes)));
		print_commit(store_history_find(history, entry->path));
	}
	store_reader_free(reader);
	buf_release(&bytes);
	VEC_FREE(&entries);
}

static void print_changes(const struct store_history *history)
{
	for (size_t i = 0; i < history->nchanges; i++) {
		const struct store_change *change = &history->changes[i];
		printf("commit %zu", change->ntouched);
		print_commit(change->commit);
		for (size_t k = 0; k < change->npaths; k++)
			printf("\t%.*s\n", STR_ARGS(change->paths[k]));
	}
}

static int run(struct dump *dump, const struct store_options *options)
{
	struct store_history history = {0};
	dump->store = store_open(options, &dump->arena, &dump->diags);
	if (dump->store && store_history(dump->store, &dump->arena, &history, &dump->diags)) {
		if (dump->changes)
			print_changes(&history);
		else
			print_files(dump, &history);
	}
	struct buf text;
	buf_init(&text);
	report(&text, &dump->diags, &dump->sources, REPORT_TEXT, false);
	fputs(text.data, stderr);
	buf_release(&text);
	return dump->diags.nfailures ? 3 : dump->diags.nerrors ? 1 : 0;
}

/* --- what is left in memory ----------------------------------------------------------- */

static bool holds_backwards(const char *from, const char *to, const char *backwards)
{
	size_t len = strlen(backwards);
	for (; from + len <= to; from++) {
		size_t n = 0;
		while (n < len && from[n] == backwards[len - 1 - n])
			n++;
		if (n == len)
			return true;
	}
	return false;
}

/* All that can be written to: proc_pid_maps(5). */
static bool is_remembered(const char *backwards)
{
	char line[512], rights[5];
	uintptr_t from, to;
	bool found = false;
	FILE *maps = fopen("/proc/self/maps", "r");
	if (!maps)
		BUG("no /proc/self/maps");
	while (!found && fgets(line, sizeof(line), maps))
		if (sscanf(line, "%" SCNxPTR "-%" SCNxPTR " %4s", &from, &to, rights) == 3 &&
			rights[0] == 'r' && rights[1] == 'w')
			found = holds_backwards((const char *)from, (const char *)to, backwards);
	fclose(maps);
	return found;
}

/* The value of an option, or NULL when it is another one. */
static const char *value_of(const char *name, int argc, char **argv, int *at)
{
	if (strcmp(argv[*at], name) != 0 || *at + 1 >= argc)
		return NULL;
	return argv[++*at];
}

static unsigned seconds_of(const char *value)
{
	int64_t seconds;
	return str_to_int(str_of(value), &seconds) ? (unsigned)seconds : 0;
}

static void read_options(struct dump *dump, struct store_options *options, int argc, char **argv)
{
	const char *value;
	for (int i = 1; i < argc; i++) {
		if ((value = value_of("--ref", argc, argv, &i)))
			options->ref = str_of(value);
		else if ((value = value_of("--subdir", argc, argv, &i)))
			options->subdir = str_of(value);
		else if ((value = value_of("--cache", argc, argv, &i)))
			options->cache_dir = str_of(value);
		else if ((value = value_of("--silence", argc, argv, &i)))
			options->silence_s = seconds_of(value);
		else if ((value = value_of("--whole", argc, argv, &i)))
			options->whole_s = seconds_of(value);
		else if ((value = value_of("--forgets", argc, argv, &i)))
			dump->forgets = value;
		else if (strcmp(argv[i], "--changes") == 0)
			dump->changes = true;
		else
			options->location = str_of(argv[i]);
	}
}

int main(int argc, char **argv)
{
	struct dump dump = {0};
	struct store_options options = {
		.location = S(""), .ref = S(""), .subdir = S(""), .cache_dir = S("")};
	arena_init(&dump.arena);
	diags_init(&dump.diags);
	read_options(&dump, &options, argc, argv);
	int status = run(&dump, &options);
	store_close(dump.store);
	if (dump.forgets && is_remembered(dump.forgets))
		puts("the password is still in memory");
	sources_release(&dump.sources);
	diags_release(&dump.diags);
	arena_release(&dump.arena);
	return status;
}
