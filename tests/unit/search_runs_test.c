/* Runs, against a walk byte by byte. */
#include <criterion/criterion.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "search/runs.h"

static bool is_of_run(char c)
{
	return ascii_is_alnum((unsigned char)c) || c == '\'' || (unsigned char)c >= 0x80;
}

static str slow_next(str text, size_t *at)
{
	while (*at < text.len && !is_of_run(text.ptr[*at]))
		++*at;
	size_t start = *at;
	while (*at < text.len && is_of_run(text.ptr[*at]))
		++*at;
	return str_sub(text, start, *at);
}

static void expect_runs(str text, size_t at)
{
	struct runs runs = runs_from(text, at);
	str run;
	for (str slow; (slow = slow_next(text, &at)).len;) {
		cr_assert(runs_next(&runs, &run), "%zu of %zu", at, text.len);
		cr_assert_eq(run.ptr, slow.ptr, "%zu of %zu", at, text.len);
		cr_assert_eq(run.len, slow.len, "%zu of %zu", at, text.len);
	}
	cr_assert_not(runs_next(&runs, &run));
}

/* Of runs and gaps of all lengths up to `most`, one after the other. */
static void add_mixed(struct buf *text, size_t most)
{
	static const char *const letters[] = {"a", "Z", "0", "'", "\xc4\x81"};
	static const char gaps[] = " -.\n\t";
	for (size_t n = 1; n <= most; n++) {
		for (size_t i = 0; i < n; i++)
			buf_add(text, str_of(letters[(n + i) % 5]));
		buf_add_repeat(text, gaps[n % 5], n % 7 + 1);
	}
}

Test(search_runs, they_are_those_of_a_walk_byte_by_byte)
{
	struct buf text;
	buf_init(&text);
	add_mixed(&text, 45);
	for (size_t len = 0; len < 300; len++)
		expect_runs(str_sub(buf_str(&text), 0, len), 0);
	for (size_t at = 0; at < 200; at++)
		expect_runs(buf_str(&text), at);
	buf_release(&text);
}

Test(search_runs, of_one_that_is_too_long_only_the_beginning_is_told)
{
	struct buf text;
	str run;
	buf_init(&text);
	buf_adds(&text, "-");
	buf_add_repeat(&text, 'a', 100000);
	struct runs runs = runs_from(buf_str(&text), 0);
	cr_assert(runs_next(&runs, &run));
	cr_expect_eq(run.ptr, text.data + 1);
	cr_expect_gt(run.len, (size_t)RUN_MAX);
	cr_expect_lt(run.len, (size_t)RUN_MAX + 2 * RUNS_BLOCK);
	buf_release(&text);
}
