#include <criterion/criterion.h>

#include "source_scratch.h"

/* "path:subject " for every dated path of dir/name. */
static str dates(struct scratch *scratch, const char *name, const char *ref, const char *subdir)
{
	struct store_history history;
	str text = S("");
	struct store *store = scratch_open(scratch, name, ref, subdir);
	cr_assert_not_null(store);
	cr_expect(store_history(store, &scratch->arena, &history, &scratch->diags));
	for (size_t i = 0; i < history.ndated; i++) {
		const struct store_dated *dated = &history.dated[i];
		cr_expect_eq(store_history_find(&history, dated->path), dated->commit);
		text = arena_printf(&scratch->arena, "%.*s%.*s:%.*s ", STR_ARGS(text),
			STR_ARGS(dated->path), STR_ARGS(dated->commit->subject));
	}
	store_close(store);
	return text;
}

/* "subject(touched): path path; " for every change. */
static str changes(struct scratch *scratch, const char *name, const char *ref)
{
	struct store_history history;
	str text = S("");
	struct store *store = scratch_open(scratch, name, ref, "");
	cr_assert_not_null(store);
	cr_expect(store_history(store, &scratch->arena, &history, &scratch->diags));
	for (size_t i = 0; i < history.nchanges; i++) {
		const struct store_change *change = &history.changes[i];
		text = arena_printf(&scratch->arena, "%.*s%.*s(%zu)", STR_ARGS(text),
			STR_ARGS(change->commit->subject), change->ntouched);
		for (size_t k = 0; k < change->npaths; k++)
			text = arena_join(&scratch->arena, text, S(" "), change->paths[k]);
		text = arena_join(&scratch->arena, text, S("; "), S(""));
	}
	store_close(store);
	return text;
}

static const char linear[] = "init r; cd r; mkdir -p c/lv; echo 1 >c/lv/a; echo 1 >c/b; echo 1 >x\n"
			     "commit 1700000000 one; echo 2 >c/lv/a; commit 1700000060 two\n"
			     "echo 2 >x; commit 1700000120 outside; echo 3 >c/new; rm c/b\n"
			     "commit 1700000180 three; chmod +x c/lv/a; commit 1700000240 mode";

SCRATCH_TEST(history, dates_each_file_by_its_last_commit)
{
	scratch_run(scratch, linear);
	cr_expect_str_eq(dates(scratch, "r", "main", "c").ptr, "lv/a:two new:three ");
	cr_expect_str_eq(dates(scratch, "r/c", "", "").ptr, "lv/a:two new:three ");
	cr_expect_str_eq(dates(scratch, "r", "main", "").ptr, "c/lv/a:two c/new:three x:outside ");
	cr_expect_str_eq(dates(scratch, "r/c", "HEAD~3", "").ptr, "b:one lv/a:two ");
	cr_expect_str_eq(changes(scratch, "r/c", "main").ptr,
		"three(2) b new; two(1) lv/a; one(2) b lv/a; ");
	cr_expect_eq(scratch->diags.list.len, 0);
}

/* A file is renamed, a folder too, one is changed as it moves; one comes back where it was. */
static const char moved[] =
	"init r; cd r; mkdir -p c/lv; echo 1 >c/lv/a; echo 2 >c/lv/b; echo 3 >c/d; commit "
	"1700000001 one\n"
	"git mv c/lv/a c/lv/e; commit 1700000002 rename; echo 22 >c/lv/b; commit 1700000003 two\n"
	"git mv c/lv c/ru; commit 1700000004 folder; git mv c/d c/ru/d; echo 33 >c/ru/d; commit "
	"1700000005 both\n"
	"git mv c/ru/e c/e; commit 1700000006 up; echo 9 >c/ru/e; commit 1700000007 another\n";

SCRATCH_TEST(history, a_new_place_is_no_change)
{
	scratch_run(scratch, moved);
	cr_expect_str_eq(
		dates(scratch, "r", "main", "c").ptr, "e:one ru/b:two ru/d:both ru/e:another ");
	cr_expect_str_eq(changes(scratch, "r/c", "main").ptr,
		"another(1) ru/e; both(2) d ru/d; two(1) lv/b; one(3) d lv/a lv/b; ");
	cr_expect_eq(scratch->diags.list.len, 0);
}

