#include <criterion/criterion.h>

#include "growth.h"
#include "base/arena.h"
#include "sys/parallel.h"
#include "value/json.h"

struct parsed {
	struct arena arena;
	struct diags diags;
	str text;
	struct value value;
	bool ok;
};

static struct parsed parse(str text)
{
	struct parsed p = {.text = text};
	arena_init(&p.arena);
	diags_init(&p.diags);
	p.ok = json_parse(&p.arena, text, 1, &p.diags, &p.value);
	return p;
}

static void release(struct parsed *p)
{
	diags_release(&p->diags);
	arena_release(&p->arena);
}

static str text_at(const struct parsed *p, struct span span)
{
	return str_sub(p->text, span.start, span.end);
}

/* One diagnostic with this id, marking exactly this part of the text. */
static void refuses(str text, const char *id, const char *marked)
{
	struct parsed p = parse(text);
	cr_assert_not(p.ok, "%.*s", STR_ARGS(text));
	cr_assert_eq(p.diags.list.len, 1, "%.*s: %zu", STR_ARGS(text), p.diags.list.len);
	const struct diag *diag = &p.diags.list.items[0];
	str got = text_at(&p, diag->span);
	cr_assert(str_eq(diag_info(diag->id)->id, str_of(id)), "%.*s: %s", STR_ARGS(text),
		diag_info(diag->id)->id.ptr);
	cr_assert(str_eq(got, str_of(marked)), "%.*s: marks '%.*s'", STR_ARGS(text), STR_ARGS(got));
	release(&p);
}

Test(json, knows_the_place_of_every_key_and_value)
{
	struct parsed p =
		parse(S("{ \"vārds\" : [1, -2.5,\n true, null],\"б\":{\"c\":\"ā\\n\"} }"));
	cr_assert(p.ok);
	cr_assert_eq(p.value.kind, VALUE_MAP);
	cr_assert(str_eq(text_at(&p, p.value.span), p.text));
	const struct value_entry *first = &p.value.map->entries[0];
	cr_assert(str_eq(first->key, S("vārds")));
	cr_assert(str_eq(text_at(&p, first->key_span), S("\"vārds\"")));
	cr_assert(str_eq(text_at(&p, first->value.span), S("[1, -2.5,\n true, null]")));
	const struct value *items = first->value.list->items;
	cr_assert(items[0].kind == VALUE_INT && items[0].integer == 1);
	cr_assert(items[1].kind == VALUE_REAL && items[1].real < -2.4);
	cr_assert(str_eq(text_at(&p, items[1].span), S("-2.5")));
	cr_assert(items[2].kind == VALUE_BOOL && items[2].boolean);
	cr_assert(items[3].kind == VALUE_NULL);
	struct value inner = p.value.map->entries[1].value;
	cr_assert(str_eq(value_get_str(inner, S("c")), S("ā\n")));
	cr_assert(str_eq(text_at(&p, inner.map->entries[0].value.span), S("\"ā\\n\"")));
	release(&p);
}

Test(json, keeps_every_digit_of_integers)
{
	struct parsed p = parse(S("[9007199254740993, -9223372036854775808, 9223372036854775807]"));
	cr_assert(p.ok);
	cr_assert_eq(p.value.list->items[0].integer, 9007199254740993);
	cr_assert_eq(p.value.list->items[1].integer, INT64_MIN);
	cr_assert_eq(p.value.list->items[2].integer, INT64_MAX);
	release(&p);
}

Test(json, reads_decimals_that_read_back_the_same)
{
	struct parsed p = parse(S("[0.1, 56.95167410362145, 1e3, 0.0, -0.5E-7, 1.50]"));
	cr_assert(p.ok);
	cr_assert_eq(p.value.list->items[2].kind, VALUE_REAL);
	cr_assert(str_eq(value_text(p.value.list->items[1], &p.arena), S("56.95167410362145")));
	release(&p);
}

