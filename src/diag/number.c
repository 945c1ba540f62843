#include "diag/number.h"

#include <string.h>

#include "base/ascii.h"
#include "base/sixteen.h"

/* Nobody writes more; bounds the time that a hostile text takes. */
#define PARTS_MAX   8
#define ADDRESS_MAX 300

/* Digits with one sign between them: "+371 63 022 937", "1.12.2026", "9.00". */
struct run {
	str text;
	size_t nparts;
	str parts[PARTS_MAX];
	char signs[PARTS_MAX]; /* before each part but the first; a space for all blanks */
};

static bool is_digit_at(str text, size_t at)
{
	return at < text.len && ascii_is_digit(text.ptr[at]);
}

/* The bytes of a space of whatever width; 0: none stands there. */
static size_t blank_at(str text, size_t at)
{
	static const str wide[] = {STR_INIT("\u00a0"), STR_INIT("\u202f"), STR_INIT("\u2009")};
	char first = at < text.len ? text.ptr[at] : '\0';
	if (first == ' ' || (unsigned char)first < 0x80)
		return first == ' ';
	for (size_t i = 0; i < ARRAY_LEN(wide); i++)
		if (str_starts(str_from(text, at), wide[i]))
			return wide[i].len;
	return 0;
}

/* The sign between two groups of digits, and in *len its bytes; 0: the number ends. */
static char sign_at(str text, size_t at, size_t *len)
{
	*len = blank_at(text, at);
	if (*len)
		return is_digit_at(text, at + *len) ? ' ' : '\0';
	char c = at < text.len ? text.ptr[at] : '\0';
	*len = 1;
	bool joins = (c == '.' || c == ',' || c == ':') && is_digit_at(text, at + 1);
	return joins ? c : '\0';
}

static void read_run(struct run *run, str text, size_t at)
{
	size_t start = at, len;
	run->nparts = 0;
	for (char sign = ' '; sign && run->nparts < PARTS_MAX; at += sign ? len : 0) {
		size_t first = at;
		while (is_digit_at(text, at))
			at++;
		run->signs[run->nparts] = sign;
		run->parts[run->nparts++] = str_sub(text, first, at);
		sign = sign_at(text, at, &len);
		run->text = str_sub(text, start, at);
	}
}

static uint64_t add_digits(uint64_t value, str digits)
{
	for (size_t i = 0; i < digits.len; i++)
		value = value * 10 + (uint64_t)(digits.ptr[i] - '0');
	return value;
}

/* "mk-725", "B12": a name. */
static bool is_name(str text, size_t at)
{
	if (at > 1 && strchr("-_/", text.ptr[at - 1]))
		at--;
	return at > 0 && (ascii_is_letter(text.ptr[at - 1]) || text.ptr[at - 1] == '#');
}

/* "](https://…/90218)", but not "](tel:112)". */
static bool is_in_address(str text, size_t at)
{
	size_t from = at, least = at > ADDRESS_MAX ? at - ADDRESS_MAX : 0;
	while (from > least && !strchr(" \n", text.ptr[from - 1]))
		from--;
	str before = str_sub(text, from, at);
	size_t goal = str_find(before, S("]("));
	return str_find(before, S("://")) != STR_NONE ||
	       (goal != STR_NONE && !str_starts(str_from(before, goal), S("](tel:")));
}

/* "5 pm", "5:30 p.m." */
static bool says_afternoon(str behind)
{
	behind = str_from(behind, str_starts(behind, S(" ")));
	return str_starts(behind, S("pm")) || str_starts(behind, S("p.m")) ||
	       str_starts(behind, S("PM"));
}

/* "2 to 4 pm", "2–4 pm": both hours; "11 to 1 pm": the last alone. */
static bool is_afternoon(uint64_t hour, str behind)
{
	static const str joins[] = {
		STR_INIT(" to "), STR_INIT("–"), STR_INIT(" – "), STR_INIT("-"), STR_INIT(" and ")};
	struct run last;
	if (hour >= 12 || says_afternoon(behind))
		return hour < 12;
	for (size_t i = 0; i < ARRAY_LEN(joins); i++)
		if (str_starts(behind, joins[i]) && is_digit_at(behind, joins[i].len)) {
			read_run(&last, behind, joins[i].len);
			uint64_t end = add_digits(0, last.parts[0]);
			return hour < end && end < 12 &&
			       says_afternoon(str_from(behind, joins[i].len + last.text.len));
		}
	return false;
}

static bool has_unit(str before, str behind)
{
	static const str units[] = {STR_INIT("€"), STR_INIT("%"), STR_INIT("eur"), STR_INIT("EUR"),
		STR_INIT("евро"), STR_INIT("$")};
	behind = str_from(behind, blank_at(behind, 0));
	bool may_be = behind.len && strchr("%$eE\xd0\xe2", behind.ptr[0]);
	for (size_t i = 0; may_be && i < ARRAY_LEN(units); i++)
		if (str_starts(behind, units[i]))
			return true;
	return str_ends(before, S("€")) || str_ends(before, S("$"));
}

static enum number_weight weight_of(uint64_t value)
{
	if (value >= 100)
		return NUMBER_SURE;
	return value >= 10 ? NUMBER_TOLD : NUMBER_LOOSE;
}

static void add(
	struct numbers *numbers, const struct run *run, uint64_t value, enum number_weight weight)
{
	struct number number = {value, run->text, weight};
	if (value)
		VEC_PUSH(&numbers->list, number);
}

