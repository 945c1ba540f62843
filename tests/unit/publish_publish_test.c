#include <criterion/criterion.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish_fixture.h"
#include "sys/file.h"
#include "sys/parallel.h"

#define DAY_S (24 * 60 * 60)
#define NOW_S (20000 * (int64_t)DAY_S)

static struct publish_options options_at(
	struct scratch *scratch, const char *output, uint64_t fingerprint, int64_t now_s)
{
	return (struct publish_options){.output = scratch_path(scratch, output),
		.fingerprint = fingerprint,
		.threads = 2,
		.now_s = now_s,
		.lingers = fixture_lingers};
}

static struct publish *begin(struct scratch *scratch, const char *output, uint64_t fingerprint)
{
	struct publish_options options = options_at(scratch, output, fingerprint, NOW_S);
	return publish_begin(&options, &scratch->arena, &scratch->diags);
}

static str publish_site_at(struct scratch *scratch, const char *output, uint64_t fingerprint,
	const char *files, int64_t now_s)
{
	struct publish_options options = options_at(scratch, output, fingerprint, now_s);
	return fixture_publish(scratch, &options, files);
}

static str publish_site(
	struct scratch *scratch, const char *output, uint64_t fingerprint, const char *files)
{
	return publish_site_at(scratch, output, fingerprint, files, NOW_S);
}

static void expect(
	struct scratch *scratch, uint64_t fingerprint, const char *files, const char *wanted)
{
	str got = publish_site(scratch, "public", fingerprint, files);
	cr_assert(str_eq(got, str_of(wanted)), "%.*s instead of %s", STR_ARGS(got), wanted);
}

/* Shell: public holds these files and folders, hidden ones too, and no more. */
#define TREE_IS(files)                                                                             \
	"test \"$(cd public && find . -mindepth 1 | sort | tr '\\n' ' ')\" = '" files " '\n"
#define YARD_IS_CLEAN "test \"$(cd .public.tilts && echo *)\" = 'lock manifest'\n"

SCRATCH_TEST(publish, makes_a_site_and_the_folders_it_needs)
{
	str got = publish_site(scratch, "a/b/public", 1, "index.html=one;p/q/index.html=two");
	cr_assert(str_eq(got, S("w2 u0 ")));
	scratch_run(scratch, "test $(cat a/b/public/index.html) = one\n"
			     "test $(cat a/b/public/p/q/index.html) = two\n"
			     "test $(ls a/b/.public.tilts | tr -d '\\n') = lockmanifest\n");
}

SCRATCH_TEST(publish, unchanged_files_keep_inode_and_time)
{
	expect(scratch, 1, "index.html=one;p/index.html=two;q=three", "w3 u0 ");
	scratch_run(scratch, "stat -c '%i %y' public/p/index.html >was; sleep 0.02");
	expect(scratch, 2, "index.html=ONE;p/index.html=two", "w1 u1 ");
	scratch_run(scratch, "stat -c '%i %y' public/p/index.html | cmp - was\n"
			     "test $(cat public/index.html) = ONE\n"
			     "test $(stat -c %h public/p/index.html) = 1\n" YARD_IS_CLEAN TREE_IS(
				     "./index.html ./p ./p/index.html"));
}

SCRATCH_TEST(publish, the_same_site_again_is_not_exchanged)
{
	expect(scratch, 1, "index.html=one;p/index.html=two", "w2 u0 ");
	scratch_run(scratch, "stat -c %i public >was; echo mine >public/CNAME");
	expect(scratch, 2, "p/index.html=two;index.html=one", "w0 u2 ");
	scratch_run(scratch, "stat -c %i public | cmp - was; test -f public/CNAME\n" YARD_IS_CLEAN);
	struct publish *publish = begin(scratch, "public", 2);
	cr_assert(publish_is_current(publish));
	publish_abort(publish);
	scratch_run(scratch, YARD_IS_CLEAN);
}

static bool is_current(struct scratch *scratch, uint64_t fingerprint)
{
	struct publish *publish = begin(scratch, "public", fingerprint);
	bool current = publish_is_current(publish);
	publish_abort(publish);
	return current;
}

