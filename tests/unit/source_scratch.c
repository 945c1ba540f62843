#include "source_scratch.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdlib.h>

#include "sys/dir.h"

/* `commit` counts in minutes from a fixed day, so that dates are known. */
static const char prelude[] =
	"set -e\n"
	"export GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org\n"
	"export GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org\n"
	"commit() {\n"
	"	export GIT_AUTHOR_DATE=\"$1 +0200\" GIT_COMMITTER_DATE=\"$1 +0200\"\n"
	"	git add -A && git commit -q --allow-empty -m \"$2\"\n"
	"}\n"
	"init() { git init -q -b main \"$@\"; }\n";

void scratch_init(struct scratch *scratch)
{
	*scratch = (struct scratch){.dir = "/tmp/tilts-source-XXXXXX"};
	cr_assert(mkdtemp(scratch->dir));
	setenv("HOME", scratch->dir, 1);
	unsetenv("XDG_CACHE_HOME");
	arena_init(&scratch->arena);
	diags_init(&scratch->diags);
}

void scratch_release(struct scratch *scratch)
{
	dir_remove_tree(AT_FDCWD, scratch->dir);
	sources_release(&scratch->sources);
	diags_release(&scratch->diags);
	arena_release(&scratch->arena);
}

void scratch_run(struct scratch *scratch, const char *script)
{
	const char *file = scratch_path(scratch, ".script").ptr;
	struct buf text;
	buf_init(&text);
	buf_printf(&text, "%scd '%s'\n%s\n", prelude, scratch->dir, script);
	cr_assert_eq(file_write(file, buf_str(&text)), 0);
	buf_clear(&text);
	buf_printf(&text, "sh '%s' >/dev/null", file);
	cr_assert_eq(system(text.data), 0, "%s", script);
	buf_release(&text);
}

str scratch_path(struct scratch *scratch, const char *name)
{
	return arena_printf(&scratch->arena, "%s/%s", scratch->dir, name);
}

struct store *scratch_open(
	struct scratch *scratch, const char *name, const char *ref, const char *subdir)
{
	struct store_options options = {
		.location = scratch_path(scratch, name),
		.ref = str_of(ref),
		.subdir = str_of(subdir),
		.cache_dir = S(""),
	};
	return store_open(&options, &scratch->arena, &scratch->diags);
}

str scratch_dump(struct scratch *scratch, struct store *store)
{
	struct buf text;
	store_entries entries = {0};
	buf_init(&text);
	cr_assert_not_null(store);
	cr_assert(store_list(store, &scratch->sources, &scratch->arena, &entries, &scratch->diags));
	struct store_reader *reader = store_reader_new(store, &scratch->diags);
	for (size_t i = 0; i < entries.len; i++) {
		buf_add(&text, entries.items[i].path);
		buf_add_char(&text, '=');
		store_read(reader, &entries.items[i], 1 << 20, &text, SPAN_NONE, &scratch->diags);
		buf_add_char(&text, ';');
	}
	store_reader_free(reader);
	VEC_FREE(&entries);
	str result = arena_str(&scratch->arena, buf_str(&text));
	buf_release(&text);
	return result;
}

str scratch_diags(struct scratch *scratch)
{
	str ids = S("");
	for (size_t i = 0; i < scratch->diags.list.len; i++)
		ids = arena_join(&scratch->arena, ids,
			diag_info(scratch->diags.list.items[i].id)->id, S(" "));
	return ids;
}
