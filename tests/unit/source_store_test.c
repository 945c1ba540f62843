#include <criterion/criterion.h>
#include <unistd.h>

#include "source_scratch.h"
#include "sys/file.h"

/* What a store at a place holds, and the diagnostics of finding out. */
static void expect(struct scratch *scratch, const char *name, const char *ref, const char *subdir,
	const char *dump, const char *diags)
{
	diags_release(&scratch->diags);
	struct store *store = scratch_open(scratch, name, ref, subdir);
	if (dump)
		cr_expect_str_eq(scratch_dump(scratch, store).ptr, dump);
	else
		cr_expect_null(store);
	store_close(store);
	cr_expect_str_eq(scratch_diags(scratch).ptr, diags);
}

static bool noted(const struct scratch *scratch, const char *text)
{
	const struct diag *diag = &scratch->diags.list.items[scratch->diags.list.len - 1];
	for (const struct diag_note *note = diag->notes; note; note = note->next)
		if (str_find(note->text, str_of(text)) != STR_NONE)
			return true;
	return false;
}

SCRATCH_TEST(source, reads_a_folder_and_leaves_dot_files_out)
{
	scratch_run(scratch, "mkdir -p c/lv/.x c/empty; cd c; printf B >lv/b.md; printf A >a.md\n"
			     "printf A >lv-a.md; touch .hidden lv/.x/y");
	expect(scratch, "c", "", "", "a.md=A;lv-a.md=A;lv/b.md=B;", "");
	expect(scratch, "c", "", "lv/", "b.md=B;", "");
	expect(scratch, "c", "", "nothing", NULL, "source-missing ");
	expect(scratch, "c", "", "../c", NULL, "subdir-missing ");
	expect(scratch, "nothing", "", "", NULL, "source-missing ");
	expect(scratch, "c/a.md", "", "", NULL, "source-missing ");
}

SCRATCH_TEST(source, follows_nothing_out_of_a_folder)
{
	scratch_run(scratch,
		"mkdir -p c/sub/deep out; cd c; echo x >../out/x; ln -s ../out/x link\n"
		"ln -s ../out folder; mkfifo pipe; init sub; echo x >sub/deep/x; echo x >sub/y\n"
		"printf A >z.md");
	expect(scratch, "c", "", "", "z.md=A;",
		"file-special file-special file-special file-special ");
	cr_expect_eq(scratch->sources.list.len, 4);
}

SCRATCH_TEST(source, a_folder_swapped_for_a_link_is_not_followed)
{
	store_entries entries = {0};
	struct buf bytes;
	buf_init(&bytes);
	scratch_run(scratch, "mkdir -p c/a out; echo good >c/a/x.md; echo secret >out/x.md");
	struct store *store = scratch_open(scratch, "c", "", "");
	cr_assert(store_list(store, &scratch->sources, &scratch->arena, &entries, &scratch->diags));
	scratch_run(scratch, "mv c/a c/b; ln -s ../out c/a");
	struct store_reader *reader = store_reader_new(store, &scratch->diags);
	cr_expect_not(
		store_read(reader, &entries.items[0], 100, &bytes, SPAN_NONE, &scratch->diags));
	cr_expect_eq(bytes.len, 0);
	cr_expect_str_eq(scratch_diags(scratch).ptr, "file-read ");
	store_reader_free(reader);
	store_close(store);
	VEC_FREE(&entries);
}

SCRATCH_TEST(source, refuses_names_that_cannot_be_published)
{
	scratch_run(scratch, "init c; cd c; printf A >a.md; touch 'b\\c' \"$(printf 'd\\001')\" "
			     "\"$(printf '\\377')\"\ncommit 1700000000 one");
	expect(scratch, "c", "", "", "a.md=A;", "file-name file-name file-name ");
	expect(scratch, "c", "main", "", "a.md=A;", "file-name file-name file-name ");
}

SCRATCH_TEST(source, a_file_may_not_pass_the_limit)
{
	store_entries entries = {0};
	struct buf bytes;
	buf_init(&bytes);
	scratch_run(scratch, "init c; cd c; printf 12345 >a; commit 1700000000 one");
	for (int round = 0; round < 2; round++) {
		struct store *store = scratch_open(scratch, "c", round ? "main" : "", "");
		cr_assert(store_list(
			store, &scratch->sources, &scratch->arena, &entries, &scratch->diags));
		struct store_reader *reader = store_reader_new(store, &scratch->diags);
		const struct store_entry *entry = &entries.items[0];
		buf_clear(&bytes);
		buf_adds(&bytes, "<");
		cr_expect_not(store_read(reader, entry, 4, &bytes, SPAN_NONE, &scratch->diags));
		cr_expect(store_read(reader, entry, 5, &bytes, SPAN_NONE, &scratch->diags));
		cr_expect_str_eq(bytes.data, "<12345");
		cr_expect_eq(store_size(reader, entry), 5);
		store_reader_free(reader);
		store_close(store);
		VEC_FREE(&entries);
	}
	cr_expect_str_eq(scratch_diags(scratch).ptr, "file-too-big file-too-big ");
	buf_release(&bytes);
}