SCRATCH_TEST(publish, is_current_only_while_every_file_is_as_written)
{
	cr_assert_not(is_current(scratch, 0));
	expect(scratch, 7, "index.html=one;p/index.html=two", "w2 u0 ");
	cr_assert(is_current(scratch, 7));
	cr_assert_not(is_current(scratch, 8));
	scratch_run(scratch, "sleep 0.02; printf 'TWO' >public/p/index.html");
	cr_assert_not(is_current(scratch, 7), "edited");
	expect(scratch, 7, "index.html=one;p/index.html=two", "w1 u1 ");
	cr_assert(is_current(scratch, 7));
	scratch_run(scratch, "rm public/p/index.html");
	cr_assert_not(is_current(scratch, 7), "removed");
	expect(scratch, 7, "index.html=one;p/index.html=two", "w1 u1 ");
	scratch_run(scratch, "mv public elsewhere");
	cr_assert_not(is_current(scratch, 7), "gone");
	expect(scratch, 7, "index.html=one;p/index.html=two", "w2 u0 ");
}

static void publish_saying(struct scratch *scratch, uint64_t fingerprint, str said)
{
	struct diags diags;
	struct publish *publish = begin(scratch, "public", fingerprint);
	diags_init(&diags);
	publish_file(publish, S("index.html"), PUBLISH_BY_BYTES, S("one"), &diags);
	publish_say(publish, said);
	cr_assert(publish_commit(publish, &diags));
	diags_release(&diags);
}

SCRATCH_TEST(publish, is_current_only_while_it_knows_what_was_said)
{
	publish_saying(scratch, 7, S("a warning"));
	cr_assert(is_current(scratch, 7));
	struct publish *publish = begin(scratch, "public", 7);
	cr_assert(str_eq(publish_said(publish), S("a warning")));
	publish_abort(publish);
	scratch_run(scratch, "cp .public.tilts/said said; printf 'a warn' >.public.tilts/said");
	cr_assert_not(is_current(scratch, 7), "cut off");
	scratch_run(scratch, "rm .public.tilts/said");
	cr_assert_not(is_current(scratch, 7), "gone");
	publish_saying(scratch, 7, S(""));
	cr_assert(is_current(scratch, 7));
	scratch_run(scratch, YARD_IS_CLEAN "mv said .public.tilts/said");
	cr_assert_not(is_current(scratch, 7), "of another build");
}

SCRATCH_TEST(publish, foreign_files_stay)
{
	expect(scratch, 1, "index.html=one;p/index.html=two;gone/index.html=x", "w3 u0 ");
	scratch_run(scratch,
		"cd public; echo a >.gitignore; mkdir -p .well-known/acme empty/deep\n"
		"chmod 700 .well-known; chmod 751 empty/deep p; chmod 2755 .\n"
		"echo b >.well-known/acme/x; ln -s p link; echo c >p/extra\n"
		"stat -c '%n %i %y' .gitignore .well-known/acme/x link p/extra >../was");
	expect(scratch, 2, "index.html=ONE;p/index.html=two", "w1 u1 ");
	scratch_run(scratch,
		"(cd public; stat -c '%n %i %y' .gitignore .well-known/acme/x link p/extra) | "
		"cmp - was\n" TREE_IS(
			"./.gitignore ./.well-known ./.well-known/acme "
			"./.well-known/acme/x ./empty ./empty/deep ./index.html ./link ./p "
			"./p/extra ./p/index.html") YARD_IS_CLEAN
		"test $(cd public; stat -c %a .well-known empty/deep p . | tr '\\n' _) = "
		"700_751_751_2755_\n");
}

SCRATCH_TEST(publish, a_foreign_folder_stays_when_ours_in_it_goes)
{
	expect(scratch, 1, "index.html=one;p/index.html=two", "w2 u0 ");
	scratch_run(scratch, "echo c >public/p/extra");
	expect(scratch, 2, "index.html=one", "w0 u1 ");
	scratch_run(scratch, TREE_IS("./index.html ./p ./p/extra"));
	expect(scratch, 3, "index.html=one;p/index.html=new", "w1 u1 ");
	scratch_run(scratch, TREE_IS("./index.html ./p ./p/extra ./p/index.html"));
}

