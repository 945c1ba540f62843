/* Sites that are published by bringing the site before the last up to date. */
#include <criterion/criterion.h>

#include "publish_fixture.h"

static str publish_site(struct scratch *scratch, const char *files)
{
	struct publish_options options = {.output = scratch_path(scratch, "public"),
		.fingerprint = str_of(files).len,
		.threads = 2,
		.now_s = 1000000,
		.lingers = fixture_lingers,
		.spare_from = 1};
	return fixture_publish(scratch, &options, files);
}

static void expect(struct scratch *scratch, const char *files, const char *wanted)
{
	str got = publish_site(scratch, files);
	cr_assert(str_eq(got, str_of(wanted)), "%.*s instead of %s", STR_ARGS(got), wanted);
}

/* Shell: public holds these files and folders, hidden ones too, and no more. */
#define TREE_IS(files)                                                                             \
	"test \"$(cd public && find . -mindepth 1 | sort | tr '\\n' ' ')\" = '" files " '\n"
#define HAS_SPARE "test -f .public.tilts/manifest.old\n"
#define NO_SPARE  "test ! -e .public.tilts/manifest.old; test ! -e .public.tilts/new\n"

/* Times of folders are believed once they are not young any more. */
static void age(struct scratch *scratch, bool aged)
{
	if (aged)
		scratch_run(scratch, "find public .public.tilts/new -type d "
				     "-exec touch -d 2020-02-02 {} +");
}

/* A test is run with folders of today, which are looked into, and with old ones. */
static void run_twice(void (*test)(struct scratch *scratch, bool aged))
{
	for (int aged = 0; aged < 2; aged++) {
		struct scratch scratch;
		scratch_init(&scratch);
		expect(&scratch, "index.html=one;p/index.html=two;q/r/index.html=x", "w3 u0 ");
		expect(&scratch, "index.html=ONE;p/index.html=two;q/r/index.html=x", "w1 u2 ");
		scratch_run(&scratch, HAS_SPARE);
		age(&scratch, aged);
		expect(&scratch, "index.html=uno;p/index.html=two;q/r/index.html=x", "w1 u2 ");
		age(&scratch, aged);
		expect(&scratch, "index.html=UNO;p/index.html=two;q/r/index.html=x", "w1 u2 ");
		scratch_run(&scratch, HAS_SPARE);
		test(&scratch, aged);
		scratch_release(&scratch);
	}
}

static void change_all(struct scratch *scratch, bool aged)
{
	scratch_run(scratch, "stat -c %i .public.tilts/new >was");
	expect(scratch, "index.html=3;p/index.html=four;p/s=5", "w3 u0 ");
	scratch_run(scratch,
		"stat -c %i public | cmp - was\n"
		"test $(cat public/index.html public/p/index.html) = 3four\n" HAS_SPARE TREE_IS(
			"./index.html ./p ./p/index.html ./p/s"));
	age(scratch, aged);
	expect(scratch, "index.html=3;p=file;q=file", "w2 u1 ");
	scratch_run(scratch, TREE_IS("./index.html ./p ./q"));
	age(scratch, aged);
	expect(scratch, "index.html=3;p/index.html=four;q/r/s/t=x", "w2 u1 ");
	scratch_run(
		scratch, TREE_IS("./index.html ./p ./p/index.html ./q ./q/r ./q/r/s ./q/r/s/t"));
	expect(scratch, "index.html=3;p/index.html=four;q/r/s/t=x;z=last", "w1 u3 ");
	scratch_run(scratch, HAS_SPARE "test $(cat public/z public/q/r/s/t) = lastx\n");
}

Test(publish_spare, is_brought_up_to_date)
{
	run_twice(change_all);
}

