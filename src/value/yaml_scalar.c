#include "value/yaml_scalar.h"

#include "base/ascii.h"
#include "base/messages.h"
#include "value/number.h"

struct words {
	str list[6];
	size_t n;
};

static const struct words nulls = {
	{STR_INIT(""), STR_INIT("~"), STR_INIT("null"), STR_INIT("Null"), STR_INIT("NULL")}, 5};
static const struct words trues = {{STR_INIT("true"), STR_INIT("True"), STR_INIT("TRUE")}, 3};
static const struct words falses = {{STR_INIT("false"), STR_INIT("False"), STR_INIT("FALSE")}, 3};
/* Behind an optional sign, but for .nan; no value can hold them. */
static const struct words unreal = {{STR_INIT(".inf"), STR_INIT(".Inf"), STR_INIT(".INF"),
					    STR_INIT(".nan"), STR_INIT(".NaN"), STR_INIT(".NAN")},
	6};

static bool is_one_of(str text, const struct words *words)
{
	for (size_t i = 0; i < words->n; i++)
		if (str_eq(text, words->list[i]))
			return true;
	return false;
}

static size_t count_digits(str text)
{
	size_t n = 0;
	while (n < text.len && ascii_is_digit(text.ptr[n]))
		n++;
	return n;
}

static bool has_sign(str text)
{
	return str_starts(text, S("-")) || str_starts(text, S("+"));
}

/* ([0-9]+ (\. [0-9]*)? | \. [0-9]+) ([eE] [-+]? [0-9]+)? */
static bool is_decimal(str text)
{
	size_t whole = count_digits(text), fraction = 0;
	text = str_from(text, whole);
	if (str_starts(text, S("."))) {
		fraction = count_digits(str_from(text, 1));
		text = str_from(text, 1 + fraction);
	}
	if (whole + fraction == 0)
		return false;
	if (!str_starts(text, S("e")) && !str_starts(text, S("E")))
		return text.len == 0;
	text = str_from(text, 1);
	text = str_from(text, has_sign(text));
	return text.len > 0 && count_digits(text) == text.len;
}

/* 0x1F and 0o17. */
static bool read_based(str text, struct span span, struct value *out)
{
	unsigned base = str_starts(text, S("0x")) ? 16 : str_starts(text, S("0o")) ? 8 : 0;
	int64_t n = 0;
	if (base == 0 || text.len == 2 || text.len > 2 + 15)
		return false;
	for (size_t i = 2; i < text.len; i++) {
		size_t digit = str_find_char(S("0123456789abcdef"), text.ptr[i] | 0x20);
		if (text.ptr[i] < '0' || digit >= base)
			return false;
		n = n * base + (int64_t)digit;
	}
	*out = value_int(n, span);
	return true;
}

static struct value refuse_number(str text, struct span span, struct diags *diags, const char *what)
{
	diag_add(diags, DIAG_YAML_NUMBER, span, "%s", _(what));
	diag_note(diags, SPAN_NONE, "if it is a phone or a code, put it in quotes");
	return value_string(text, span);
}

static struct value read_decimal(str text, struct span span, struct diags *diags)
{
	str digits = str_from(text, has_sign(text));
	str number = str_starts(text, S("+")) ? digits : text;
	struct value value;
	if (count_digits(digits) > 1 && digits.ptr[0] == '0')
		return refuse_number(text, span, diags, N_("a number does not begin with 0"));
	if (!number_read(number, span, &value))
		return refuse_number(text, span, diags, N_("this number would lose digits"));
	return value;
}

struct value yaml_scalar(str text, struct span span, struct diags *diags)
{
	str unsigned_text = str_from(text, has_sign(text));
	struct value based;
	if (is_one_of(text, &nulls))
		return value_null(span);
	if (is_one_of(text, &trues) || is_one_of(text, &falses))
		return value_bool(is_one_of(text, &trues), span);
	if (is_decimal(unsigned_text))
		return read_decimal(text, span, diags);
	if (read_based(text, span, &based))
		return based;
	if (is_one_of(unsigned_text, &unreal))
		return refuse_number(text, span, diags, N_("this is no number that can be shown"));
	return value_string(text, span);
}