SCRATCH_TEST(publish, foreign_files_in_the_way_are_refused)
{
	expect(scratch, 1, "index.html=one", "w1 u0 ");
	scratch_run(scratch, "cd public; echo mine >p; ln -s index.html q; mkdir r; echo >r/x");
	expect(scratch, 2, "index.html=ONE;p=two;q=three;r=four",
		"publish-foreign publish-foreign publish-foreign ");
	scratch_run(scratch, "test $(cat public/index.html) = one; test $(cat public/p) = mine\n"
			     "test -L public/q; test -f public/r/x\n" YARD_IS_CLEAN);
	expect(scratch, 2, "index.html=ONE;p/index.html=two", "publish-foreign ");
	expect(scratch, 2, "index.html=ONE;q/index.html=two", "publish-foreign ");
	expect(scratch, 2, "index.html=ONE;s=two", "w2 u0 ");
}

SCRATCH_TEST(publish, a_foreign_file_with_our_bytes_is_not_in_the_way)
{
	scratch_run(scratch, "mkdir public; printf one >public/index.html; echo >public/CNAME");
	expect(scratch, 1, "index.html=one", "w1 u0 ");
	expect(scratch, 2, "index.html=ONE", "w1 u0 ");
	scratch_run(scratch, TREE_IS("./CNAME ./index.html"));
}

SCRATCH_TEST(publish, names_ten_files_in_the_way_and_counts_the_rest)
{
	struct publish *publish;
	scratch_run(scratch, "mkdir public; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do\n"
			     "echo mine >public/$i; done");
	publish = begin(scratch, "public", 1);
	for (int i = 1; i <= 13; i++)
		publish_file(publish, arena_printf(&scratch->arena, "%d", i), PUBLISH_BY_BYTES,
			S("x"), &scratch->diags);
	cr_assert_not(publish_commit(publish, &scratch->diags));
	cr_assert_eq(scratch->diags.nerrors, 10);
	cr_assert(str_eq(scratch->diags.list.items[9].notes->text, S("and 3 more")));
}

SCRATCH_TEST(publish, a_copied_site_is_known_by_its_bytes)
{
	expect(scratch, 1, "index.html=one;p/index.html=two;gone=x", "w3 u0 ");
	scratch_run(scratch, "mv public was; cp -r was public; echo mine >public/CNAME");
	cr_assert_not(is_current(scratch, 1));
	expect(scratch, 2, "index.html=ONE;p/index.html=two", "w2 u0 ");
	scratch_run(scratch, TREE_IS("./CNAME ./index.html ./p ./p/index.html"));
	scratch_run(scratch, "mv public was2; cp -r was2 public; echo other >public/index.html");
	expect(scratch, 3, "index.html=new", "publish-foreign ");
	scratch_run(scratch, "test $(cat public/index.html) = other");
}

SCRATCH_TEST(publish, a_yard_brought_back_alone_is_told_so)
{
	expect(scratch, 1, "index.html=one", "w1 u0 ");
	scratch_run(scratch, "cp -r .public.tilts kept");
	expect(scratch, 2, "index.html=two", "w1 u0 ");
	scratch_run(scratch, "rm -r .public.tilts; mv kept .public.tilts");
	struct publish *publish = begin(scratch, "public", 3);
	publish_file(publish, S("index.html"), PUBLISH_BY_BYTES, S("three"), &scratch->diags);
	cr_assert_not(publish_commit(publish, &scratch->diags));
	const struct diag_note *note = scratch->diags.list.items[0].notes->next;
	cr_assert(
		note && str_ends(note->text,
				S("brought back alone from a copy, remove both and build again")));
	diags_release(&scratch->diags);
	scratch_run(scratch, "rm -r public .public.tilts");
	expect(scratch, 3, "index.html=three", "w1 u0 ");
}

SCRATCH_TEST(publish, a_copied_file_is_known_by_its_bytes_whatever_its_id)
{
	struct publish *publish = begin(scratch, "public", 1);
	publish_file(publish, S("media/a.pdf"), 5, S("pdf"), &scratch->diags);
	cr_assert(publish_commit(publish, &scratch->diags));
	scratch_run(scratch, "mv public was; cp -r was public");
	publish = begin(scratch, "public", 2);
	publish_file(publish, S("media/a.pdf"), 6, S("PDF"), &scratch->diags);
	cr_assert(publish_commit(publish, &scratch->diags));
	scratch_run(scratch, "test $(cat public/media/a.pdf) = PDF");
}

