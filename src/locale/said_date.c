#include "locale/said_date.h"

#include <string.h>

#include "base/ascii.h"
#include "base/messages.h"
#include "base/sixteen.h"

/* Beginnings of words: the languages have many endings. */
struct word {
	str begin;
	int number;
};

static const struct word months[] = {{STR_INIT("janvār"), 1}, {STR_INIT("februār"), 2},
	{STR_INIT("mart"), 3}, {STR_INIT("aprīl"), 4}, {STR_INIT("maij"), 5},
	{STR_INIT("jūnij"), 6}, {STR_INIT("jūlij"), 7}, {STR_INIT("august"), 8},
	{STR_INIT("septembr"), 9}, {STR_INIT("oktobr"), 10}, {STR_INIT("novembr"), 11},
	{STR_INIT("decembr"), 12}, {STR_INIT("январ"), 1}, {STR_INIT("феврал"), 2},
	{STR_INIT("март"), 3}, {STR_INIT("апрел"), 4}, {STR_INIT("мая"), 5}, {STR_INIT("июн"), 6},
	{STR_INIT("июл"), 7}, {STR_INIT("август"), 8}, {STR_INIT("сентябр"), 9},
	{STR_INIT("октябр"), 10}, {STR_INIT("ноябр"), 11}, {STR_INIT("декабр"), 12},
	{STR_INIT("January"), 1}, {STR_INIT("February"), 2}, {STR_INIT("March"), 3},
	{STR_INIT("April"), 4}, {STR_INIT("May"), 5}, {STR_INIT("June"), 6}, {STR_INIT("July"), 7},
	{STR_INIT("August"), 8}, {STR_INIT("September"), 9}, {STR_INIT("October"), 10},
	{STR_INIT("November"), 11}, {STR_INIT("December"), 12}};

static const struct word weekdays[] = {{STR_INIT("irmdien"), 1}, {STR_INIT("trdien"), 2},
	{STR_INIT("rešdien"), 3}, {STR_INIT("eturtdien"), 4}, {STR_INIT("iektdien"), 5},
	{STR_INIT("estdien"), 6}, {STR_INIT("vētdien"), 7}, {STR_INIT("онедельник"), 1},
	{STR_INIT("торник"), 2}, {STR_INIT("реда"), 3}, {STR_INIT("реду"), 3},
	{STR_INIT("реды"), 3}, {STR_INIT("етверг"), 4}, {STR_INIT("ятниц"), 5},
	{STR_INIT("уббот"), 6}, {STR_INIT("оскресень"), 7}, {STR_INIT("onday"), 1},
	{STR_INIT("uesday"), 2}, {STR_INIT("ednesday"), 3}, {STR_INIT("hursday"), 4},
	{STR_INIT("riday"), 5}, {STR_INIT("aturday"), 6}, {STR_INIT("unday"), 7}};

#define WORD_MAX 40 /* bytes of the longest weekday with its ending */

