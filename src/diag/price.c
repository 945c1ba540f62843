#include "diag/price.h"

#include <string.h>

#include "base/ascii.h"

static const str euro = STR_INIT("€");

/* Unicode CLDR, the standard pattern of currencies. */
bool price_follows(str language)
{
	static const str codes[] = {STR_INIT("lv"), STR_INIT("ru"), STR_INIT("lt"), STR_INIT("et"),
		STR_INIT("uk"), STR_INIT("pl"), STR_INIT("de"), STR_INIT("fr")};
	for (size_t i = 0; i < ARRAY_LEN(codes); i++)
		if (str_eq(language, codes[i]))
			return true;
	return false;
}

/* Of one line. */
static const str blanks[] = {STR_INIT(" "), STR_INIT("\u00a0"), STR_INIT("\u202f")};

static size_t skip_blank(str text, size_t at)
{
	for (size_t i = 0; i < ARRAY_LEN(blanks); i++)
		if (str_starts(str_from(text, at), blanks[i]))
			return at + blanks[i].len;
	return at;
}

static str drop_blank(str text)
{
	for (size_t i = 0; i < ARRAY_LEN(blanks); i++)
		if (str_ends(text, blanks[i]))
			return str_sub(text, 0, text.len - blanks[i].len);
	return text;
}

/* "20 € 3 reizes", "**20** € 3 reizes": the sign belongs to what stands before. */
static bool follows_digit(str text, size_t at)
{
	str before = drop_blank(str_sub(text, 0, at));
	size_t len = before.len;
	while (len > 0 && (before.ptr[len - 1] == '*' || before.ptr[len - 1] == '_'))
		len--;
	return len > 0 && ascii_is_digit(before.ptr[len - 1]);
}

/* From the sign to the end of the number; 0: it is none. */
static size_t length_at(str text, size_t at)
{
	size_t end = skip_blank(text, at + euro.len), start = end;
	while (end < text.len &&
		(ascii_is_digit(text.ptr[end]) ||
			(end > start && strchr(".,", text.ptr[end]) && end + 1 < text.len &&
				ascii_is_digit(text.ptr[end + 1]))))
		end++;
	return end > start && !follows_digit(text, at) ? end - at : 0;
}

/* Few letters have the sign's last byte, and no quotation mark or dash: it is looked for alone. */
str price_find(str text)
{
	const char *from = text.ptr, *end = text.ptr + text.len;
	char last = euro.ptr[euro.len - 1];
	for (; from < end && (from = memchr(from, last, (size_t)(end - from))); from++) {
		size_t behind = (size_t)(from - text.ptr) + 1;
		if (!str_ends(str_sub(text, 0, behind), euro))
			continue;
		size_t at = behind - euro.len, len = length_at(text, at);
		if (len)
			return str_sub(text, at, at + len);
	}
	return S("");
}

void price_report(struct diags *diags, struct span span, str price)
{
	str number = str_from(price, skip_blank(price, euro.len));
	diag_add(diags, DIAG_PRICE_SIGN, span, "the sign stands before the number: '%.*s'",
		STR_ARGS(price));
	size_t point = str_find_char(number, '.');
	if (point != STR_NONE && point + sizeof(".15") - 1 >= number.len)
		diag_note(diags, SPAN_NONE,
			"in this language it stands behind, with a comma: '%.*s,%.*s €'",
			STR_ARGS(str_sub(number, 0, point)), STR_ARGS(str_from(number, point + 1)));
	else
		diag_note(diags, SPAN_NONE, "in this language it stands behind: '%.*s €'",
			STR_ARGS(number));
}
