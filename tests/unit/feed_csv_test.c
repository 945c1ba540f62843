/* Cells of tables: quotes, and what a spreadsheet must not run. */
#include <criterion/criterion.h>
#include <string.h>

#include "feed/csv.h"

static void expect_row(const char *const *cells, size_t n, const char *wanted)
{
	struct buf out;
	struct csv csv = {.out = &out};
	buf_init(&out);
	for (size_t i = 0; i < n; i++)
		csv_text(&csv, str_of(cells[i]));
	csv_end_row(&csv);
	cr_expect_str_eq(out.data, wanted);
	buf_release(&out);
}

#define EXPECT_ROW(wanted, ...)                                                                    \
	do {                                                                                       \
		const char *const cells[] = {__VA_ARGS__};                                         \
		expect_row(cells, ARRAY_LEN(cells), wanted);                                       \
	} while (0)

Test(csv, quotes_only_where_needed)
{
	EXPECT_ROW("a,b c,,d\r\n", "a", "b c", "", "d");
	EXPECT_ROW(
		"\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n", "a,b", "say \"no\"", "two\nlines");
	EXPECT_ROW("\" a\",\"b \"\r\n", " a", "b ");
	EXPECT_ROW("āčē,Привет\r\n", "āčē", "Привет");
}

Test(csv, formulas_get_an_apostrophe)
{
	EXPECT_ROW("'=1+1,'@A1,'+A1,'-A1\r\n", "=1+1", "@A1", "+A1", "-A1");
	EXPECT_ROW("\"'=HYPERLINK(\"\"x\"\",1)\"\r\n", "=HYPERLINK(\"x\",1)");
	EXPECT_ROW("'-2+3,'-\r\n", "-2+3", "-");
	EXPECT_ROW("'\tx,\"'\rx\"\r\n", "\tx", "\rx");
}

Test(csv, numbers_stay_numbers)
{
	EXPECT_ROW("-3,-0.5,\"-1 000,5\",+371 63022937,-12 %\r\n", "-3", "-0.5", "-1 000,5",
		"+371 63022937", "-12 %");
}