static const char *const weekday_names[] = {N_("Monday"), N_("Tuesday"), N_("Wednesday"),
	N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday")};

/* --- parts of a date ---------------------------------------------------------------- */

static bool is_letter_at(str text, size_t at)
{
	return at < text.len &&
	       (ascii_is_letter(text.ptr[at]) || (unsigned char)text.ptr[at] >= 0xc3 ||
		       ((unsigned char)text.ptr[at] & 0xc0) == 0x80);
}

/* Moves on behind a number of `most` digits or fewer; 0: there is none, or a longer one. */
static int take_number(str text, size_t *at, size_t most)
{
	int number = 0;
	size_t start = *at;
	for (; *at < text.len && ascii_is_digit(text.ptr[*at]) && *at - start <= most; (*at)++)
		number = number * 10 + (text.ptr[*at] - '0');
	return *at - start <= most ? number : 0;
}

static bool take(str text, size_t *at, str what)
{
	bool is = str_starts(str_from(text, *at), what);
	*at += is ? what.len : 0;
	return is;
}

static bool take_blank(str text, size_t *at)
{
	return take(text, at, S(" ")) || take(text, at, S("\n")) || take(text, at, S("\u00a0"));
}

static void skip_letters(str text, size_t *at)
{
	while (is_letter_at(text, *at))
		(*at)++;
}

static int take_month(str text, size_t *at)
{
	for (size_t i = 0; is_letter_at(text, *at) && i < ARRAY_LEN(months); i++)
		if (take(text, at, months[i].begin)) {
			skip_letters(text, at);
			return months[i].number;
		}
	return 0;
}

static bool is_year(int number)
{
	return number >= SAID_YEARS_FROM && number < SAID_YEARS_TO;
}

/* "2026. gada " before the day: where it begins, or `at`. */
static size_t take_year_before(str text, size_t at, int *year)
{
	static const str gada = STR_INIT(". gada ");
	str before = str_sub(text, 0, at);
	if (!str_ends(before, gada) || before.len < gada.len + 4)
		return at;
	size_t start = at - gada.len - 4, end = start;
	int number = take_number(text, &end, 4);
	*year = is_year(number) ? number : 0;
	return *year ? start : at;
}

static void take_year_behind(str text, size_t *at, int *year)
{
	size_t end = *at;
	take(text, &end, S(","));
	int number = take_blank(text, &end) ? take_number(text, &end, 4) : 0;
	if (!is_year(number))
		return;
	*year = number;
	*at = end;
	take(text, at, S(" года"));
}

/* --- dates -------------------------------------------------------------------------- */

struct found {
	struct day day;
	size_t start, end;
};

/* "31.11.2026" */
static bool take_numbers(str text, size_t at, struct found *found)
{
	size_t end = at;
	struct day day = {0};
	day.day = take_number(text, &end, 2);
	if (!day.day || !take(text, &end, S(".")))
		return false;
	day.month = take_number(text, &end, 2);
	if (!day.month || !take(text, &end, S(".")))
		return false;
	day.year = take_number(text, &end, 4);
	*found = (struct found){day, at, end};
	return is_year(day.year) && !(at > 0 && strchr("./-", text.ptr[at - 1]));
}

/* "1. decembrī", "2026. gada 1. decembrī", "1 декабря 2026", "1 December" */
static bool take_words(str text, size_t at, struct found *found)
{
	size_t end = at, start = at;
	struct day day = {0};
	day.day = take_number(text, &end, 2);
	take(text, &end, S("."));
	if (!day.day || !take_blank(text, &end))
		return false;
	day.month = take_month(text, &end);
	if (!day.month)
		return false;
	start = take_year_before(text, at, &day.year);
	if (!day.year)
		take_year_behind(text, &end, &day.year);
	*found = (struct found){day, start, end};
	return true;
}

static int64_t distance(struct day day, int year, int64_t today)
{
	day.year = year;
	int64_t days = day_number(day) - today;
	return days < 0 ? -days : days;
}

static int year_of(struct day day, struct day today)
{
	int64_t now = day_number(today);
	int year = today.year;
	if (day.year)
		return day.year;
	if (distance(day, year + 1, now) < distance(day, year, now))
		return year + 1;
	return distance(day, year - 1, now) < distance(day, year, now) ? year - 1 : year;
}

/* --- the weekday beside it ---------------------------------------------------------- */

/* "on Mondays" is no one day. */
static bool is_plural(str ending)
{
	static const str endings[] = {
		STR_INIT("ās"), STR_INIT("ам"), STR_INIT("ям"), STR_INIT("s")};
	for (size_t i = 0; i < ARRAY_LEN(endings); i++)
		if (str_eq(ending, endings[i]))
			return true;
	return false;
}

/* The weekday that a word is, whatever letter it begins with; 0: it is another word. */
static int weekday_of(str word)
{
	for (size_t i = 0; i < ARRAY_LEN(weekdays); i++) {
		size_t at = str_find(str_sub(word, 0, WORD_MAX), weekdays[i].begin);
		if ((at == 1 || at == 2) && !is_plural(str_from(word, at + weekdays[i].begin.len)))
			return weekdays[i].number;
	}
	return 0;
}

static str word_before(str text, size_t end)
{
	size_t begin = end;
	while (begin > 0 && end - begin < WORD_MAX && is_letter_at(text, begin - 1))
		begin--;
	return str_sub(text, begin, end);
}

static size_t before_blank(str text, size_t end)
{
	return end - (end > 0 && strchr(" \n", text.ptr[end - 1]));
}

/* "Monday to Friday", "pirmdiena un otrdiena": does another weekday stand before the second? */
static bool ends_row(str text, size_t at)
{
	static const str joins[] = {STR_INIT("–"), STR_INIT(" to"), STR_INIT(" and"),
		STR_INIT(" or"), STR_INIT(" līdz"), STR_INIT(" un"), STR_INIT(" vai"),
		STR_INIT(" по"), STR_INIT(" до"), STR_INIT(" и"), STR_INIT(" или")};
	str before = str_sub(text, 0, before_blank(text, at));
	for (size_t i = 0; i < ARRAY_LEN(joins); i++)
		if (str_ends(before, joins[i])) {
			size_t end = before_blank(text, before.len - joins[i].len);
			return weekday_of(word_before(text, end)) > 0;
		}
	return false;
}

/* "Monday, " right before the date. */
static int weekday_before(str text, size_t *start)
{
	size_t end = before_blank(text, *start);
	end -= end > 0 && text.ptr[end - 1] == ',';
	str word = word_before(text, end);
	int weekday = end < *start ? weekday_of(word) : 0;
	if (!weekday || ends_row(text, end - word.len))
		return 0;
	*start = end - word.len;
	return weekday;
}

/* "otrdien plkst. 10", "otrdien no 10.00": the hour is that of the date before. */
static bool tells_hour(str text, size_t at)
{
	static const str leads[] = {STR_INIT("no "), STR_INIT("в "), STR_INIT("с "),
		STR_INIT("at "), STR_INIT("from ")};
	for (size_t i = 0; i < ARRAY_LEN(leads); i++)
		if (take(text, &at, leads[i]))
			break;
	str behind = str_from(text, at);
	return str_starts(behind, S("plkst")) || str_starts(behind, S("pulksten")) ||
	       (behind.len > 0 && ascii_is_digit(behind.ptr[0]));
}

/* "Sunday hours", "svētdienas kārtība": what is so on that day, and no name of the date's. */
static bool tells_of_other(str text, size_t begin, size_t end, bool in_brackets)
{
	size_t next = end;
	if (in_brackets)
		return end >= text.len || !strchr("),", text.ptr[end]);
	return str_ends(str_sub(text, begin, end), S("as")) ||
	       (take_blank(text, &next) && is_letter_at(text, next) && !tells_hour(text, next));
}

/* ", Monday" or " (Monday)" right behind it. */
static int weekday_behind(str text, size_t *end)
{
	size_t at = *end;
	take(text, &at, S(","));
	if (!take_blank(text, &at))
		return 0;
	bool in_brackets = take(text, &at, S("("));
	size_t begin = at;
	skip_letters(text, &at);
	int weekday = weekday_of(str_sub(text, begin, at));
	if (!weekday || tells_of_other(text, begin, at, in_brackets))
		return 0;
	*end = at;
	return weekday;
}

static size_t behind_digits(str text, size_t at)
{
	while (at < text.len && ascii_is_digit(text.ptr[at]))
		at++;
	return at;
}

static void read_years(struct said_search *search)
{
	str text = search->text;
	for (size_t at = sixteen_find(text, 0, sixteen_digit); at < text.len;
		at = sixteen_find(text, behind_digits(text, at), sixteen_digit)) {
		int year = take_number(text, &at, 4);
		if (is_year(year))
			search->years[year - SAID_YEARS_FROM] = true;
	}
	search->knows_years = true;
}

/* "In 2025 …, and Saturday 17 January …": a year that is said elsewhere may be meant. */
static bool fits_year_of_text(struct said_search *search, struct day day, int weekday)
{
	if (!search->knows_years)
		read_years(search);
	for (size_t i = 0; i < ARRAY_LEN(search->years); i++) {
		day.year = SAID_YEARS_FROM + (int)i;
		if (search->years[i] && day_weekday(day) == weekday)
			return true;
	}
	return false;
}

void said_when_add(struct said_when *when, str text)
{
	for (size_t at = sixteen_find(text, 0, sixteen_digit);
		at < text.len && when->ndays < SAID_DAYS_MAX;
		at = sixteen_find(text, behind_digits(text, at), sixteen_digit))
		when->ndays += day_parse(
			str_sub(text, at, at + strlen("2026-12-01")), &when->days[when->ndays]);
}

/* An announcement of last year, or of the next: its own days say which year is meant. */
static bool fits_days(const struct said_when *when, struct day day, int weekday)
{
	for (size_t i = 0; i < when->ndays; i++) {
		day.year = 0;
		day.year = year_of(day, when->days[i]);
		if (day_weekday(day) == weekday)
			return true;
	}
	return false;
}

static bool is_wrong(struct said_search *search, struct found *found, struct said_date *out)
{
	str text = search->text;
	struct day day = found->day;
	int days = day.month <= 12 ? days_in_month(day.year ? day.year : 2024, day.month) : 0;
	bool exists = day.day <= days;
	int said = exists ? weekday_before(text, &found->start) : 0;
	if (exists && !said)
		said = weekday_behind(text, &found->end);
	if (said && !day.year &&
		(fits_year_of_text(search, day, said) || fits_days(search->when, day, said)))
		return false;
	day.year = exists ? year_of(day, search->when->today) : day.year;
	*out = (struct said_date){
		str_sub(text, found->start, found->end), day, exists ? day_weekday(day) : 0};
	return !exists || (said && said != out->weekday);
}

bool said_date_next_wrong(struct said_search *search, struct said_date *out)
{
	struct found found;
	str text = search->text;
	for (size_t at = sixteen_find(text, search->at, sixteen_digit); at < text.len;
		at = sixteen_find(text, behind_digits(text, at), sixteen_digit)) {
		bool date = take_numbers(text, at, &found) || take_words(text, at, &found);
		if (date && is_wrong(search, &found, out)) {
			search->at = (size_t)(out->text.ptr - text.ptr) + out->text.len;
			return true;
		}
	}
	search->at = text.len;
	return false;
}

void said_date_report(const struct said_date *date, struct span span, struct diags *diags)
{
	const struct day *day = &date->day;
	if (!date->weekday) {
		diag_add(diags, DIAG_DATE_SAID, span, "no calendar has this day: '%.*s'",
			STR_ARGS(date->text));
		return;
	}
	diag_add(diags, DIAG_DATE_SAID, span, "the weekday does not fit the date: '%.*s'",
		STR_ARGS(date->text));
	diag_note(diags, SPAN_NONE, "%04d-%02d-%02d is: %s", day->year, day->month, day->day,
		_(weekday_names[date->weekday - 1]));
}
