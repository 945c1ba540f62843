/*
 * Dates and numbers by the rules of a language (ICU, CLDR). A formatter
 * belongs to one thread; its results live in the arena asked for.
 */
#ifndef LOCALE_FORMAT_H
#define LOCALE_FORMAT_H

#include "base/arena.h"

struct formatter;

/* A day of the Gregorian calendar; month and day from 1. */
struct day {
	int year;
	int month;
	int day;
};

struct formatter *formatter_new(str tag);
void formatter_free(struct formatter *formatter); /* NULL is fine */

/* "2026. gada 24. decembris"; no line breaks between day and month, here and below. */
str formatter_date(struct formatter *formatter, struct day day, struct arena *arena);
/* Without the year: "24. decembris", "24 декабря" */
str formatter_short_date(struct formatter *formatter, struct day day, struct arena *arena);
/* "09:30" as "9.30": with a language's sign between hours and minutes, and no nought before an
 * hour of one digit; as it is when there is no such sign. */
str format_clock(str time, str sign, struct arena *arena);
/* "pirmdiena", "decembris" */
str formatter_weekday(struct formatter *formatter, struct day day, struct arena *arena);
str formatter_month(struct formatter *formatter, struct day day, struct arena *arena);
/* "12 345,5"; at most `decimals` digits behind the comma. */
str formatter_number(struct formatter *formatter, double n, int decimals, struct arena *arena);
/* 12.5 as "12,5 %": the place of the sign is the language's. */
str formatter_percent(struct formatter *formatter, double n, int decimals, struct arena *arena);

/* The first letter or digit of a text, as a capital: „Skalbes” gives S. */
str initial_letter(str text, struct arena *arena);

/* The day it is at `seconds` since 1970 UTC in a time zone ("Europe/Riga").
 * False when no such zone is known. */
bool day_at(str timezone, int64_t seconds, struct day *out);

/* Days since 1970-01-01, and back. */
int64_t day_number(struct day day);
struct day day_of_number(int64_t number);
int days_in_month(int year, int month);
/* 1 Monday … 7 Sunday (ISO 8601). */
int day_weekday(struct day day);
int day_weekday_of(int64_t number); /* of day_number() */

/* "2026-12-24"; false unless such a day exists. */
bool day_parse(str s, struct day *out);
str day_text(struct day day, struct arena *arena);

#endif
