/* In which order messages are told. */
#include <criterion/criterion.h>

#include "diag/report.h"

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