SCRATCH_TEST(publish, giving_up_leaves_all_as_it_was)
{
	expect(scratch, 1, "index.html=one", "w1 u0 ");
	struct publish *publish = begin(scratch, "public", 2);
	publish_file(publish, S("index.html"), PUBLISH_BY_BYTES, S("two"), &scratch->diags);
	publish_abort(publish);
	publish_abort(publish);
	publish_abort(NULL);
	scratch_run(scratch, "test $(cat public/index.html) = one\n" YARD_IS_CLEAN);
	publish = begin(scratch, "new/site", 1);
	publish_abort(publish);
	scratch_run(scratch, "test ! -e new/site");
}

SCRATCH_TEST(publish, a_path_given_twice_is_refused)
{
	expect(scratch, 1, "index.html=one;index.html=two", "publish-twice ");
	scratch_run(scratch, "test ! -e public");
	expect(scratch, 1, "index.html=one;a=x", "w2 u0 ");
	expect(scratch, 2, "index.html=one;index.html=two", "publish-twice ");
	expect(scratch, 2, "index.html=one;index.html=one", "publish-twice ");
	scratch_run(scratch, "test $(cat public/index.html) = one\n" YARD_IS_CLEAN);
}

SCRATCH_TEST(publish, contents_known_by_id_are_not_read_again)
{
	struct publish *publish = begin(scratch, "public", 1);
	cr_assert_not(publish_keep(publish, S("media/a.pdf"), 5));
	cr_assert(publish_file(publish, S("media/a.pdf"), 5, S("pdf"), &scratch->diags));
	cr_assert(publish_commit(publish, &scratch->diags));
	scratch_run(scratch, "stat -c '%i %y' public/media/a.pdf >was");

	publish = begin(scratch, "public", 2);
	cr_assert_not(publish_keep(publish, S("media/a.pdf"), 6));
	cr_assert_not(publish_keep(publish, S("media/b.pdf"), 5));
	cr_assert(publish_keep(publish, S("media/a.pdf"), 5));
	cr_assert(
		publish_file(publish, S("index.html"), PUBLISH_BY_BYTES, S("x"), &scratch->diags));
	cr_assert(publish_commit(publish, &scratch->diags));
	scratch_run(scratch, "stat -c '%i %y' public/media/a.pdf | cmp - was\n"
			     "sleep 0.02; printf PDF >public/media/a.pdf");

	publish = begin(scratch, "public", 3);
	cr_assert_not(publish_keep(publish, S("media/a.pdf"), 5), "edited by hand");
	publish_abort(publish);
}

SCRATCH_TEST(publish, a_second_build_is_told_who_holds_the_lock)
{
	struct publish *first = begin(scratch, "public", 1);
	cr_assert_null(begin(scratch, "public", 1));
	cr_assert(str_eq(scratch_diags(scratch), S("publish-locked ")));
	cr_assert(str_eq(scratch->diags.list.items[0].notes->text,
		arena_printf(&scratch->arena, "its process id is %ld", (long)getpid())));
	publish_abort(first);
	first = begin(scratch, "public", 1);
	cr_assert_not_null(first);
	publish_abort(first);
}

SCRATCH_TEST(publish, an_output_that_can_not_be_a_site_is_refused)
{
	static const char *const bad[] = {"file", "dangling", ".", "a/..", "linked-file"};
	scratch_run(scratch, "echo >file; ln -s nowhere dangling; ln -s file linked-file; mkdir a");
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		str got = publish_site(scratch, bad[i], 1, "index.html=one");
		cr_assert(str_eq(got, S("publish-output ")), "%s: %.*s", bad[i], STR_ARGS(got));
	}
	scratch_run(scratch, "test \"$(cat file)\" = ''");
	cr_assert(str_eq(publish_site(scratch, "file/x", 1, "a=b"), S("publish-write ")));
}

SCRATCH_TEST(publish, a_link_to_a_folder_is_followed_once)
{
	scratch_run(scratch, "mkdir -p srv/site; ln -s srv/site public; echo x >srv/site/CNAME");
	expect(scratch, 1, "index.html=one", "w1 u0 ");
	cr_assert(str_eq(publish_site(scratch, "public/", 2, "index.html=two"), S("w1 u0 ")));
	scratch_run(scratch, "test $(readlink public) = srv/site; test -f srv/site/CNAME\n"
			     "test $(cat public/index.html) = two; test -d srv/.site.tilts\n");
}

