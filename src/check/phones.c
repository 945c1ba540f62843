#include "base/ascii.h"
#include "base/phone.h"
#include "check/fact.h"
#include "diag/phone.h"
#include "model/phones.h"

struct digits {
	bool international; /* it begins with '+' */
	char text[32];
	size_t n;
};

static struct digits digits_of(str number)
{
	struct digits digits = {.international = str_starts(number, S("+"))};
	for (size_t i = 0; i < number.len && digits.n + 1 < sizeof(digits.text); i++)
		if (ascii_is_digit(number.ptr[i]))
			digits.text[digits.n++] = number.ptr[i];
	return digits;
}

/*
 * Latvia's numbering plan: eight digits behind +371; short numbers of 3 to 6
 * digits; free (80) and paid (90) eight-digit numbers are also called without
 * the code. Abroad: at most 15 digits (E.164).
 */
static bool is_possible(const struct digits *digits, bool abroad)
{
	if (!digits->international)
		return abroad || (digits->n >= 3 && digits->n <= 6) ||
		       (digits->n == 8 && (digits->text[0] == '8' || digits->text[0] == '9'));
	if (digits->n > 3 && memcmp(digits->text, "371", 3) == 0)
		return digits->n == 11;
	return abroad && digits->n >= 7 && digits->n <= 15;
}

/* What is no phone number at all, the schema has said. */
static void check_number(struct value v, bool abroad, struct diags *diags)
{
	struct digits digits = digits_of(v.string);
	if (!format_accepts(FORMAT_TEL, v.string) || is_possible(&digits, abroad))
		return;
	phone_report(diags, v.span, v.string);
}

/* --- in texts ----------------------------------------------------------------------- */

/* Of one text so many are told. */
#define TOLD_MAX 100

/* Each number in a text, with its code or without, that no record has. */
static void check_each(const struct site *site, struct value v, str find(str text),
	struct arena *arena, struct diags *diags)
{
	size_t n = 0;
	for (str rest = v.string, phone; n < TOLD_MAX && (phone = find(rest)).len;) {
		rest = str_from(rest, (size_t)(phone.ptr - rest.ptr) + phone.len);
		if (phones_have(site, phone, arena))
			continue;
		n++;
		phone_report_lost(diags, v.span, phone, !str_starts(phone, S("+")));
	}
}

/* A number that stands in a text and in no record would stay when it changes. A broken one that a
 * record has is told there, and not in each text that names the record. */
static void check_text(const struct site *site, struct value v, struct diags *diags)
{
	struct arena arena;
	str broken = phone_find_broken(v.string);
	arena_init(&arena);
	if (broken.len && !phones_have(site, broken, &arena))
		phone_report(diags, v.span, broken);
	check_each(site, v, phone_find, &arena, diags);
	check_each(site, v, phone_find_bare, &arena, diags);
	arena_release(&arena);
}

/* One string, or one a language. */
static void check_texts(const struct site *site, struct value v, struct diags *diags)
{
	if (v.kind == VALUE_STRING)
		check_text(site, v, diags);
	for (size_t i = 0; v.kind == VALUE_MAP && i < v.map->len; i++)
		if (v.map->entries[i].value.kind == VALUE_STRING)
			check_text(site, v.map->entries[i].value, diags);
}

struct visitor {
	const struct site *site;
	bool abroad;
	struct diags *diags;
};

static void look(void *ctx, const struct schema_node *node, struct value v)
{
	const struct visitor *visitor = ctx;
	if (node->format == FORMAT_TEL && v.kind == VALUE_STRING)
		check_number(v, visitor->abroad, visitor->diags);
	if (node->is_text)
		check_texts(visitor->site, v, visitor->diags);
}

void phones_check(
	const struct site *site, const struct record *record, bool abroad, struct diags *diags)
{
	struct visitor visitor = {site, abroad, diags};
	schema_walk(schema_root(record->kind->schema), record_facts(record)->json, look, &visitor);
}
