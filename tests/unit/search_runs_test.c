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

static void expect_runs(struct runs *runs, str text)
{
	size_t n = 0, at = 0;
	runs_take(runs, text);
	for (str slow; (slow = slow_next(text, &at)).len; n++) {
		cr_assert_lt(n, runs_count(runs), "%zu of %zu", at, text.len);
		str run = runs_at(runs, text, n);
		cr_assert_eq(run.ptr, slow.ptr, "%zu of %zu", at, text.len);
		cr_assert_eq(run.len, slow.len, "%zu of %zu", at, text.len);
	}
	cr_assert_eq(n, runs_count(runs), "of %zu", text.len);
	cr_assert_eq(runs_begin(runs, n), UINT32_MAX, "of %zu", text.len);
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
	struct runs runs = {0};
	struct buf text;
	buf_init(&text);
	add_mixed(&text, 45);
	for (size_t len = 0; len < 300; len++)
		expect_runs(&runs, str_sub(buf_str(&text), 0, len));
	for (size_t at = 0; at < 200; at++)
		expect_runs(&runs, str_from(buf_str(&text), at));
	buf_clear(&text);
	buf_add_repeat(&text, 'a', 100000);
	expect_runs(&runs, buf_str(&text));
	runs_release(&runs);
	buf_release(&text);
}