SCRATCH_TEST(publish, never_writes_through_a_link_inside_the_site)
{
	expect(scratch, 1, "p/index.html=one;q=x", "w2 u0 ");
	scratch_run(scratch, "mkdir outside; mv public/p/index.html outside; rmdir public/p\n"
			     "ln -s ../outside public/p");
	expect(scratch, 2, "p/index.html=two;q=x", "publish-foreign ");
	scratch_run(scratch, "rm public/p; echo victim >v; rm public/q; ln -s ../v public/q");
	expect(scratch, 2, "p/index.html=two;q=y", "w2 u0 ");
	scratch_run(scratch, "test $(cat outside/index.html) = one; test $(cat v) = victim\n"
			     "test ! -L public/q; test $(cat public/q) = y");
}

SCRATCH_TEST(publish, scraps_of_a_killed_build_go)
{
	expect(scratch, 1, "index.html=one", "w1 u0 ");
	scratch_run(scratch, "cd .public.tilts; mkdir -p new/p; echo >new/p/index.html\n"
			     "head -c 40 manifest >manifest.new; ln ../public/index.html new/");
	cr_assert(is_current(scratch, 1));
	scratch_run(scratch, YARD_IS_CLEAN);
	expect(scratch, 2, "index.html=one;p/index.html=two", "w1 u1 ");
}

SCRATCH_TEST(publish, a_build_killed_after_its_exchange_is_finished)
{
	expect(scratch, 1, "index.html=one;old/index.html=x", "w2 u0 ");
	scratch_run(scratch, "cp .public.tilts/manifest was; cp -r public old");
	expect(scratch, 2, "index.html=two;new/index.html=y", "w2 u0 ");
	/* As it was just after the exchange, with a file that came too late. */
	scratch_run(scratch, "cd .public.tilts; mv manifest manifest.new; mv ../was manifest\n"
			     "mv ../old new; mkdir -p new/late/er; echo z >new/late/er/file");
	cr_assert(is_current(scratch, 2));
	scratch_run(scratch,
		TREE_IS("./index.html ./late ./late/er ./late/er/file ./new "
			"./new/index.html") YARD_IS_CLEAN "test $(cat public/index.html) = two");
}

SCRATCH_TEST(publish, the_old_site_comes_back_when_two_renames_were_cut)
{
	expect(scratch, 1, "index.html=one", "w1 u0 ");
	scratch_run(scratch, "mv public .public.tilts/old; mkdir .public.tilts/new");
	cr_assert(is_current(scratch, 1));
	scratch_run(scratch, TREE_IS("./index.html") YARD_IS_CLEAN);
}

/* --- what pages loaded before still ask for ------------------------------------------ */

static void expect_at(struct scratch *scratch, int64_t after_s, const char *files,
	const char *wanted, const char *tree)
{
	static uint64_t fingerprint = 100;
	str got = publish_site_at(scratch, "public", ++fingerprint, files, NOW_S + after_s);
	cr_assert(str_eq(got, str_of(wanted)), "%.*s instead of %s", STR_ARGS(got), wanted);
	scratch_run(scratch, arena_printf(&scratch->arena,
				     "test \"$(cd public && find . -type f | sort | tr '\\n' ' "
				     "')\" = '%s'\n" YARD_IS_CLEAN,
				     tree)
				     .ptr);
}

SCRATCH_TEST(publish, a_style_sheet_stays_for_one_site_and_at_least_a_day)
{
	expect_at(scratch, 0, "assets/a.1.css=one;index.html=1", "w2 u0 ",
		"./assets/a.1.css ./index.html ");
	expect_at(scratch, 9 * DAY_S, "assets/a.2.css=two;index.html=2", "w2 u0 ",
		"./assets/a.1.css ./assets/a.2.css ./index.html ");
	expect_at(scratch, 9 * DAY_S + 60, "assets/a.2.css=two;index.html=3", "w1 u1 ",
		"./assets/a.1.css ./assets/a.2.css ./index.html ");
	expect_at(scratch, 10 * DAY_S - 1, "assets/a.2.css=two;index.html=4", "w1 u1 ",
		"./assets/a.1.css ./assets/a.2.css ./index.html ");
	expect_at(scratch, 10 * DAY_S, "assets/a.2.css=two;index.html=5", "w1 u1 ",
		"./assets/a.2.css ./index.html ");
}

