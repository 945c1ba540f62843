#include "locale/format.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "base/utf8.h"

#define TEXT_MAX 256
/* A site names the same few hundred days again and again, and ICU takes a
 * hundred times longer than looking one up. */
#define REMEMBERED 256

struct remembered {
	int64_t day; /* its number */
	uint8_t len; /* 0: the slot is empty */
	char text[64];
};

struct formatter {
	UDateFormat *date;
	UDateFormat *short_date;
	UDateFormat *weekday;
	UDateFormat *month;
	UNumberFormat *number;
	struct remembered dates[REMEMBERED];
	UNumberFormat *percent;
};

static UDateFormat *open_pattern(const char *locale, const char *pattern)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar units[32];
	u_uastrcpy(units, pattern);
	UDateFormat *format =
		udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, u"UTC", -1, units, -1, &status);
	if (U_FAILURE(status))
		die("the language data of ICU can't be opened: %s", u_errorName(status));
	return format;
}

/* How the language writes day and month. */
static UDateFormat *open_short(const char *locale)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar pattern[64];
	UDateTimePatternGenerator *generator = udatpg_open(locale, &status);
	int32_t len = udatpg_getBestPattern(generator, u"MMMMd", 5, pattern, 64, &status);
	udatpg_close(generator);
	UDateFormat *format =
		udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, u"UTC", -1, pattern, len, &status);
	if (U_FAILURE(status))
		die("the language data of ICU can't be opened: %s", u_errorName(status));
	return format;
}

/* 1234, but 12 345: so CLDR 48 and browsers; ICU of Debian 12 parts four digits as well. */
static void write_latvian(struct formatter *formatter)
{
	unum_setAttribute(formatter->number, UNUM_MINIMUM_GROUPING_DIGITS, 2);
	unum_setAttribute(formatter->percent, UNUM_MINIMUM_GROUPING_DIGITS, 2);
}

struct formatter *formatter_new(str tag)
{
	struct arena arena;
	UErrorCode status = U_ZERO_ERROR;
	struct formatter *formatter = xcalloc(1, sizeof(*formatter));
	arena_init(&arena);
	/* Readers in Latvia write the day before the month in English, too. */
	const char *locale = str_eq(tag, S("en")) ? "en-GB" : arena_cstr(&arena, tag);
	formatter->short_date = open_short(locale);
	formatter->date = udat_open(UDAT_NONE, UDAT_LONG, locale, u"UTC", -1, NULL, -1, &status);
	formatter->weekday = open_pattern(locale, "EEEE");
	formatter->month = open_pattern(locale, "LLLL");
	formatter->number = unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
	formatter->percent = unum_open(UNUM_PERCENT, NULL, 0, locale, NULL, &status);
	if (str_eq(tag, S("lv")))
		write_latvian(formatter);
	arena_release(&arena);
	if (U_FAILURE(status))
		die("the language data of ICU can't be opened: %s", u_errorName(status));
	return formatter;
}

void formatter_free(struct formatter *formatter)
{
	if (!formatter)
		return;
	udat_close(formatter->date);
	udat_close(formatter->short_date);
	udat_close(formatter->weekday);
	udat_close(formatter->month);
	unum_close(formatter->number);
	unum_close(formatter->percent);
	free(formatter);
}

static str to_utf8(const UChar *units, int32_t len, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	char *bytes = arena_alloc(arena, (size_t)len * 3 + 1);
	int32_t written = 0;
	u_strToUTF8(bytes, len * 3 + 1, &written, units, len, &status);
	return str_n(bytes, (size_t)written);
}

static str format_day(UDateFormat *format, struct day day, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar units[TEXT_MAX];
	double milliseconds = (double)day_number(day) * 86400000;
	int32_t len = udat_format(format, milliseconds, units, TEXT_MAX, NULL, &status);
	return U_FAILURE(status) ? day_text(day, arena) : to_utf8(units, len, arena);
}

str formatter_date(struct formatter *formatter, struct day day, struct arena *arena)
{
	int64_t number = day_number(day);
	struct remembered *slot = &formatter->dates[(uint64_t)number % REMEMBERED];
	if (slot->len && slot->day == number)
		return arena_str(arena, str_n(slot->text, slot->len));
	str text = format_day(formatter->date, day, arena);
	if (text.len <= sizeof(slot->text)) {
		slot->day = number;
		slot->len = (uint8_t)text.len;
		memcpy(slot->text, text.ptr, text.len);
	}
	return text;
}

str formatter_short_date(struct formatter *formatter, struct day day, struct arena *arena)
{
	return format_day(formatter->short_date, day, arena);
}

str format_clock(str time, str sign, struct arena *arena)
{
	if (sign.len != 1)
		return time;
	return arena_replace(arena, str_from(time, str_starts(time, S("0"))), ":", sign.ptr[0]);
}

str formatter_weekday(struct formatter *formatter, struct day day, struct arena *arena)
{
	return format_day(formatter->weekday, day, arena);
}

str formatter_month(struct formatter *formatter, struct day day, struct arena *arena)
{
	return format_day(formatter->month, day, arena);
}

static str format_number(UNumberFormat *format, double n, int decimals, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar units[TEXT_MAX];
	unum_setAttribute(format, UNUM_MAX_FRACTION_DIGITS, decimals);
	int32_t len = unum_formatDouble(format, n, units, TEXT_MAX, NULL, &status);
	return U_FAILURE(status) ? arena_printf(arena, "%g", n) : to_utf8(units, len, arena);
}

str formatter_number(struct formatter *formatter, double n, int decimals, struct arena *arena)
{
	return format_number(formatter->number, n, decimals, arena);
}

str formatter_percent(struct formatter *formatter, double n, int decimals, struct arena *arena)
{
	return format_number(formatter->percent, n / 100, decimals, arena);
}

str initial_letter(str text, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar letter[2], upper[8];
	for (size_t at = 0; at < text.len;) {
		UChar32 c = (UChar32)utf8_next(text, &at);
		if (!u_isalnum(c))
			continue;
		int32_t len = 0;
		U16_APPEND_UNSAFE(letter, len, c);
		len = u_strToUpper(upper, 8, letter, len, "", &status);
		return to_utf8(upper, len, arena);
	}
	return S("");
}
