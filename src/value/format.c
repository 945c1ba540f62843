#include "value/format.h"

#include "base/address.h"
#include "base/ascii.h"
#include "base/messages.h"
#include "base/phone.h"

static const str names[FORMAT_COUNT - 1] = {
	[FORMAT_DATE - 1] = STR_INIT("date"),
	[FORMAT_DATE_TIME - 1] = STR_INIT("date-time"),
	[FORMAT_TIME - 1] = STR_INIT("time"),
	[FORMAT_EMAIL - 1] = STR_INIT("email"),
	[FORMAT_URI - 1] = STR_INIT("uri"),
	[FORMAT_TEL - 1] = STR_INIT("tel"),
};

/* Cuts exactly n digits off the front; -1 when they are not there. */
static int cut_digits(str *rest, size_t n)
{
	int value = 0;
	if (rest->len < n)
		return -1;
	for (size_t i = 0; i < n; i++) {
		if (!ascii_is_digit(rest->ptr[i]))
			return -1;
		value = value * 10 + (rest->ptr[i] - '0');
	}
	*rest = str_from(*rest, n);
	return value;
}

static bool cut_char(str *rest, char c)
{
	if (rest->len == 0 || rest->ptr[0] != c)
		return false;
	*rest = str_from(*rest, 1);
	return true;
}

static int days_in_month(int year, int month)
{
	static const char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

static bool cut_date(str *rest)
{
	int year = cut_digits(rest, 4);
	if (year < 0 || !cut_char(rest, '-'))
		return false;
	int month = cut_digits(rest, 2);
	if (month < 1 || month > 12 || !cut_char(rest, '-'))
		return false;
	int day = cut_digits(rest, 2);
	return day >= 1 && day <= days_in_month(year, month);
}

static bool cut_hours_and_minutes(str *rest)
{
	int hours = cut_digits(rest, 2);
	if (hours < 0 || hours > 23 || !cut_char(rest, ':'))
		return false;
	int minutes = cut_digits(rest, 2);
	return minutes >= 0 && minutes <= 59;
}

static bool cut_time(str *rest)
{
	if (!cut_hours_and_minutes(rest))
		return false;
	if (!cut_char(rest, ':'))
		return true;
	int seconds = cut_digits(rest, 2);
	return seconds >= 0 && seconds <= 59;
}

static bool cut_offset(str *rest)
{
	if (rest->len == 0 || cut_char(rest, 'Z'))
		return true;
	return (cut_char(rest, '+') || cut_char(rest, '-')) && cut_hours_and_minutes(rest);
}

static bool is_date_time(str text)
{
	return cut_date(&text) && cut_char(&text, 'T') && cut_time(&text) && cut_offset(&text) &&
	       text.len == 0;
}

static size_t scheme_len(str text)
{
	size_t n = 0;
	while (n < text.len &&
		(ascii_is_alnum(text.ptr[n]) || str_find_char(S("+-."), text.ptr[n]) != STR_NONE))
		n++;
	return n < text.len && text.ptr[n] == ':' && !ascii_is_digit(text.ptr[0]) ? n : 0;
}

/* Schemes that a reader can follow; what a browser runs ("javascript:") is no address. */
static bool is_followed(str scheme)
{
	static const str schemes[] = {STR_INIT("http"), STR_INIT("https"), STR_INIT("mailto"),
		STR_INIT("tel"), STR_INIT("sms"), STR_INIT("geo"), STR_INIT("webcal")};
	for (size_t i = 0; i < ARRAY_LEN(schemes); i++)
		if (str_eq_nocase(schemes[i], scheme))
			return true;
	return false;
}

/* The characters of RFC 3986. */
static bool is_uri(str text)
{
	size_t scheme = scheme_len(text);
	if (scheme == 0 || scheme + 1 == text.len || !is_followed(str_sub(text, 0, scheme)))
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (!ascii_is_alnum(text.ptr[i]) &&
			str_find_char(S("-._~:/?#[]@!$&'()*+,;=%"), text.ptr[i]) == STR_NONE)
			return false;
	return address_check(text) == ADDRESS_GOOD;
}

/* E.164 with its +, or a national number; single spaces group the digits. */
static bool is_tel(str text)
{
	bool international = cut_char(&text, '+');
	size_t ndigits = 0;
	for (size_t i = 0; i < text.len; i++) {
		bool inner = i > 0 && i + 1 < text.len && text.ptr[i - 1] != ' ';
		if (ascii_is_digit(text.ptr[i]))
			ndigits++;
		else if (text.ptr[i] != ' ' || !inner)
			return false;
	}
	return international ? ndigits >= 7 && ndigits <= 15 : ndigits >= 3 && ndigits <= 8;
}

enum format format_find(str name)
{
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (str_eq(names[i], name))
			return (enum format)(i + 1);
	return FORMAT_NONE;
}

const str *format_names(void)
{
	return names;
}

bool format_accepts(enum format format, str text)
{
	switch (format) {
	case FORMAT_DATE:
		return cut_date(&text) && text.len == 0;
	case FORMAT_DATE_TIME:
		return is_date_time(text);
	case FORMAT_TIME:
		return cut_time(&text) && text.len == 0;
	case FORMAT_EMAIL:
		return address_is_email(text);
	case FORMAT_URI:
		return is_uri(text);
	case FORMAT_TEL:
		return is_tel(text);
	case FORMAT_NONE:
	case FORMAT_COUNT:
		break;
	}
	return true;
}

str format_phone(str phone, struct arena *arena)
{
	return is_tel(phone) ? phone_shown(phone, arena) : phone;
}

struct words {
	const char *noun;
	const char *hint;
};

static const struct words words[FORMAT_COUNT] = {
	[FORMAT_NONE] = {N_("text"), ""},
	[FORMAT_DATE] = {N_("a date of the calendar"),
		N_("year-month-day, a day of the calendar: 2026-12-24")},
	[FORMAT_DATE_TIME] = {N_("a date with a time"),
		N_("2026-12-24T14:00 in the site's time zone, or 2026-12-24T14:00:00+02:00")},
	[FORMAT_TIME] = {N_("a time"), N_("hours and minutes, two digits each: 09:30")},
	[FORMAT_EMAIL] = {N_("an e-mail address"), N_("name@example.lv, nothing else")},
	[FORMAT_URI] = {N_("an address"),
		N_("with its beginning, without spaces and letters with marks: "
		   "https://www.example.lv/page; a browser's address line gives that form")},
	[FORMAT_TEL] = {N_("a phone number"),
		N_("+371 67 123 456, or a short number such as 112: digits and single spaces, "
		   "nothing else")},
};

const char *format_noun(enum format format)
{
	return _(words[format].noun);
}

const char *format_hint(enum format format)
{
	return words[format].hint[0] ? _(words[format].hint) : "";
}