/* Where branches meet that moved a file and kept it, both go back to the same. */
SCRATCH_TEST(history, a_moved_file_and_one_that_stayed)
{
	scratch_run(scratch,
		"init r; cd r; mkdir c; echo 1 >c/a; commit 1700000001 one; git checkout -q -b "
		"side\n"
		"git mv c/a c/b; commit 1700000002 moved; git checkout -q main\n"
		"echo x >c/x; commit 1700000003 other; git merge -q --no-commit side 2>/dev/null\n"
		"echo 1 >c/a; commit 1700000004 merge; echo 5 >c/y; commit 1700000005 last");
	cr_expect_str_eq(dates(scratch, "r", "main", "c").ptr, "a:one b:one x:other y:last ");
	cr_expect_str_eq(dates(scratch, "r", "main~1", "c").ptr, "a:one b:one x:other ");
}

SCRATCH_TEST(history, equal_bytes_move_one_for_one)
{
	scratch_run(scratch, "init r; cd r; mkdir c; touch c/a c/b; commit 1700000001 one\n"
			     "git mv c/a c/x; git mv c/b c/y; touch c/z; commit 1700000002 two");
	cr_expect_str_eq(dates(scratch, "r", "main", "c").ptr, "x:one y:one z:two ");
	cr_expect_str_eq(changes(scratch, "r/c", "main").ptr, "two(1) z; one(2) a b; ");
}

SCRATCH_TEST(history, tells_time_zone_id_and_a_clean_subject)
{
	struct store_history history;
	/* git itself would mend such a message: it is written past it. */
	scratch_run(scratch, "init r; cd r; echo 1 >a; commit 1700000000 first\n"
			     "{ git cat-file commit HEAD | sed '/^$/,$d'\n"
			     "printf '\\np\\353l\\033[31m  \\nb \\n\\nbody'; } >m\n"
			     "git reset -q --soft $(git hash-object -t commit -w m)");
	struct store *store = scratch_open(scratch, "r", "main", "");
	cr_assert(store_history(store, &scratch->arena, &history, &scratch->diags));
	const struct store_commit *commit = store_history_find(&history, S("a"));
	cr_assert_not_null(commit);
	cr_expect_eq(commit->time, 1700000000);
	cr_expect_eq(commit->offset_minutes, 120);
	cr_expect_eq(commit->id.len, 40);
	cr_expect_str_eq(commit->subject.ptr, "p\xef\xbf\xbdl [31m b");
	cr_expect_null(store_history_find(&history, S("b")));
	cr_expect(str_eq(history.head->id, commit->id));
	store_close(store);
}

SCRATCH_TEST(history, a_merge_dates_only_what_it_changed_itself)
{
	scratch_run(scratch,
		"init r; cd r; for f in main side both; do echo 1 >$f; done; commit 1700000000 "
		"base\n"
		"git checkout -q -b side; echo 2 >side; echo s >both; commit 1700000060 s\n"
		"git checkout -q main; echo 2 >main; echo m >both; commit 1700000120 m\n"
		"git merge -q --no-commit side >/dev/null 2>&1 || :; echo both >both; commit "
		"1700000180 merge");
	cr_expect_str_eq(dates(scratch, "r", "main", "").ptr, "both:merge main:m side:s ");
	cr_expect_str_eq(changes(scratch, "r", "main").ptr,
		"merge(1) both; m(2) both main; s(2) both side; base(3) both main side; ");
}

SCRATCH_TEST(history, new_commits_extend_what_was_kept)
{
	scratch_run(scratch, linear);
	cr_expect_str_eq(dates(scratch, "r", "main", "c").ptr, "lv/a:two new:three ");
	/* With the old commits' objects gone, only the kept history can know. */
	scratch_run(scratch,
		"cd r; echo 4 >c/new; commit 1700000300 four\n"
		"old=$(git rev-parse HEAD~2 | sed 's,^..,&/,'); rm -f .git/objects/$old");
	cr_expect_str_eq(dates(scratch, "r/c", "main", "").ptr, "lv/a:two new:four ");
	cr_expect_str_eq(changes(scratch, "r/c", "main").ptr,
		"four(1) new; three(2) b new; two(1) lv/a; one(2) b lv/a; ");
	cr_expect_eq(scratch->diags.list.len, 0);
	scratch_run(
		scratch, "for f in .cache/tilts/history/*; do sed -i 's/three/THREE/' $f; done");
	struct store_history history;
	struct store *store = scratch_open(scratch, "r/c", "main", "");
	cr_expect_not(store_history(store, &scratch->arena, &history, &scratch->diags));
	cr_expect_str_eq(scratch_diags(scratch).ptr, "source-damaged ");
	store_close(store);
}

