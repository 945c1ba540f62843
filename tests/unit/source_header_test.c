#include <git2.h> /* first: base.h bans a name that it uses */

#include <criterion/criterion.h>

#include "source/header.h"
#include "source_scratch.h"

/* What the commit `ref` of the repository r has above its message; its code. */
static int header_of(struct scratch *scratch, const char *ref, struct header *out)
{
	git_oid id;
	git_odb *objects;
	git_repository *git;
	git_libgit2_init();
	cr_assert_eq(git_repository_open(&git, scratch_path(scratch, "r").ptr), 0);
	cr_assert_eq(git_repository_odb(&objects, git), 0);
	cr_assert_eq(git_reference_name_to_id(&id, git, ref), 0);
	int code = header_read(objects, &id, &scratch->arena, out);
	git_odb_free(objects);
	git_repository_free(git);
	git_libgit2_shutdown();
	return code;
}

/* `raw NAME LINES`: refs/raw/NAME is an object that holds LINES as they are. */
static const char start[] =
	"init r; cd r; echo 1 >a; commit 1700000000 one; git checkout -q -b side\n"
	"echo 2 >b; commit 1700000060 two; git checkout -q main; echo 3 >c; commit 1700000030 "
	"three\n"
	"GIT_COMMITTER_DATE='1700000120 +0200' git merge -q --no-edit side\n"
	"t=$(git rev-parse HEAD^{tree})\n"
	"raw() { id=$(printf \"$2\" | git hash-object -w --stdin -t commit --literally)\n"
	"	mkdir -p .git/refs/raw; echo $id >.git/refs/raw/$1; }\n"
	"raw odd \"tree $t\\nauthor a <a> 1 +0000\\nauthor b <b> 2 +0000\\n"
	"committer x > y <z> -77 +0000\\nmergetag committer no\\n\\ncommitter w <w> 9 +0000\\n\"\n"
	"raw timeless \"tree $t\\nauthor a <a> 1 +0000\\ncommitter c <c>\\n\\nm\\n\"\n"
	"raw nobody \"tree $t\\nauthor a <a> 1 +0000\\n\\ncommitter c <c> 5 +0000\\n\"\n"
	"raw short \"tree ${t#?}\\nauthor a <a> 1 +0000\\ncommitter c <c> 5 +0000\\n\\nm\\n\"\n"
	"raw folder \"tree $t\\nparent $t$t\\nauthor a <a> 1 +0000\\ncommitter c <c> 5 "
	"+0000\\n\\nm\\n\"\n";

SCRATCH_TEST(header, holds_tree_parents_and_time)
{
	struct header one, two, merge;
	scratch_run(scratch, start);
	cr_assert_eq(header_of(scratch, "HEAD", &merge), 0);
	cr_expect_eq(merge.time, 1700000120);
	cr_assert_eq(merge.nparents, 2);
	cr_assert_eq(header_of(scratch, "refs/heads/side", &two), 0);
	cr_expect_eq(two.time, 1700000060);
	cr_assert_eq(two.nparents, 1);
	scratch_run(scratch,
		"cd r; git update-ref refs/raw/first side^; git update-ref refs/raw/up main^1");
	cr_assert_eq(header_of(scratch, "refs/raw/first", &one), 0);
	cr_expect_eq(one.nparents, 0);
	cr_expect_eq(one.time, 1700000000);
	cr_expect_neq(memcmp(one.tree, two.tree, sizeof(one.tree)), 0);
}

SCRATCH_TEST(header, takes_what_git_takes)
{
	struct header header;
	scratch_run(scratch, start);
	cr_expect_eq(header_of(scratch, "refs/raw/odd", &header), 0);
	cr_expect_eq(header.time, -77);
	cr_expect_eq(header_of(scratch, "refs/raw/timeless", &header), 0);
	cr_expect_eq(header.time, 0);
}

SCRATCH_TEST(header, refuses_what_is_no_commit)
{
	struct header header;
	scratch_run(scratch, start);
	cr_expect_lt(header_of(scratch, "refs/raw/nobody", &header), 0);
	cr_expect_lt(header_of(scratch, "refs/raw/short", &header), 0);
	cr_expect_lt(header_of(scratch, "refs/raw/folder", &header), 0);
	scratch_run(scratch, "cd r; git rev-parse HEAD^{tree} >.git/refs/raw/tree");
	cr_expect_lt(header_of(scratch, "refs/raw/tree", &header), 0);
	scratch_run(scratch, "cd r; printf '%040d\\n' 7 >.git/refs/raw/gone");
	cr_expect_eq(header_of(scratch, "refs/raw/gone", &header), GIT_ENOTFOUND);
}
