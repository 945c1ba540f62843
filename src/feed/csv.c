#include "feed/csv.h"

#include "base/ascii.h"

/* -12, -3.5, +40 % and the like; +371 63022937 is no formula that could run. */
static bool is_number(str text)
{
	size_t digits = 0;
	for (size_t i = 1; i < text.len; i++) {
		char c = text.ptr[i];
		bool digit = ascii_is_digit(c);
		digits += digit;
		if (!digit && c != '.' && c != ',' && c != ' ' && c != '%')
			return false;
	}
	return digits > 0;
}

/* Would a spreadsheet take the cell for a formula? */
static bool is_formula(str text)
{
	if (!text.len)
		return false;
	switch (text.ptr[0]) {
	case '=':
	case '@':
	case '\t':
	case '\r':
	case '\n':
		return true;
	case '+':
	case '-':
		return !is_number(text);
	default:
		return false;
	}
}

static bool needs_quotes(str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == '"' || text.ptr[i] == ',' || text.ptr[i] == '\r' ||
			text.ptr[i] == '\n')
			return true;
	return text.len && (text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ');
}

void csv_text(struct csv *csv, str text)
{
	bool quotes = needs_quotes(text);
	buf_add(csv->out, csv->cells++ ? S(",") : S(""));
	buf_add(csv->out, quotes ? S("\"") : S(""));
	buf_add(csv->out, is_formula(text) ? S("'") : S(""));
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '"')
			buf_add_char(csv->out, '"');
		buf_add_char(csv->out, text.ptr[i]);
	}
	buf_add(csv->out, quotes ? S("\"") : S(""));
}

void csv_end_row(struct csv *csv)
{
	buf_adds(csv->out, "\r\n");
	csv->cells = 0;
}
