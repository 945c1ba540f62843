/* Questions to small indexes; and indexes that are damaged. */
#include <criterion/criterion.h>

#include "search/query.h"

static struct arena arena;

static void begin(void)
{
	arena_init(&arena);
}

static void end(void)
{
	arena_release(&arena);
}

TestSuite(search_query, .init = begin, .fini = end);

/* Pages 0 and 1: "visit" stands on both and weighs more on page 1; "prison" on 0. */
#define INDEX                                                                                      \
	"tilts-search 1 v\nlanguage en en\npages 2 4\nlabel Contact\nheads prison\nbodies "        \
	"prison\n"
#define HEADS "v\n#prison )!#0\n#visit (!#&%0\n"
#define PAGES                                                                                      \
	"v\n#\t/prison/\tPrison\tAll\t67000000\n#\t/visit/\tVisit\tHow\t\tapply\tHow to apply\n"

static struct files {
	str index, heads, pages;
} files;

static bool read_file(void *ctx, str path, str *bytes)
{
	const struct files *f = ctx;
	*bytes = str_ends(path, S("index.txt")) ? f->index
		 : str_ends(path, S("t0.txt"))  ? f->heads
		 : str_ends(path, S("d0.txt"))  ? f->pages
						: S("");
	return bytes->len > 0;
}

/* The address of the best page; "" when there is none. */
static str best(str index_text, str heads, str pages, str text)
{
	struct index_page page = {.url = S("")};
	files = (struct files){index_text, heads, pages};
	struct index_source source = {&files, read_file};
	const struct folder *folder = folder_new(&arena);
	struct index *index = index_open(&source, folder, S("en"));
	if (!index)
		return S("no index");
	struct answers answers = query_run(index, folder, text, &arena);
	if (answers.len && !index_page(index, answers.items[0].page, &page))
		page.url = S("no page");
	str url = arena_str(&arena, page.url);
	index_close(index);
	return url;
}

static void expect_best(str text, str url)
{
	str found = best(S(INDEX), S(HEADS), S(PAGES), text);
	cr_expect(str_eq(found, url), "'%.*s' finds '%.*s'", STR_ARGS(text), STR_ARGS(found));
}

Test(search_query, the_page_that_has_most_comes_first)
{
	expect_best(S("visiting"), S("/visit/"));
	expect_best(S("VISIT prison"), S("/prison/"));
	expect_best(S("prizon"), S("/prison/"));
	expect_best(S("pris"), S("/prison/"));
	expect_best(S("зкшыщт"), S("/prison/"));
}

Test(search_query, what_is_no_question_finds_nothing)
{
	expect_best(S(""), S(""));
	expect_best(S("?!<script>.*+[(\\"), S(""));
	expect_best(S("\xff\xc3"), S(""));
	struct buf text;
	buf_init(&text);
	buf_add_repeat(&text, 'a', 10000);
	expect_best(buf_str(&text), S(""));
	buf_release(&text);
}

Test(search_query, a_damaged_index_is_none)
{
	cr_expect(str_eq(best(S("x"), S(HEADS), S(PAGES), S("visit")), S("no index")));
	cr_expect(str_eq(best(S(INDEX), S("w\n#visit (!#&"), S(PAGES), S("visit")), S("")),
		"a part of another build");
	cr_expect(str_eq(best(S(INDEX), S("v\n#visit (!~~~~~~~"), S(PAGES), S("visit")), S("")));
	cr_expect(str_eq(best(S(INDEX), S(HEADS), S("v\n"), S("visit")), S("no page")));
}
