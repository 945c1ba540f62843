/* What a build keeps for the next lies in the yard, whole or not at all. */
#include <criterion/criterion.h>

#include "publish_fixture.h"

static struct publish *begin(struct scratch *scratch, uint64_t fingerprint)
{
	struct publish_options options = {.output = scratch_path(scratch, "public"),
		.fingerprint = fingerprint,
		.threads = 1,
		.now_s = 1,
		.lingers = fixture_lingers};
	return publish_begin(&options, &scratch->arena, &scratch->diags);
}

static struct publish *begin_with(struct scratch *scratch, uint64_t fingerprint, const char *html)
{
	struct publish *publish = begin(scratch, fingerprint);
	cr_assert(publish_file(
		publish, S("index.html"), PUBLISH_BY_BYTES, str_of(html), &scratch->diags));
	publish_remember(publish, S("one, "));
	publish_remember(publish, S(""));
	publish_remember(publish, S("two"));
	return publish;
}

static void expect_remembered(struct scratch *scratch, const char *wanted)
{
	struct publish *publish = begin(scratch, 9);
	str got = publish_remembered(publish);
	cr_assert(str_eq(got, str_of(wanted)), "'%.*s'", STR_ARGS(got));
	publish_abort(publish);
}

#define NOTHING_HALF "test ! -e .public.tilts/memory.new\n"

SCRATCH_TEST(publish_memory, what_came_in_pieces_is_remembered_whole)
{
	expect_remembered(scratch, "");
	struct publish *publish = begin_with(scratch, 1, "first");
	publish_say(publish, S("what is said changes the fingerprint"));
	cr_assert(publish_commit(publish, &scratch->diags));
	scratch_run(scratch, NOTHING_HALF);
	expect_remembered(scratch, "one, two");
}

SCRATCH_TEST(publish_memory, a_build_that_gives_up_changes_nothing)
{
	cr_assert(publish_commit(begin_with(scratch, 1, "first"), &scratch->diags));
	struct publish *publish = begin_with(scratch, 2, "second");
	publish_remember(publish, S(", three"));
	publish_abort(publish);
	scratch_run(scratch, NOTHING_HALF);
	expect_remembered(scratch, "one, two");
}

SCRATCH_TEST(publish_memory, who_remembers_nothing_leaves_nothing)
{
	cr_assert(publish_commit(begin_with(scratch, 1, "first"), &scratch->diags));
	cr_assert(publish_commit(begin(scratch, 2), &scratch->diags));
	expect_remembered(scratch, "");
	scratch_run(scratch, "test ! -e .public.tilts/memory\n");
}

SCRATCH_TEST(publish_memory, of_another_site_it_is_nothing)
{
	cr_assert(publish_commit(begin_with(scratch, 1, "first"), &scratch->diags));
	scratch_run(scratch, "cp .public.tilts/memory kept");
	cr_assert(publish_commit(begin_with(scratch, 2, "second"), &scratch->diags));
	scratch_run(scratch, "cp kept .public.tilts/memory");
	expect_remembered(scratch, "");
}

SCRATCH_TEST(publish_memory, what_a_killed_build_had_begun_goes)
{
	cr_assert(publish_commit(begin_with(scratch, 1, "first"), &scratch->diags));
	scratch_run(scratch, "echo tilts-memory >.public.tilts/memory.new");
	expect_remembered(scratch, "one, two");
	scratch_run(scratch, NOTHING_HALF);
}