/* Seven digits and more with blanks among them: however they are grouped, with +371 or without. */
static bool add_phone(struct numbers *numbers, const struct run *run)
{
	uint64_t value = 0;
	size_t digits = 0;
	for (size_t i = 0; i < run->nparts; i++) {
		if (run->signs[i] != ' ')
			return false;
		bool code = i == 0 && run->nparts > 1 && str_eq(run->parts[i], S("371"));
		value = code ? 0 : add_digits(value, run->parts[i]);
		digits += run->parts[i].len;
	}
	bool joined = digits == strlen("37112345678") && value / 100000000 == 371;
	if (digits >= 7)
		add(numbers, run, joined ? value % 100000000 : value, NUMBER_SURE);
	return digits >= 7;
}

/* Three digits behind one to three: "34 970", "34,970", "1.234.567". */
static bool is_thousands(const struct run *run, size_t i)
{
	return i > 0 && run->parts[i].len == 3 && run->signs[i] != ':' &&
	       run->parts[i - 1].len <= 3 && run->parts[i - 1].ptr[0] != '0';
}

/* "2025/26": the last is 2026. */
static bool ends_years(str before)
{
	str year = str_from(before, before.len < 5 ? before.len : before.len - 5);
	return year.len == 5 && str_starts(year, S("20")) && is_digit_at(year, 2) &&
	       is_digit_at(year, 3) && year.ptr[4] == '/';
}

/* In another language: "12.00" noon, "15.12." a month, "24 stundas diennaktī" round the clock. */
static bool may_be_word(const struct run *run, size_t i, uint64_t value, str behind)
{
	bool two = run->nparts == 2 && run->signs[1] == '.' && value <= 12;
	if (two && i == 1)
		return str_starts(behind, S("."));
	return (two && value == 12 && str_eq(run->parts[1], S("00"))) ||
	       (i == 0 && value == 24 && str_starts(behind, S(" stundas diennakt")));
}

/* "01.12.2026": another language says the month in a word. */
static bool is_month(const struct run *run, size_t i)
{
	return i == 1 && run->nparts == 3 && run->parts[2].len == 4 && run->signs[1] == '.' &&
	       run->signs[2] == '.' && run->parts[1].len <= 2;
}

/* What the first part of a run says in full: 17 of "5 pm", 2026 of "2025/26". */
static uint64_t in_full(uint64_t value, const struct run *run, str before, str behind)
{
	if (is_afternoon(value, behind))
		return value + 12;
	return run->parts[0].len == 2 && ends_years(before) ? value + 2000 : value;
}

static void add_parts(struct numbers *numbers, const struct run *run, str before, str behind)
{
	bool sure = run->nparts > 1 || has_unit(before, behind);
	for (size_t i = 0, next; i < run->nparts; i = next) {
		uint64_t value = add_digits(0, run->parts[i]);
		for (next = i + 1; next < run->nparts && is_thousands(run, next); next++)
			value = add_digits(value, run->parts[next]);
		if (i == 0)
			value = in_full(value, run, before, behind);
		enum number_weight weight = sure ? NUMBER_SURE : weight_of(value);
		if (may_be_word(run, i, value, behind))
			weight = NUMBER_LOOSE;
		if (!is_month(run, i))
			add(numbers, run, value, weight);
	}
}

void numbers_find(struct numbers *numbers, str text)
{
	struct run run;
	for (size_t at = sixteen_find(text, 0, sixteen_digit); at < text.len;
		at = sixteen_find(text, at, sixteen_digit)) {
		read_run(&run, text, at);
		str before = str_sub(text, 0, at), behind = str_from(text, at + run.text.len);
		size_t first = numbers->list.len;
		bool names = is_name(text, at) || is_in_address(text, at);
		if (!add_phone(numbers, &run))
			add_parts(numbers, &run, before, behind);
		for (; names && first < numbers->list.len; first++)
			numbers->list.items[first].weight = NUMBER_LOOSE;
		at += run.text.len;
	}
}

void numbers_release(struct numbers *numbers)
{
	VEC_FREE(&numbers->list);
}

static bool says(const struct number *const *numbers, size_t n, uint64_t value)
{
	for (size_t i = 0; i < n; i++)
		if (numbers[i]->value == value)
			return true;
	return false;
}

static int compare(const void *a, const void *b)
{
	uint64_t x = ((const struct number *)a)->value, y = ((const struct number *)b)->value;
	return (x > y) - (x < y);
}

static bool holds(const struct numbers *sorted, uint64_t value)
{
	size_t low = 0, high = sorted->list.len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (sorted->list.items[middle].value == value)
			return true;
		if (sorted->list.items[middle].value < value)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

size_t numbers_missing(const struct numbers *all, const struct numbers *others,
	enum number_weight weight, const struct number **out, size_t max)
{
	struct numbers sorted = {0};
	size_t n = 0;
	VEC_RESERVE(&sorted.list, others->list.len);
	for (size_t i = 0; i < others->list.len; i++)
		VEC_PUSH(&sorted.list, others->list.items[i]);
	VEC_SORT(&sorted.list, compare);
	for (size_t i = 0; i < all->list.len && n < max; i++) {
		const struct number *number = &all->list.items[i];
		if (number->weight >= weight && !holds(&sorted, number->value) &&
			!says(out, n, number->value))
			out[n++] = number;
	}
	numbers_release(&sorted);
	return n;
}