SCRATCH_TEST(publish, a_style_sheet_that_comes_back_is_in_use_again)
{
	expect_at(scratch, 0, "assets/a.1.css=one", "w1 u0 ", "./assets/a.1.css ");
	expect_at(scratch, 1, "assets/a.2.css=two", "w1 u0 ", "./assets/a.1.css ./assets/a.2.css ");
	expect_at(scratch, 2, "assets/a.1.css=one", "w0 u1 ", "./assets/a.1.css ./assets/a.2.css ");
	expect_at(scratch, 2 * DAY_S, "assets/a.3.css=three", "w1 u0 ",
		"./assets/a.1.css ./assets/a.3.css ");
	/* The clock was wrong by a year: nothing stays for so long. */
	expect_at(scratch, -365 * DAY_S, "assets/a.4.css=four", "w1 u0 ",
		"./assets/a.1.css ./assets/a.3.css ./assets/a.4.css ");
	expect_at(scratch, -364 * DAY_S, "assets/a.5.css=five", "w1 u0 ",
		"./assets/a.4.css ./assets/a.5.css ");
}

SCRATCH_TEST(publish, only_what_was_written_lingers)
{
	expect_at(scratch, 0, "assets/a.1.css=one;p/index.html=x", "w2 u0 ",
		"./assets/a.1.css ./p/index.html ");
	scratch_run(scratch, "sleep 0.02; echo other >public/assets/a.1.css");
	expect_at(scratch, 1, "assets/a.2.css=two", "w1 u0 ", "./assets/a.2.css ");
}

/* --- a manifest that is damaged, or can't be read -------------------------------------- */

Test(publish, a_damaged_manifest_stops_nobody)
{
	static const char *const damages[] = {"truncate -s 0 manifest", "truncate -s -1 manifest",
		"truncate -s 90 manifest", "echo x >>manifest", "sed -i s/index/inbex/ manifest",
		"sed -i 1s/2/9/ manifest", "head -c 300 /dev/zero >manifest"};
	for (size_t i = 0; i < ARRAY_LEN(damages); i++) {
		struct scratch scratch;
		scratch_init(&scratch);
		expect(&scratch, 1, "index.html=one;p/index.html=two;q=x", "w3 u0 ");
		scratch_run(&scratch, "echo mine >public/CNAME");
		scratch_run(&scratch,
			arena_printf(&scratch.arena, "cd .public.tilts; %s", damages[i]).ptr);
		expect(&scratch, 2, "index.html=ONE;p/index.html=two;q=y",
			"w3 u0 publish-manifest ");
		scratch_run(&scratch, TREE_IS("./CNAME ./index.html ./p ./p/index.html ./q")
					      YARD_IS_CLEAN "test $(cat public/index.html) = ONE");
		expect(&scratch, 3, "index.html=1;p/index.html=two", "w1 u1 ");
		scratch_run(&scratch, TREE_IS("./CNAME ./index.html ./p ./p/index.html"));
		scratch_release(&scratch);
	}
}

SCRATCH_TEST(publish, what_a_damaged_manifest_still_tells_is_believed)
{
	expect(scratch, 1, "gone.html=old;index.html=one;also-gone.html=older", "w3 u0 ");
	scratch_run(scratch, "sleep 0.02; echo changed >public/also-gone.html\n"
			     "truncate -s -3 .public.tilts/manifest");
	expect(scratch, 2, "index.html=two", "w1 u0 publish-manifest ");
	scratch_run(scratch, TREE_IS("./also-gone.html ./index.html"));
}

SCRATCH_TEST(publish, an_exchange_whose_new_manifest_got_damaged_is_finished)
{
	expect(scratch, 1, "index.html=one;old/index.html=x", "w2 u0 ");
	scratch_run(scratch, "cp .public.tilts/manifest was; mv public old; cp -r old public");
	expect(scratch, 2, "index.html=two;new/index.html=y", "w2 u0 ");
	scratch_run(scratch, "cd .public.tilts; mv manifest manifest.new; mv ../was manifest\n"
			     "mv ../old new; truncate -s -3 manifest.new");
	expect(scratch, 3, "index.html=two;new/index.html=z", "w2 u0 publish-manifest ");
	scratch_run(scratch, TREE_IS("./index.html ./new ./new/index.html") YARD_IS_CLEAN);
}