SCRATCH_TEST(history, survives_a_head_that_went_back)
{
	scratch_run(scratch, linear);
	dates(scratch, "r", "main", "c");
	scratch_run(
		scratch, "cd r; git reset -q --hard HEAD~3; echo 9 >c/b; commit 1700000400 other");
	cr_expect_str_eq(dates(scratch, "r", "main", "c").ptr, "b:other lv/a:two ");
}

/* At the cut every file looks new; what a later commit touched is known. */
SCRATCH_TEST(history, a_shallow_clone_has_no_dates_before_its_cut)
{
	scratch_run(scratch, linear);
	scratch_run(scratch, "git clone -q --depth 3 file://$PWD/r s; git clone -q --depth 2 "
			     "file://$PWD/r t");
	cr_expect_str_eq(dates(scratch, "s", "", "c").ptr, "new:three ");
	cr_expect_str_eq(scratch_diags(scratch).ptr, "source-shallow ");
	cr_expect_str_eq(dates(scratch, "t", "", "c").ptr, "");
	cr_expect_str_eq(changes(scratch, "s/c", "HEAD").ptr, "three(2) b new; ");
	cr_expect_str_eq(changes(scratch, "t/c", "HEAD").ptr, "");
}

SCRATCH_TEST(history, a_cut_behind_a_merge_leaves_both_sides_their_dates)
{
	scratch_run(scratch,
		"init r; cd r; echo 1 >c; commit 1700000000 root; echo 1 >a; echo 1 >b\n"
		"commit 1700000030 base\n"
		"git checkout -q -b side; echo 2 >b; commit 1700000060 s1; echo 3 >b\n"
		"commit 1700000120 s2; git checkout -q main; echo 2 >a; commit 1700000180 m\n"
		"git merge -q --no-commit side 2>/dev/null; commit 1700000240 merge; cd ..\n"
		"git clone -q --depth 3 file://$PWD/r s; git clone -q --depth 2 file://$PWD/r t");
	cr_expect_str_eq(dates(scratch, "s", "", "").ptr, "a:m b:s2 ");
	cr_expect_str_eq(dates(scratch, "t", "", "").ptr, "");
}

SCRATCH_TEST(history, none_without_a_repository_or_a_commit)
{
	scratch_run(scratch, "mkdir plain; touch plain/a; init r; touch r/a");
	cr_expect_str_eq(dates(scratch, "plain", "", "").ptr, "");
	cr_expect_str_eq(dates(scratch, "r", "", "").ptr, "");
	cr_expect_eq(scratch->diags.list.len, 0);
}

SCRATCH_TEST(history, damage_costs_a_folder_only_its_dates)
{
	scratch_run(scratch, linear);
	scratch_run(scratch,
		"cd r; old=$(git rev-parse HEAD~2 | sed 's,^..,&/,'); rm -f .git/objects/$old");
	cr_expect_str_eq(dates(scratch, "r/c", "", "").ptr, "");
	cr_expect_str_eq(scratch_diags(scratch).ptr, "source-history ");
}

SCRATCH_TEST(history, a_very_large_commit_is_cut_in_the_list)
{
	struct store_history history;
	scratch_run(scratch, "init r; cd r; for i in $(seq 1200); do echo $i >f$i; done\n"
			     "commit 1700000000 all");
	for (int round = 0; round < 2; round++) {
		struct store *store = scratch_open(scratch, "r", "main", "");
		cr_assert(store_history(store, &scratch->arena, &history, &scratch->diags));
		cr_expect_eq(history.ndated, 1200);
		cr_expect_eq(history.changes[0].npaths, STORE_CHANGE_PATHS);
		cr_expect_eq(history.changes[0].ntouched, 1200);
		store_close(store);
	}
}