SCRATCH_TEST(source, reads_a_commit_by_branch_tag_and_id)
{
	scratch_run(scratch,
		"init r; cd r; mkdir -p c/lv; printf 1 >c/lv/a; touch .x; commit 1700000000 one\n"
		"git tag light; git tag -m note annotated; git rev-parse HEAD >../id\n"
		"printf 2 >c/lv/a; printf b >c/b; commit 1700000060 two; git branch topic\n"
		"git clone -q --bare . ../bare.git; printf dirty >c/lv/a");
	expect(scratch, "r", "main", "", "c/b=b;c/lv/a=2;", "");
	expect(scratch, "r", "light", "", "c/lv/a=1;", "");
	expect(scratch, "r", "annotated", "", "c/lv/a=1;", "");
	expect(scratch, "r", "HEAD~1", "", "c/lv/a=1;", "");
	expect(scratch, "r", "topic", "c/lv", "a=2;", "");
	expect(scratch, "r/c", "main", "", "b=b;lv/a=2;", "");
	expect(scratch, "r/c", "main", "lv", "a=2;", "");
	expect(scratch, "r/c", "", "", "b=b;lv/a=dirty;", "");
	expect(scratch, "bare.git", "", "c", "b=b;lv/a=2;", "");
	expect(scratch, "bare.git", "light", "c", "lv/a=1;", "");
	struct buf id;
	buf_init(&id);
	file_read(scratch_path(scratch, "id").ptr, 100, &id);
	buf_truncate(&id, 40);
	expect(scratch, "r", id.data, "", "c/lv/a=1;", "");
	buf_truncate(&id, 9);
	expect(scratch, "r", id.data, "", "c/lv/a=1;", "");
	buf_release(&id);
}

SCRATCH_TEST(source, says_what_is_wrong_with_a_ref)
{
	scratch_run(scratch,
		"init empty; mkdir -p plain; init r; cd r; mkdir content; touch content/a\n"
		"commit 1700000000 one; git branch feature; git tag spring; git tag tree "
		"HEAD^{tree}");
	expect(scratch, "r", "featrue", "", NULL, "ref-unknown ");
	cr_expect(noted(scratch, "'feature'"));
	expect(scratch, "r", "sprng", "", NULL, "ref-unknown ");
	cr_expect(noted(scratch, "'spring'"));
	expect(scratch, "r", "tree", "", NULL, "ref-unknown ");
	expect(scratch, "r", "a b..c", "", NULL, "ref-unknown ");
	expect(scratch, "r", "0000000000000000000000000000000000000001", "", NULL, "ref-unknown ");
	expect(scratch, "r", "main", "contnt", NULL, "subdir-missing ");
	cr_expect(noted(scratch, "'content'"));
	expect(scratch, "r", "main", "content/a", NULL, "subdir-missing ");
	expect(scratch, "empty", "main", "", NULL, "source-empty ");
	expect(scratch, "empty/.git", "", "", NULL, "source-empty ");
	expect(scratch, "plain", "main", "", NULL, "source-repository ");
}

SCRATCH_TEST(source, follows_nothing_out_of_a_commit)
{
	scratch_run(scratch,
		"init sub; cd sub; touch s; commit 1700000000 sub; cd ..; init r; cd r\n"
		"ln -s /etc/passwd link; printf A >z.md\n"
		"git -c protocol.file.allow=always submodule -q add ../sub sub; commit 1700000000 "
		"one");
	expect(scratch, "r", "main", "", "z.md=A;", "file-special file-special ");
	expect(scratch, "r", "", "", "z.md=A;", "file-special file-special ");
}