Test(json, refuses_numbers_that_lose_digits_or_have_a_wrong_form)
{
	refuses(S("[9223372036854775808]"), "json-number", "9223372036854775808");
	refuses(S("[0.12345678901234567890]"), "json-number", "0.12345678901234567890");
	refuses(S("[1e999]"), "json-number", "1e999");
	refuses(S("[1e-999]"), "json-number", "1e-999");
	refuses(S("[01]"), "json-number", "01");
	refuses(S("[-]"), "json-number", "-");
	refuses(S("[.5]"), "json-number", ".5");
	refuses(S("[5.]"), "json-number", "5.");
	refuses(S("[+5]"), "json-number", "+5");
	refuses(S("[1e]"), "json-number", "1e");
	refuses(S("[08:30]"), "json-number", "08:30");
	refuses(S("[2026-12-24]"), "json-number", "2026-12-24");
}

Test(json, refuses_characters_that_json_refuses)
{
	refuses(S("[\"a\tb\"]"), "json-character", "\t");
	refuses(S("[\"a\\u0000b\"]"), "json-character", "\\u0000");
	refuses(S("[\"a\\u001bb\"]"), "json-character", "\\u001b");
	refuses(S("[\"\\ud83c\"]"), "json-character", "\\ud83c");
	refuses(S("[\"\\udf09\"]"), "json-character", "\\udf09");
	refuses(S("[\"\\ud83c\\u0041\"]"), "json-character", "\\ud83c");
	refuses(S("[\"\\x\"]"), "json-syntax", "\\");
	refuses(S("[\"\\u12g4\"]"), "json-syntax", "\\u");
	refuses(S("[\"R\xc4\"]"), "file-encoding", "\xc4");
}

Test(json, refuses_nul_bytes_and_reads_no_further_than_the_text)
{
	struct parsed p = parse(S("[\"a\0b\"]"));
	cr_assert(!p.ok && p.diags.list.items[0].span.start == 3);
	release(&p);
	p = parse(str_sub(S("[1, 23]"), 4, 5));
	cr_assert(p.ok && p.value.integer == 2);
	release(&p);
}

Test(json, joins_surrogate_pairs)
{
	struct parsed p = parse(S("\"\\ud83c\\udf09\""));
	cr_assert(p.ok);
	cr_assert(str_eq(p.value.string, S("🌉")));
	release(&p);
}

Test(json, shows_the_exact_place_of_mistakes)
{
	refuses(S("{\"a\": 1,}"), "json-syntax", ",");
	refuses(S("[1 2]"), "json-syntax", "1");
	refuses(S("[1,,2]"), "json-syntax", ",");
	refuses(S("{'a': 1}"), "json-syntax", "'a'");
	refuses(S("{\"a\": “b”}"), "json-syntax", "“b”");
	refuses(S("{\"a\": „b\"}"), "json-syntax", "„b\"");
	refuses(S("{a: 1}"), "json-syntax", "a");
	refuses(S("{\"a\" = 1}"), "json-syntax", "=");
	refuses(S("{\"a\"}"), "json-syntax", "\"");
	refuses(S("{\"a\": 1} // end"), "json-syntax", "// end");
	refuses(S("/* x */ {}"), "json-syntax", "/* x */");
	refuses(S("{} {}"), "json-syntax", "{");
	refuses(S("{\"a\": True}"), "json-syntax", "True");
	refuses(S("{\"a\": \"b\n}"), "json-syntax", "\"b");
	refuses(S("[1, 2"), "json-syntax", "[");
	refuses(S("[1}"), "json-syntax", "}");
	refuses(S("[1,\xc2\xa0 2]"), "json-syntax", "\xc2\xa0");
	refuses(S(""), "json-syntax", "");
	refuses(S("[1,"), "json-syntax", "");
	refuses(S("{\"a\": [1\n \"b\": 2}"), "json-syntax", "[");
}

static void hints(str text, const char *hint)
{
	struct parsed p = parse(text);
	cr_assert_eq(p.diags.list.len, 1, "%.*s", STR_ARGS(text));
	cr_assert(p.diags.list.items[0].notes, "%.*s", STR_ARGS(text));
	cr_assert_neq(str_find(p.diags.list.items[0].notes->text, str_of(hint)), STR_NONE, "%s",
		p.diags.list.items[0].notes->text.ptr);
	release(&p);
}

Test(json, guesses_what_was_meant)
{
	hints(S("{\"a\": \"one \"two\" three\"}"), "the text goes on");
	hints(S("{\"a\": 56,65, \"b\": 23,71}"), "decimals have a point");
}

