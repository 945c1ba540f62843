#include <criterion/criterion.h>

#include "publish/twin.h"
#include "source_scratch.h"

/* Publishes `len` letters with their twins; "w3 u0" are the counts. */
static str publish_letters(struct scratch *scratch, char letter, size_t len)
{
	struct publish_options options = {.output = scratch_path(scratch, "public"), .threads = 1};
	struct publish *publish = publish_begin(&options, &scratch->arena, &scratch->diags);
	struct compressor compressor = {0};
	struct buf text;
	buf_init(&text);
	buf_add_repeat(&text, letter, len);
	publish_file(publish, S("a.html"), PUBLISH_BY_BYTES, buf_str(&text), &scratch->diags);
	cr_assert(twin_publish(publish, &compressor, S("a.html"), buf_str(&text), &scratch->diags));
	cr_assert(publish_commit(publish, &scratch->diags));
	buf_release(&text);
	compressor_release(&compressor);
	struct publish_counts counts = publish_counts(publish);
	return arena_printf(&scratch->arena, "w%zu u%zu", counts.written, counts.unchanged);
}

SCRATCH_TEST(publish_twin, gives_the_bytes_back)
{
	cr_assert(str_eq(publish_letters(scratch, 'a', 5000), S("w3 u0")));
	scratch_run(scratch, "zcat public/a.html.gz | cmp - public/a.html\n"
			     "test $(stat -c %s public/a.html.br) -lt 100\n");
}

SCRATCH_TEST(publish_twin, stays_with_its_file_and_goes_with_it)
{
	publish_letters(scratch, 'a', 5000);
	cr_assert(str_eq(publish_letters(scratch, 'a', 5000), S("w0 u3")));
	cr_assert(str_eq(publish_letters(scratch, 'b', 5000), S("w3 u0")));
	scratch_run(scratch, "zcat public/a.html.gz | cmp - public/a.html");
	cr_assert(str_eq(publish_letters(scratch, 'b', 1), S("w1 u0")), "no smaller");
	scratch_run(scratch, "test \"$(ls public)\" = a.html");
}

/* Words of a text that a compressor has to work at. */
static void add_words(struct buf *text, size_t n)
{
	uint32_t state = 1;
	for (size_t i = 0; i < n; i++) {
		state = state * 1103515245 + 12345;
		buf_printf(text, "<p>%x %u</p>\n", (unsigned)(state >> 20), (unsigned)(i % 7));
	}
}

SCRATCH_TEST(publish_twin, what_is_near_the_root_is_worth_more_work)
{
	static const char *const paths[] = {"ru/a/index.html", "ru/a/b/index.html"};
	struct publish_options options = {.output = scratch_path(scratch, "public"), .threads = 1};
	struct publish *publish = publish_begin(&options, &scratch->arena, &scratch->diags);
	struct compressor compressor = {0};
	struct buf text;
	buf_init(&text);
	add_words(&text, 1000);
	for (size_t i = 0; i < ARRAY_LEN(paths); i++)
		cr_assert(twin_publish(
			publish, &compressor, str_of(paths[i]), buf_str(&text), &scratch->diags));
	cr_assert(publish_commit(publish, &scratch->diags));
	buf_release(&text);
	compressor_release(&compressor);
	scratch_run(scratch,
		"for twin in br gz; do test $(stat -c %s public/ru/a/index.html.$twin) -lt "
		"$(stat -c %s public/ru/a/b/index.html.$twin) || exit 1; done\n");
}

Test(publish_twin, is_wanted_for_texts_alone)
{
	cr_assert(twin_wants(S("a/index.html")));
	cr_assert(twin_wants(S("media/MAP.SVG")));
	cr_assert_not(twin_wants(S("media/a.jpg")));
	cr_assert_not(twin_wants(S("media/html")));
	cr_assert_not(twin_wants(S("a.html.gz")));
}
