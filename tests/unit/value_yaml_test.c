#include <criterion/criterion.h>

#include "base/arena.h"
#include "value/packed.h"
#include "value/yaml.h"
#include "value/yaml_simple.h"

struct parsed {
	struct arena arena;
	struct diags diags;
	str text; /* the whole file */
	struct front_matter matter;
	struct value value;
	bool ok;
};

static struct parsed parse_file(str text)
{
	struct parsed p = {.text = text};
	arena_init(&p.arena);
	diags_init(&p.diags);
	p.ok = front_matter_split(text, 1, &p.diags, &p.matter) &&
	       yaml_parse(&p.arena, p.matter.yaml, p.matter.span, &p.diags, &p.value);
	return p;
}

static struct parsed parse(const char *yaml)
{
	struct arena arena;
	arena_init(&arena);
	str file = arena_join(&arena, S("---\n"), str_of(yaml), S("\n---\nbody\n"));
	struct parsed p = parse_file(file);
	p.text = arena_str(&p.arena, file);
	arena_release(&arena); /* the tree must not point into the file */
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

static void refuses(const char *yaml, const char *id, const char *marked)
{
	struct parsed p = parse(yaml);
	cr_assert_not(p.ok, "%s", yaml);
	const struct diag *diag = &p.diags.list.items[0];
	str got = text_at(&p, diag->span);
	cr_assert_eq(p.diags.list.len, 1, "%s: %zu", yaml, p.diags.list.len);
	cr_assert(str_eq(diag_info(diag->id)->id, str_of(id)), "%s: %s", yaml,
		diag_info(diag->id)->id.ptr);
	cr_assert(str_eq(got, str_of(marked)), "%s: marks '%.*s', %s", yaml, STR_ARGS(got),
		diag->text.ptr);
	release(&p);
}

Test(front_matter, is_split_from_the_body)
{
	struct parsed p = parse_file(S("---\r\ntitle: A\r\n---  \r\n# B\r\n---\r\n"));
	cr_assert(p.ok && p.matter.found);
	cr_assert(str_eq(p.matter.body, S("# B\r\n---\r\n")));
	cr_assert_eq(p.matter.body_start, 22);
	cr_assert(str_eq(value_get_str(p.value, S("title")), S("A")));
	release(&p);
}

Test(front_matter, may_be_missing_or_empty)
{
	struct parsed p = parse_file(S("# A\n---\n"));
	cr_assert(p.ok && !p.matter.found);
	cr_assert(str_eq(p.matter.body, p.text));
	release(&p);
	p = parse_file(S("---\n---\n"));
	cr_assert(p.ok && p.matter.found);
	cr_assert(p.value.kind == VALUE_MAP && p.value.map->len == 0);
	release(&p);
	p = parse_file(S("---\n# only a comment\n---"));
	cr_assert(p.ok && p.value.kind == VALUE_MAP && p.matter.body.len == 0);
	release(&p);
	p = parse_file(S("----\n"));
	cr_assert(p.ok && !p.matter.found);
	release(&p);
}

Test(front_matter, needs_its_end)
{
	struct parsed p = parse_file(S("\xef\xbb\xbf---\ntitle: A\n\nText\n"));
	cr_assert_not(p.ok);
	cr_assert_eq(p.diags.list.items[0].id, DIAG_FRONT_MATTER_UNCLOSED);
	cr_assert_eq(p.diags.list.items[0].span.start, 3);
	release(&p);
}

Test(yaml, reads_scalars_by_the_core_schema)
{
	struct parsed p =
		parse("a: true\nb: 12\nc: -0.5\nd: ~\ne: yes\nf: 2026-12-24\ng: '12'\n"
		      "h: \"true\"\ni: 0x1F\nj: +7\nk:\nl: 12:30\nm: 1.2.3\nn: No\no: 0\np: .5e1");
	static const enum value_kind kinds[] = {VALUE_BOOL, VALUE_INT, VALUE_REAL, VALUE_NULL,
		VALUE_STRING, VALUE_STRING, VALUE_STRING, VALUE_STRING, VALUE_INT, VALUE_INT,
		VALUE_NULL, VALUE_STRING, VALUE_STRING, VALUE_STRING, VALUE_INT, VALUE_REAL};
	cr_assert(p.ok);
	cr_assert_eq(p.value.map->len, ARRAY_LEN(kinds));
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		cr_assert_eq(p.value.map->entries[i].value.kind, kinds[i], "%s",
			p.value.map->entries[i].key.ptr);
	cr_assert_eq(value_get_int(p.value, S("i"), 0), 31);
	cr_assert_eq(value_get_int(p.value, S("j"), 0), 7);
	cr_assert(str_eq(value_get_str(p.value, S("f")), S("2026-12-24")));
	release(&p);
}

Test(yaml, knows_places_in_bytes_behind_latvian_and_russian_text)
{
	struct parsed p = parse("title: Ķīļi un 🌉 tilti\nвремя: \"зона\"\nlist:\n  - āķis\n"
				"  - {x: [ц, 2]}\nblock: |\n  Ēna\n  Ūdens\n\nlast: beigas");
	cr_assert(p.ok);
	const struct value_entry *e = p.value.map->entries;
	cr_assert(str_eq(text_at(&p, e[0].value.span), S("Ķīļi un 🌉 tilti")));
	cr_assert(str_eq(text_at(&p, e[1].key_span), S("время")));
	cr_assert(str_eq(text_at(&p, e[1].value.span), S("\"зона\"")));
	cr_assert(str_eq(text_at(&p, e[2].value.span), S("- āķis\n  - {x: [ц, 2]}")));
	struct value flow = e[2].value.list->items[1];
	cr_assert(str_eq(text_at(&p, flow.span), S("{x: [ц, 2]}")));
	cr_assert(str_eq(text_at(&p, flow.map->entries[0].value.list->items[1].span), S("2")));
	cr_assert(str_eq(e[3].value.string, S("Ēna\nŪdens\n")));
	cr_assert(str_eq(text_at(&p, e[4].key_span), S("last")));
	cr_assert(str_eq(text_at(&p, e[4].value.span), S("beigas")));
	release(&p);
}

Test(yaml, refuses_what_would_surprise)
{
	refuses("a: &x 1", "yaml-feature", "&x 1");
	refuses("ā: *x", "yaml-feature", "*x");
	refuses("a: !!str 1", "yaml-feature", "!!str 1");
	refuses("<<: {b: 1}", "yaml-feature", "<<");
	refuses("a: 1\n--- b", "yaml-feature", "---");
	refuses("a: 1\nb: 2\na: 3", "yaml-duplicate", "a");
	refuses("12: a", "yaml-key", "12");
	refuses("true: a", "yaml-key", "true");
	refuses("? [a, b]\n: c", "yaml-key", "[a, b]");
	refuses("just a line", "yaml-shape", "just a line");
	refuses("- a\n- b", "yaml-shape", "- a\n- b");
	refuses("phone: 020", "yaml-number", "020");
	refuses("card: 12345678901234567890", "yaml-number", "12345678901234567890");
	refuses("x: .inf", "yaml-number", ".inf");
}

Test(yaml, shows_the_place_of_mistakes)
{
	refuses("title: Ķīlis: jauns", "yaml-syntax", ":");
	refuses("a: 1\n\tb: 2", "yaml-syntax", "\t");
	refuses("a: @b", "yaml-syntax", "@");
	refuses("a: `b`", "yaml-syntax", "`");
	refuses("a: [1, 2\nb: 3", "yaml-syntax", ":");
	refuses("a: \"b\" c", "yaml-syntax", "\"");
	refuses("a: 'b's c'", "yaml-syntax", "'");
	refuses("b: 2\na:1\nc: 3", "yaml-syntax", ":");
	refuses("ā: \"b\\q\"", "yaml-syntax", "\\");
	refuses("a: \"b\x01\"", "yaml-syntax", "\x01");
	refuses("a: 1\n b: 2", "yaml-syntax", ":");
	refuses("a: \xc4", "file-encoding", "\xc4");
}

Test(yaml, goes_on_after_a_mistake)
{
	struct parsed p = parse("a: 1\na: 2\nb: *x\n3: c\nd: 01");
	cr_assert_not(p.ok);
	cr_assert_eq(p.diags.list.len, 4);
	release(&p);
}

/* Lists of maps in each other, a line each. */
static void add_nested(struct buf *buf, size_t nlists)
{
	buf_adds(buf, "a:\n");
	for (size_t i = 1; i < nlists; i++) {
		buf_add_repeat(buf, ' ', 4 * i - 2);
		buf_adds(buf, "- a:\n");
	}
	buf_add_repeat(buf, ' ', 4 * nlists - 2);
	buf_adds(buf, "- b");
}

Test(yaml, is_as_deep_without_libyaml)
{
	struct buf buf;
	buf_init(&buf);
	add_nested(&buf, YAML_DEPTH_MAX / 2);
	struct parsed p = parse(buf.data);
	cr_assert(p.ok);
	release(&p);
	buf_clear(&buf);
	add_nested(&buf, YAML_DEPTH_MAX / 2 + 1);
	p = parse(buf.data);
	cr_assert_not(p.ok);
	cr_assert_eq(p.diags.list.items[0].id, DIAG_YAML_DEPTH);
	release(&p);
	buf_release(&buf);
}

Test(yaml, is_bounded)
{
	struct buf buf;
	buf_init(&buf);
	buf_adds(&buf, "a: ");
	buf_add_repeat(&buf, '[', 100);
	buf_add_repeat(&buf, ']', 100);
	struct parsed p = parse(buf.data);
	cr_assert_not(p.ok);
	cr_assert_eq(p.diags.list.items[0].id, DIAG_YAML_DEPTH);
	release(&p);
	buf_clear(&buf);
	buf_add_repeat(&buf, '#', YAML_SIZE_MAX + 1);
	p = parse(buf.data);
	cr_assert_not(p.ok);
	cr_assert_eq(p.diags.list.items[0].id, DIAG_YAML_TOO_BIG);
	release(&p);
	buf_release(&buf);
}

/* --- what is read without libyaml ---------------------------------------------------- */

static struct span at_line_two(str yaml)
{
	return (struct span){1, 6, 6 + (uint32_t)yaml.len};
}

static bool is_simple(const char *yaml)
{
	struct arena arena;
	struct value value;
	arena_init(&arena);
	bool simple = yaml_simple(&arena, str_of(yaml), at_line_two(str_of(yaml)), &value);
	arena_release(&arena);
	return simple;
}

static void pack_without(struct buf *out, const char *yaml)
{
	struct arena arena;
	struct value value;
	arena_init(&arena);
	cr_assert(yaml_simple(&arena, str_of(yaml), at_line_two(str_of(yaml)), &value), "%s", yaml);
	value_pack(out, value);
	arena_release(&arena);
}

/* A remark before it is libyaml's to read; it takes two bytes, so that places stay the same. */
static void pack_with(struct buf *out, const char *yaml)
{
	struct parsed p = {.ok = false};
	struct span at = at_line_two(str_of(yaml));
	arena_init(&p.arena);
	diags_init(&p.diags);
	at.start -= 2;
	cr_assert(yaml_parse(&p.arena, arena_join(&p.arena, S("#\n"), str_of(yaml), S("")), at,
			  &p.diags, &p.value),
		"%s", yaml);
	value_pack(out, p.value);
	release(&p);
}

Test(yaml, makes_of_simple_lines_what_libyaml_makes)
{
	static const char *const simple[] = {"title: Ķīļi\n", "a: \"x: #y\"\nb: '„z“'\nc: d - e",
		"order: 12\ndate: 2026-11-21\nquota: 0x1F\nexit: true\nx: y? [z], {0}",
		"keywords: [zvans, \"a, b\", 12, https://a.lv/b]\ntitle: x",
		"list:\n  - āķis\n  - \"b\"\n  - [c, d]\nlast: e\n",
		"sources:\n  - title: a\n    url: https://a.lv\n  - title: b\nlast: c",
		"sources:\n  - {title: \"a\", url: \"https://a.lv/?b#c\"}\n  - {title: d}\n",
		"a:\n  - b:\n      - c: d\n        e: f\n    g: h\ni: j"};
	for (size_t i = 0; i < ARRAY_LEN(simple); i++) {
		struct buf with, without;
		buf_init(&with);
		buf_init(&without);
		pack_with(&with, simple[i]);
		pack_without(&without, simple[i]);
		cr_assert(str_eq(buf_str(&with), buf_str(&without)), "%s", simple[i]);
		buf_release(&with);
		buf_release(&without);
	}
}

Test(yaml, leaves_to_libyaml_what_is_not_simple)
{
	static const char *const others[] = {"", "a", "a:\n", "a:b", "a: b #c", "#\na: b", "a: b ",
		"a: b: c", "a: \"b\\n\"", "a: 'b''c'", "a: \"b\nc\"", "a: b\n  c", "a: 020",
		"a: b\na: c", "a: |\n  b", "a: &b c", "a: [b\n, c]", "a: [b,c]", "a: []",
		"a: [b, [c]]", "null: a",
		"a: b\xc2\x85"
		"c",
		"a: b\xe2\x80\xa8"
		"c",
		"a: \xef\xbb\xbf", "a: „b“", "a: b\"", "a:\n- b", "a:\n  - b\n - c",
		"a:\n  - b: c\n   d: e", "a:\tb", "a: b\n---\n", "a: b\n...\n"};
	for (size_t i = 0; i < ARRAY_LEN(others); i++)
		cr_assert_not(is_simple(others[i]), "%s", others[i]);
}