Test(json, passes_over_the_mark_that_some_editors_write)
{
	struct parsed p = parse(S("\xef\xbb\xbf{\"a\": 1}"));
	cr_assert(p.ok);
	cr_assert_eq(p.value.map->entries[0].key_span.start, 4);
	release(&p);
}

/* The first mistake of a line makes others behind it. */
Test(json, reports_one_mistake_a_line)
{
	struct parsed p = parse(S("{\"a\": [1 2,], b: 01,\n\"c\": True \"d\": 'x'}"));
	cr_assert_not(p.ok);
	cr_assert_eq(p.diags.list.len, 2);
	release(&p);
}

Test(json, goes_on_after_a_mistake)
{
	struct parsed p = parse(S("{\"a\": [1\n2,\n],\nb:\n01,\n\"c\": True\n \"d\":\n 'x'}"));
	cr_assert_not(p.ok);
	cr_assert_eq(p.diags.list.len, 6);
	release(&p);
}

Test(json, stops_after_twenty_mistakes)
{
	struct buf buf;
	buf_init(&buf);
	for (int i = 0; i < 1000; i++)
		buf_adds(&buf, "[,");
	struct parsed p = parse(buf_str(&buf));
	cr_assert_leq(p.diags.list.len, 20);
	release(&p);
	buf_clear(&buf);
	buf_adds(&buf, "[");
	for (int i = 0; i < 1000; i++)
		buf_adds(&buf, "01,\n");
	p = parse(buf_str(&buf));
	cr_assert_eq(p.diags.list.len, 20);
	release(&p);
	buf_release(&buf);
}

Test(json, finds_names_that_stand_twice_however_they_are_written)
{
	struct parsed p = parse(S("{\"a\": 1, \"b\": {\"a\": 2}, \"\\u0061\": 3}"));
	cr_assert_not(p.ok);
	cr_assert_eq(p.diags.list.len, 1);
	const struct diag *diag = &p.diags.list.items[0];
	cr_assert(str_eq(text_at(&p, diag->span), S("\"\\u0061\"")));
	cr_assert(str_eq(text_at(&p, diag->notes->span), S("\"a\"")));
	cr_assert_eq(diag->notes->span.start, 1);
	cr_assert_eq(value_get_int(p.value, S("a"), 0), 1);
	release(&p);
}

Test(json, goes_sixty_four_deep_and_no_further)
{
	char text[400];
	memset(text, '[', 64);
	memset(text + 64, ']', 64);
	struct parsed p = parse(str_n(text, 128));
	cr_assert(p.ok);
	release(&p);
	memset(text, '[', 65);
	memset(text + 65, ']', 65);
	p = parse(str_n(text, 130));
	cr_assert_not(p.ok);
	cr_assert_eq(p.diags.list.len, 1);
	cr_assert_eq(p.diags.list.items[0].id, DIAG_JSON_DEPTH);
	cr_assert_eq(p.diags.list.items[0].span.start, 64);
	release(&p);
}

static void parse_members(void *ctx, size_t n)
{
	struct buf buf;
	UNUSED(ctx);
	buf_init(&buf);
	buf_adds(&buf, "{");
	for (size_t i = 0; i < n; i++)
		buf_printf(&buf, "%s\"key-%zu\":%zu", i ? "," : "", i, i);
	buf_adds(&buf, "}");
	struct parsed p = parse(buf_str(&buf));
	cr_assert(p.ok);
	cr_assert_eq(p.value.map->len, n);
	release(&p);
	buf_release(&buf);
}

Test(json, takes_linear_time, .timeout = HANGS)
{
	cr_assert(growth_is_linear(parse_members, NULL, 75000));
}

struct job {
	bool ok[200];
};

static void parse_one(void *ctx, unsigned worker, size_t index)
{
	struct job *job = ctx;
	UNUSED(worker);
	struct parsed p =
		parse(index % 2 ? S("{\"a\": [1, 2, {\"b\": \"c\"}]}") : S("{\"a\": [1,}"));
	job->ok[index] = p.ok;
	release(&p);
}

Test(json, may_be_read_by_many_threads)
{
	struct job job = {0};
	parallel_for(4, ARRAY_LEN(job.ok), parse_one, &job);
	for (size_t i = 0; i < ARRAY_LEN(job.ok); i++)
		cr_assert_eq(job.ok[i], i % 2 == 1);
}