SCRATCH_TEST(publish, a_manifest_that_can_not_be_read_ends_the_build)
{
	expect(scratch, 1, "index.html=one", "w1 u0 ");
	scratch_run(scratch, "cd .public.tilts; mv manifest kept; mkdir manifest");
	expect(scratch, 2, "index.html=two", "publish-read ");
	scratch_run(scratch, "rmdir .public.tilts/manifest; cd .public.tilts; mv kept manifest\n"
			     "mkdir manifest.new");
	expect(scratch, 2, "index.html=two", "publish-read ");
	scratch_run(
		scratch, "test $(cat public/index.html) = one; rmdir .public.tilts/manifest.new");
	expect(scratch, 2, "index.html=two", "w1 u0 ");
}

/* --- who may see it ---------------------------------------------------------------------- */

SCRATCH_TEST(publish, what_is_public_can_be_read_by_everybody)
{
	mode_t mask = umask(077);
	str got = publish_site(scratch, "srv/public", 1, "index.html=one;p/index.html=two");
	cr_assert(str_eq(got, S("w2 u0 ")));
	cr_assert_eq(umask(mask), 077, "the umask is the process's again");
	scratch_run(scratch,
		"test $(stat -c %a srv srv/public srv/public/p srv/public/p/index.html "
		"srv/.public.tilts | tr '\\n' _) = 755_755_755_644_750_\n"
		"chmod 600 srv/public/index.html");
	got = publish_site(scratch, "srv/public", 1, "index.html=one;p/index.html=two");
	cr_assert(str_eq(got, S("w1 u1 ")), "%.*s", STR_ARGS(got));
	scratch_run(scratch, "test $(stat -c %a srv/public/index.html) = 644");
}

SCRATCH_TEST(publish, a_yard_below_the_web_root_is_told)
{
	scratch_run(scratch, "mkdir -p html other; echo >other/index.html");
	str got = publish_site(scratch, "html/portal", 1, "index.html=one");
	cr_assert(str_eq(got, S("w1 u0 publish-yard ")), "%.*s", STR_ARGS(got));
	got = publish_site(scratch, "other/portal", 1, "index.html=one");
	cr_assert(str_eq(got, S("w1 u0 publish-yard ")), "%.*s", STR_ARGS(got));
	got = publish_site(scratch, "html/sites/town/public", 1, "index.html=one");
	cr_assert(str_eq(got, S("w1 u0 publish-yard ")), "%.*s", STR_ARGS(got));
	got = publish_site(scratch, "portal/html", 1, "index.html=one");
	cr_assert(str_eq(got, S("w1 u0 ")), "%.*s", STR_ARGS(got));
	got = publish_site(scratch, "other/sites/public", 1, "index.html=one");
	cr_assert(str_eq(got, S("w1 u0 ")), "%.*s", STR_ARGS(got));
}

struct crowd {
	struct publish *publish;
	struct scratch *scratch;
	int version;
};

static void put(void *ctx, unsigned worker, size_t i)
{
	struct crowd *crowd = ctx;
	struct diags diags;
	char path[64], bytes[64];
	UNUSED(worker);
	diags_init(&diags);
	snprintf(path, sizeof(path), "s%zu/p%zu/index.html", i % 7, i);
	snprintf(bytes, sizeof(bytes), "%zu of %d", i, i % 3 ? 0 : crowd->version);
	cr_assert(publish_file(
		crowd->publish, str_of(path), PUBLISH_BY_BYTES, str_of(bytes), &diags));
	diags_release(&diags);
}

SCRATCH_TEST(publish, many_threads_make_one_site)
{
	for (int version = 1; version <= 3; version++) {
		struct crowd crowd = {
			begin(scratch, "public", (uint64_t)version), scratch, version};
		parallel_for(8, 600, put, &crowd);
		cr_assert(publish_commit(crowd.publish, &scratch->diags));
		cr_assert_eq(publish_counts(crowd.publish).unchanged, version == 1 ? 0 : 400);
	}
	scratch_run(scratch, "test $(find public -type f | wc -l) = 600\n"
			     "test \"$(cat public/s3/p591/index.html)\" = '591 of 3'\n"
			     "test \"$(cat public/s5/p593/index.html)\" = '593 of 0'\n");
}