static void files_of_others(struct scratch *scratch, bool aged)
{
	scratch_run(scratch, "echo mine >public/q/CNAME; mkdir -p public/empty/folder");
	expect(scratch, "index.html=1;q/r/index.html=x", "w1 u1 ");
	scratch_run(scratch, TREE_IS("./empty ./empty/folder ./index.html ./q ./q/CNAME ./q/r "
				     "./q/r/index.html") "test $(cat public/q/CNAME) = mine\n");
	expect(scratch, "index.html=2;q/r/index.html=x", "w1 u1 ");
	scratch_run(scratch,
		"test $(cat public/q/CNAME) = mine\n" NO_SPARE "rm -r public/q/CNAME public/empty");
	for (int i = 0; i < 4; i++) {
		age(scratch, aged && i > 1);
		expect(scratch,
			i % 2 ? "index.html=2;q/r/index.html=x" : "index.html=1;q/r/index.html=x",
			"w1 u1 ");
		scratch_run(scratch, TREE_IS("./index.html ./q ./q/r ./q/r/index.html"));
	}
	scratch_run(scratch, HAS_SPARE);
}

Test(publish_spare, has_no_files_of_others)
{
	run_twice(files_of_others);
}

static void touched(struct scratch *scratch, bool aged)
{
	UNUSED(aged);
	scratch_run(scratch, "cd .public.tilts/new; mkdir q/s; rm q/r/index.html");
	expect(scratch, "index.html=3;p/index.html=two;q/r/index.html=x", "w1 u2 ");
	scratch_run(scratch, "test $(cat public/q/r/index.html) = x\n" TREE_IS(
				     "./index.html ./p ./p/index.html ./q ./q/r ./q/r/index.html"));
	scratch_run(scratch,
		"rm .public.tilts/new/q/r/index.html; echo x >.public.tilts/new/index.html");
	expect(scratch, "index.html=4;p/index.html=two;q/r/index.html=x", "w1 u2 ");
	scratch_run(scratch, "test $(cat public/index.html public/q/r/index.html) = 4x\n" TREE_IS(
				     "./index.html ./p ./p/index.html ./q ./q/r ./q/r/index.html"));
	scratch_run(scratch, "cd .public.tilts/new/p; printf TWO >x; mv x index.html");
	expect(scratch, "index.html=5;p/index.html=two;q/r/index.html=x", "w1 u2 ");
	scratch_run(scratch, "test $(cat public/index.html public/p/index.html) = 5two\n");
}

Test(publish_spare, is_not_believed_when_somebody_was_in_it)
{
	run_twice(touched);
}

/* Whoever stood in the output when it was built stands in the spare since. */
static void stood_in_it(struct scratch *scratch, bool aged)
{
	UNUSED(aged);
	scratch_run(scratch, "cd .public.tilts/new; printf mine >q/CNAME; mkdir s; echo x >s/t");
	expect(scratch, "index.html=3;q/r/index.html=x", "w1 u1 ");
	scratch_run(
		scratch, TREE_IS("./index.html ./q ./q/CNAME ./q/r ./q/r/index.html ./s ./s/t"));
	scratch_run(scratch, "test $(cat public/q/CNAME public/s/t) = minex");
	expect(scratch, "index.html=4;q/r/index.html=x", "w1 u1 ");
	scratch_run(scratch, NO_SPARE "test $(cat public/q/CNAME public/s/t) = minex");
}

Test(publish_spare, gives_the_output_what_others_put_into_it)
{
	run_twice(stood_in_it);
}

/* Who saw nothing of his file put it there once more, into the output itself. */
static void put_twice(struct scratch *scratch, bool aged)
{
	UNUSED(aged);
	scratch_run(scratch, "printf early >.public.tilts/new/q/CNAME; sleep 0.02\n"
			     "printf late >public/q/CNAME");
	expect(scratch, "index.html=3;q/r/index.html=x", "w1 u1 ");
	scratch_run(scratch, "test $(cat public/q/CNAME) = late");
}

Test(publish_spare, takes_nothing_that_came_later)
{
	run_twice(put_twice);
}

/* The spare is of no use beside an output that is another folder, or is not known. */
static void stood_beside(struct scratch *scratch, bool aged)
{
	UNUSED(aged);
	static const char *const ends[] = {"cp -a public x; rm -r public; mv x public",
		"truncate -s -3 .public.tilts/manifest"};
	for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
		scratch_run(scratch, "printf mine >.public.tilts/new/q/CNAME");
		scratch_run(scratch, ends[i]);
		publish_site(scratch, "index.html=3;q/r/index.html=x");
		scratch_run(scratch, "test $(cat public/q/CNAME) = mine; rm public/q/CNAME");
		for (int n = 0; n < 3; n++)
			publish_site(scratch, n % 2 ? "index.html=4;q/r/index.html=x"
						    : "index.html=5;q/r/index.html=x");
		scratch_run(scratch, HAS_SPARE "test ! -e public/q/CNAME");
	}
}