SCRATCH_TEST(source, a_made_up_tree_does_no_harm)
{
	/* Names that no work tree could have, twice the same name, and folders
	 * that stand for 10^12 files. */
	scratch_run(scratch,
		"init r; cd r; b=$(echo x | git hash-object -w --stdin)\n"
		"entry() { printf '%s %s\\0' \"$1\" \"$2\"; printf \"$(echo $b | sed "
		"'s/../\\\\x&/g')\"; }\n"
		"save() { git hash-object -t tree -w --stdin --literally; }\n"
		"t=$( (entry 100644 ../up; entry 100644 a; entry 100644 a; entry 100644 b/c) | "
		"save)\n"
		"git tag wicked $(git commit-tree -m x $t)\n"
		"for i in 1 2 3 4 5 6 7 8 9 10 11 12; do\n"
		"  t=$(for k in 0 1 2 3 4 5 6 7 8 9; do\n"
		"    [ $i = 1 ] && printf \"100644 blob $b\\tf$k\\n\" || printf \"040000 tree "
		"$t\\td$k\\n\"\n"
		"  done | git mktree)\n"
		"done\n"
		"git tag bomb $(git commit-tree -m x $t); touch seen; commit 1700000000 one");
	struct store *store = scratch_open(scratch, "r", "bomb", "");
	store_entries entries = {0};
	cr_expect_not(
		store_list(store, &scratch->sources, &scratch->arena, &entries, &scratch->diags));
	cr_expect_str_eq(scratch_diags(scratch).ptr, "source-too-large ");
	store_close(store);
	VEC_FREE(&entries);
	diags_release(&scratch->diags);
	store = scratch_open(scratch, "r", "wicked", "");
	cr_expect_not_null(store);
	store_list(store, &scratch->sources, &scratch->arena, &entries, &scratch->diags);
	for (size_t i = 0; i < entries.len; i++)
		cr_expect(str_eq(entries.items[i].path, S("a")));
	cr_expect(scratch->diags.nerrors > 0);
	store_close(store);
	VEC_FREE(&entries);
}

SCRATCH_TEST(source, a_damaged_repository_is_a_failure)
{
	scratch_run(scratch,
		"object() { echo .git/objects/$(git rev-parse $1 | sed 's,^..,&/,'); }\n"
		"init r; cd r; mkdir d; echo old >d/a; commit 1700000000 one; cd ..\n"
		"cp -r r blob; cd blob; chmod u+w $(object HEAD:d/a); echo junk >$(object "
		"HEAD:d/a); cd ..\n"
		"cp -r r gone; cd gone; rm -f $(object HEAD:d/a); cd ..\n"
		"cp -r r tree; cd tree; rm -f $(object HEAD:d); cd ..\n"
		"cp -r r commit; cd commit; rm -f $(object HEAD); cd ..\n"
		"cp -r r head; echo junk >head/.git/HEAD");
	expect(scratch, "blob", "main", "", "d/a=;", "file-read ");
	expect(scratch, "gone", "main", "", "d/a=;", "file-read ");
	expect(scratch, "commit", "main", "", NULL, "source-damaged ");
	expect(scratch, "commit", "HEAD", "", NULL, "source-damaged ");
	expect(scratch, "head", "HEAD", "", NULL, "source-damaged ");
	struct store *store = scratch_open(scratch, "tree", "main", "");
	store_entries entries = {0};
	diags_release(&scratch->diags);
	cr_expect_not(
		store_list(store, &scratch->sources, &scratch->arena, &entries, &scratch->diags));
	cr_expect_str_eq(scratch_diags(scratch).ptr, "source-damaged ");
	store_close(store);
}

SCRATCH_TEST(source, shows_paths_as_people_know_them)
{
	scratch_run(scratch, "init r; cd r; mkdir -p c/lv; touch c/lv/a; commit 1700000000 one");
	cr_assert_eq(chdir(scratch_path(scratch, "r").ptr), 0);
	const char *rows[][4] = {
		{"c", "", "", "c/lv/a"},
		{"./c/", "", "", "c/lv/a"},
		{".", "", "c", "c/lv/a"},
		{".", "", "", "lv/a"},
		{"../r/c", "", "", "../r/c/lv/a"},
		{"c", "main", "", "main:c/lv/a"},
		{".", "main", "", "main:lv/a"},
		{".git", "", "c", "HEAD:c/lv/a"},
	};
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct store_options options = {.location = str_of(rows[i][0]),
			.ref = str_of(rows[i][1]),
			.subdir = str_of(rows[i][2]),
			.cache_dir = S("")};
		struct store *store = store_open(&options, &scratch->arena, &scratch->diags);
		cr_assert_not_null(store, "row %zu", i);
		cr_expect_str_eq(
			store_display_path(store, &scratch->arena, S("lv/a")).ptr, rows[i][3]);
		store_close(store);
	}
	cr_assert_eq(chdir("/"), 0);
}
