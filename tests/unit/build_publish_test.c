#include <criterion/criterion.h>

#include "build/build.h"
#include "source_scratch.h"

#define COMMON "tests/sites/common/"

/* What was made of the texts is freed before publishing: who looks for it then must find nothing,
 * and not what stood there. */
SCRATCH_TEST(build_publish, of_a_published_site_the_settings_are_left)
{
	struct build build = {0};
	const struct build_options options = {.source = S(COMMON "content"),
		.templates = S(COMMON "templates"),
		.output = scratch_path(scratch, "public"),
		.now = S("2026-11-22"),
		.jobs = 2};
	cr_assert(build_run(&build, &options));
	cr_assert_gt(build.counts.written, 0);
	cr_assert_gt(build.npages, 0);
	cr_assert(str_eq(build.site.config.timezone, S("Europe/Riga")));
	cr_assert_eq(build.site.pages.len, 0);
	cr_assert_null(build.site.home);
	cr_assert_eq(build.site.nkinds, 0);
	cr_assert_null(build.documents);
	cr_assert_null(build.workers);
	build_release(&build);
}
