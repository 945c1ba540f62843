/* In which order messages are told, and where they stand. */
#include <criterion/criterion.h>

#include "diag/report.h"
#include "growth.h"

/* An error between two warnings, as diags_sort() leaves them. */
static void say(struct diags *diags)
{
	diags_init(diags);
	diag_add(diags, DIAG_SERVICE_UNREACHABLE, SPAN_NONE, "first");
	diag_add(diags, DIAG_LINK_MISSING, SPAN_NONE, "second");
	diag_note(diags, SPAN_NONE, "of the second");
	diag_add(diags, DIAG_SERVICE_UNREACHABLE, SPAN_NONE, "third");
}

static void expect_order(enum report_format format, const char *const words[4])
{
	size_t at = 0;
	struct buf text;
	struct diags diags;
	const struct sources none = {0};
	buf_init(&text);
	say(&diags);
	report(&text, &diags, &none, format, false);
	for (size_t i = 0; i < 4; i++) {
		size_t found = str_find(str_from(buf_str(&text), at), str_of(words[i]));
		cr_assert_neq(found, STR_NONE, "%s, in its place:\n%s", words[i], text.data);
		at += found + strlen(words[i]);
	}
	diags_release(&diags);
	buf_release(&text);
}

Test(diag_report, a_text_ends_with_the_errors)
{
	expect_order(REPORT_TEXT,
		(const char *const[]){"first", "third", "error: second", "of the second"});
}

Test(diag_report, a_page_begins_with_them)
{
	expect_order(REPORT_PAGE,
		(const char *const[]){"error: second", "of the second", "first", "third"});
}

Test(diag_report, lists_for_programs_are_by_place_alone)
{
	static const enum report_format lists[] = {REPORT_JSON, REPORT_GITHUB, REPORT_GITLAB};
	for (size_t i = 0; i < ARRAY_LEN(lists); i++)
		expect_order(lists[i],
			(const char *const[]){"first", "second", "of the second", "third"});
}

/* --- places ---------------------------------------------------------------------------- */

/* Whichever place was asked for before, the answer is that of a walk from the top. */
Test(diag_report, a_place_does_not_depend_on_the_one_before)
{
	static const str texts[] = {STR_INIT(""), STR_INIT("\n"), STR_INIT("ā"),
		STR_INIT("viens\r\n\n\ntrīs четыре\n\xc4 \x81\x81\npēdējā")};
	for (size_t t = 0; t < ARRAY_LEN(texts); t++)
		for (size_t i = 0; i <= texts[t].len + 1; i++)
			for (size_t k = 0; k <= texts[t].len + 1; k++) {
				struct place_walk walk = {.text = texts[t]};
				place_next(&walk, i);
				struct place at = place_next(&walk, k), top = place_at(texts[t], k);
				cr_assert(at.line == top.line && at.column == top.column &&
						  str_eq(at.line_text, top.line_text),
					"text %zu: %zu behind %zu", t, k, i);
			}
}

Test(diag_report, a_place_is_a_line_and_a_letter)
{
	struct place place = place_at(S("viens\r\nāā b\n"), strlen("viens\r\nāā "));
	cr_assert_eq(place.line, 2);
	cr_assert_eq(place.column, 4);
	cr_assert(str_eq(place.line_text, S("āā b")));
	cr_assert(str_eq(place_at(S("viens\r\n"), 2).line_text, S("viens")));
}

struct many {
	enum report_format format;
	char parts; /* what stands between two places: one line, or many */
};

/* A message at each of n places of one text, all alike. */
static void report_many(void *ctx, size_t n)
{
	const struct many *many = ctx;
	struct buf text, out;
	struct diags diags;
	struct sources sources = {0};
	buf_init(&text);
	buf_init(&out);
	diags_init(&diags);
	uint32_t number = sources_add(&sources, S("a.md"));
	for (size_t i = 0; i < n; i++) {
		buf_adds(&text, "words");
		buf_add_char(&text, many->parts);
		diag_add(&diags, DIAG_LINK_MISSING, span_of(number, 6 * i, 6 * i + 5), "x");
	}
	sources_at(&sources, number)->text = buf_str(&text);
	report(&out, &diags, &sources, many->format, false);
	diags_release(&diags);
	sources_release(&sources);
	buf_release(&out);
	buf_release(&text);
}

Test(diag_report, time_grows_with_the_number_of_messages, .timeout = HANGS)
{
	struct many all[] = {{REPORT_TEXT, '\n'}, {REPORT_TEXT, ' '}, {REPORT_JSON, '\n'},
		{REPORT_GITHUB, ' '}, {REPORT_GITLAB, '\n'}};
	for (size_t i = 0; i < ARRAY_LEN(all); i++)
		cr_assert(growth_is_linear(report_many, &all[i], 30000), "format %d, '%c'",
			all[i].format, all[i].parts);
}