Test(publish_spare, of_no_use_gives_the_output_what_others_put_into_it)
{
	run_twice(stood_beside);
}

static void changed_in_place(struct scratch *scratch, bool aged)
{
	UNUSED(aged);
	scratch_run(
		scratch, "sleep 0.02; printf TWO >public/p/index.html; rm public/q/r/index.html");
	expect(scratch, "index.html=3;p/index.html=two;q/r/index.html=x", "w3 u0 ");
	scratch_run(
		scratch, "test $(cat public/p/index.html public/q/r/index.html) = twox\n" TREE_IS(
				 "./index.html ./p ./p/index.html ./q ./q/r ./q/r/index.html"));
	expect(scratch, "index.html=4;p/index.html=two;q/r/index.html=x", "w1 u2 ");
	scratch_run(scratch, "test $(cat public/p/index.html public/q/r/index.html) = twox\n");
}

Test(publish_spare, takes_nothing_that_was_changed_in_place)
{
	run_twice(changed_in_place);
}

static void renewed(struct scratch *scratch, bool aged)
{
	UNUSED(aged);
	/* The same files by another fingerprint, killed before manifest.new was the manifest. */
	scratch_run(scratch, "cp .public.tilts/manifest .public.tilts/manifest.new");
	expect(scratch, "p/index.html=two;index.html=UNO;q/r/index.html=x", "w0 u3 ");
	scratch_run(scratch, HAS_SPARE TREE_IS("./index.html ./p ./p/index.html ./q ./q/r "
					       "./q/r/index.html"));
	/* Killed when the manifest was manifest.old already. */
	scratch_run(scratch, "cd .public.tilts; cp -a ../public copy; mv manifest manifest.new\n"
			     "rm -r copy");
	expect(scratch, "index.html=5;p/index.html=two;q/r/index.html=x", "w1 u2 ");
	scratch_run(scratch,
		TREE_IS("./index.html ./p ./p/index.html ./q ./q/r ./q/r/index.html") "test $(cat "
										      "public/"
										      "index.html) "
										      "= 5\n");
}

Test(publish_spare, is_there_still_when_the_manifest_alone_was_renewed)
{
	run_twice(renewed);
}

static void lost_output(struct scratch *scratch, bool aged)
{
	UNUSED(aged);
	scratch_run(scratch, "rm -r public");
	expect(scratch, "index.html=3;p/index.html=two", "w2 u0 ");
	scratch_run(scratch, TREE_IS("./index.html ./p ./p/index.html") NO_SPARE
		"mv public away; cp -r away public");
	expect(scratch, "index.html=4;p/index.html=two", "w2 u0 ");
	scratch_run(scratch, TREE_IS("./index.html ./p ./p/index.html"));
}

Test(publish_spare, goes_with_the_output)
{
	run_twice(lost_output);
}

static void of_no_use(struct scratch *scratch, bool aged)
{
	UNUSED(aged);
	static const char *const damages[] = {"truncate -s -3 manifest.old", "rm manifest.old",
		"cp manifest manifest.old", "rm -r new", "mv new x; cp -a x new; rm -r x"};
	for (size_t i = 0; i < ARRAY_LEN(damages); i++) {
		scratch_run(scratch,
			arena_printf(&scratch->arena, "cd .public.tilts; %s", damages[i]).ptr);
		expect(scratch, i % 2 ? "index.html=1;p=2" : "index.html=2;p=2",
			i ? "w1 u1 " : "w2 u0 ");
		scratch_run(scratch, TREE_IS("./index.html ./p"));
		expect(scratch, "index.html=3;p=2", "w1 u1 ");
		expect(scratch, i % 2 ? "index.html=1;p=2" : "index.html=2;p=2", "w1 u1 ");
		scratch_run(scratch, HAS_SPARE);
	}
}

Test(publish_spare, that_is_damaged_is_none)
{
	run_twice(of_no_use);
}
