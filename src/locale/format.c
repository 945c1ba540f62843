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
#define NO_BREAK 0xa0
/* A site names the same few hundred days again and again, and ICU takes a
 * hundred times longer than looking one up. */
#define REMEMBERED 512

struct remembered {
	int64_t day; /* its number */
	uint8_t len; /* 0: the slot is empty */
	char text[47];
};

/* A way to write days, and what it wrote. */
struct day_format {
	UDateFormat
		*icu; /* NULL until it is first asked for: that takes a tenth of a millisecond */
	struct remembered days[REMEMBERED];
};

struct formatter {
	char *locale;
	struct day_format date;
	struct day_format short_date;
	struct day_format weekday;
	struct day_format month;
	UNumberFormat *number; /* opened as those are */
	UNumberFormat *percent;
};

static void expect(UErrorCode status)
{
	if (U_FAILURE(status))
		die("the language data of ICU can't be opened: %s", u_errorName(status));
}

static UDateFormat *open_units(const struct formatter *formatter, const UChar *units, int32_t len)
{
	UErrorCode status = U_ZERO_ERROR;
	UDateFormat *format = udat_open(
		UDAT_PATTERN, UDAT_PATTERN, formatter->locale, u"UTC", -1, units, len, &status);
	expect(status);
	return format;
}

static UDateFormat *open_date(const struct formatter *formatter)
{
	UErrorCode status = U_ZERO_ERROR;
	UDateFormat *format =
		udat_open(UDAT_NONE, UDAT_LONG, formatter->locale, u"UTC", -1, NULL, -1, &status);
	expect(status);
	return format;
}

/* How the language writes day and month. */
static UDateFormat *open_short(const struct formatter *formatter)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar pattern[64];
	UDateTimePatternGenerator *generator = udatpg_open(formatter->locale, &status);
	int32_t len = udatpg_getBestPattern(generator, u"MMMMd", 5, pattern, 64, &status);
	udatpg_close(generator);
	expect(status);
	return open_units(formatter, pattern, len);
}

static UDateFormat *open_weekday(const struct formatter *formatter)
{
	return open_units(formatter, u"EEEE", -1);
}

static UDateFormat *open_month(const struct formatter *formatter)
{
	return open_units(formatter, u"LLLL", -1);
}

/* Latvian: 1234, but 12 345: so CLDR 48 and browsers; ICU of Debian 12 parts four digits as
 * well. */
static UNumberFormat *open_number(
	const struct formatter *formatter, UNumberFormat **format, UNumberFormatStyle style)
{
	UErrorCode status = U_ZERO_ERROR;
	if (*format)
		return *format;
	*format = unum_open(style, NULL, 0, formatter->locale, NULL, &status);
	expect(status);
	if (strcmp(formatter->locale, "lv") == 0)
		unum_setAttribute(*format, UNUM_MINIMUM_GROUPING_DIGITS, 2);
	return *format;
}

struct formatter *formatter_new(str tag)
{
	struct formatter *formatter = xcalloc(1, sizeof(*formatter));
	/* Readers in Latvia write the day before the month in English, too. */
	str locale = str_eq(tag, S("en")) ? S("en-GB") : tag;
	formatter->locale = xcalloc(1, locale.len + 1);
	memcpy(formatter->locale, locale.ptr, locale.len);
	return formatter;
}

void formatter_free(struct formatter *formatter)
{
	if (!formatter)
		return;
	udat_close(formatter->date.icu);
	udat_close(formatter->short_date.icu);
	udat_close(formatter->weekday.icu);
	udat_close(formatter->month.icu);
	unum_close(formatter->number);
	unum_close(formatter->percent);
	free(formatter->locale);
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

static bool is_digit(UChar unit)
{
	return unit >= '0' && unit <= '9';
}

/* A line must not part a day from its month: "24. decembris", "24 December". A year, "2026. gada",
 * has more digits. */
static void join_day(UChar *units, int32_t len)
{
	for (int32_t i = 1; i < len; i++) {
		int32_t end = units[i - 1] == '.' ? i - 1 : i, digits = 0;
		while (digits < end && is_digit(units[end - 1 - digits]))
			digits++;
		if (units[i] == ' ' && (digits == 1 || digits == 2))
			units[i] = NO_BREAK;
	}
}

static str ask_icu(UDateFormat *format, struct day day, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar units[TEXT_MAX];
	double milliseconds = (double)day_number(day) * 86400000;
	int32_t len = udat_format(format, milliseconds, units, TEXT_MAX, NULL, &status);
	if (U_FAILURE(status))
		return day_text(day, arena);
	join_day(units, len);
	return to_utf8(units, len, arena);
}

static str format_day(const struct formatter *formatter, struct day_format *format,
	UDateFormat *(*open)(const struct formatter *formatter), struct day day,
	struct arena *arena)
{
	int64_t number = day_number(day);
	struct remembered *slot = &format->days[(uint64_t)number % REMEMBERED];
	if (slot->len && slot->day == number)
		return arena_str(arena, str_n(slot->text, slot->len));
	if (!format->icu)
		format->icu = open(formatter);
	str text = ask_icu(format->icu, day, arena);
	if (text.len <= sizeof(slot->text)) {
		slot->day = number;
		slot->len = (uint8_t)text.len;
		memcpy(slot->text, text.ptr, text.len);
	}
	return text;
}

str formatter_date(struct formatter *formatter, struct day day, struct arena *arena)
{
	return format_day(formatter, &formatter->date, open_date, day, arena);
}

str formatter_short_date(struct formatter *formatter, struct day day, struct arena *arena)
{
	return format_day(formatter, &formatter->short_date, open_short, day, arena);
}

str format_clock(str time, str sign, struct arena *arena)
{
	if (sign.len != 1)
		return time;
	return arena_replace(arena, str_from(time, str_starts(time, S("0"))), ":", sign.ptr[0]);
}

str formatter_weekday(struct formatter *formatter, struct day day, struct arena *arena)
{
	return format_day(formatter, &formatter->weekday, open_weekday, day, arena);
}

str formatter_month(struct formatter *formatter, struct day day, struct arena *arena)
{
	return format_day(formatter, &formatter->month, open_month, day, arena);
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
	return format_number(
		open_number(formatter, &formatter->number, UNUM_DECIMAL), n, decimals, arena);
}

str formatter_percent(struct formatter *formatter, double n, int decimals, struct arena *arena)
{
	return format_number(open_number(formatter, &formatter->percent, UNUM_PERCENT), n / 100,
		decimals, arena);
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
