/*
 * Runs cases in the form of the public Mustache specification through the
 * template engine: mustache-spec FILE... Each file is JSON: {"tests": [{"name", "desc",
 * "data", "template", "partials", "expected"}]}. Says which cases fail, and
 * how many passed and failed; exit status 1 if one failed. Ends the program when
 * a file can't be read or holds no case.
 */
#include <stdio.h>

#include "sys/file.h"
#include "template/template.h"
#include "value/json.h"

struct outcome {
	size_t npassed;
	size_t nfailed;
};

static void render_case(struct value test, struct arena *arena, struct buf *out)
{
	struct diags diags; /* the specification wants silence, and so gets it */
	struct template_set set;
	diags_init(&diags);
	template_set_init(&set);
	str name = S("the template itself");
	template_set_add(&set, name, value_get_str(test, S("template")), SPAN_NONE, &diags);
	struct value partials = value_get(test, S("partials"), arena);
	for (size_t i = 0; partials.kind == VALUE_MAP && i < partials.map->len; i++) {
		str key = partials.map->entries[i].key;
		template_set_add(&set, key, value_get_str(partials, key), SPAN_NONE, &diags);
	}
	template_set_link(&set, NULL, &diags);
	struct recent recent = {0};
	struct template_env env = {.scratch = arena, .diags = &diags, .recent = &recent};
	struct value data = value_get(test, S("data"), arena);
	template_render(&set, template_set_find(&set, name), data, &env, out);
	template_set_release(&set);
	diags_release(&diags);
}

static void print_quoted(const char *label, str s)
{
	printf("%s \"", label);
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '\n')
			fputs("\\n", stdout);
		else if (s.ptr[i] == '\r')
			fputs("\\r", stdout);
		else
			putchar(s.ptr[i]);
	}
	putchar('"');
}

static void run_case(const char *file, struct value test, struct outcome *outcome)
{
	struct arena arena;
	struct buf out;
	arena_init(&arena);
	buf_init(&out);
	render_case(test, &arena, &out);
	str expected = value_get_str(test, S("expected"));
	if (str_eq(buf_str(&out), expected)) {
		outcome->npassed++;
	} else {
		outcome->nfailed++;
		printf("%s: %.*s:", file, STR_ARGS(value_get_str(test, S("name"))));
		print_quoted(" expected", expected);
		print_quoted(", got", buf_str(&out));
		putchar('\n');
	}
	buf_release(&out);
	arena_release(&arena);
}

static struct value read_json(const char *file, struct arena *arena)
{
	struct buf text;
	struct diags diags;
	struct value json;
	buf_init(&text);
	diags_init(&diags);
	if (file_read(file, text.limit, &text) != 0)
		die("can't read %s", file);
	if (!json_parse(arena, buf_str(&text), 1, &diags, &json))
		die("%s: %.*s", file, STR_ARGS(diags.list.items[0].text));
	diags_release(&diags);
	buf_release(&text);
	return json;
}

static void run_file(const char *file, struct outcome *outcome)
{
	struct arena arena;
	arena_init(&arena);
	struct value tests = value_get(read_json(file, &arena), S("tests"), &arena);
	if (!value_count(tests))
		die("%s: no cases", file);
	for (size_t i = 0; i < value_count(tests); i++)
		run_case(file, value_at(tests, i, &arena), outcome);
	arena_release(&arena);
}

int main(int argc, char **argv)
{
	struct outcome outcome = {0};
	for (int i = 1; i < argc; i++)
		run_file(argv[i], &outcome);
	printf("%zu passed, %zu failed\n", outcome.npassed, outcome.nfailed);
	return outcome.nfailed || argc < 2;
}
