/*
 * Runs test files of the public Mustache specification through the template
 * engine: mustache-spec FILE... Each file is JSON: {"tests": [{"name", "desc",
 * "data", "template", "partials", "expected"}]}. Says which cases fail, and
 * how many passed and failed; exit status 1 if one failed or none was run.
 */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>

#include "sys/file.h"
#include "template/template.h"

struct outcome {
	size_t npassed;
	size_t nfailed;
};

/* --- data -------------------------------------------------------------- */

static struct value convert(struct arena *arena, const cJSON *json);

static struct value convert_list(struct arena *arena, const cJSON *json)
{
	struct value_list *list = ARENA_NEW(arena, struct value_list);
	for (const cJSON *item = json->child; item; item = item->next)
		value_list_push(arena, list, convert(arena, item));
	return value_list(list, SPAN_NONE);
}

static struct value convert_map(struct arena *arena, const cJSON *json)
{
	struct value_map *map = ARENA_NEW(arena, struct value_map);
	for (const cJSON *item = json->child; item; item = item->next)
		value_map_put(arena, map, str_of(item->string), SPAN_NONE, convert(arena, item));
	return value_map(map, SPAN_NONE);
}

static struct value convert_number(double n)
{
	if (n >= -1e15 && n <= 1e15 && !((double)(int64_t)n < n) && !((double)(int64_t)n > n))
		return value_int((int64_t)n, SPAN_NONE);
	return value_real(n, SPAN_NONE);
}

static struct value convert(struct arena *arena, const cJSON *json)
{
	if (cJSON_IsBool(json))
		return value_bool(cJSON_IsTrue(json), SPAN_NONE);
	if (cJSON_IsNumber(json))
		return convert_number(json->valuedouble);
	if (cJSON_IsString(json))
		return value_string(str_of(json->valuestring), SPAN_NONE);
	if (cJSON_IsArray(json))
		return convert_list(arena, json);
	if (cJSON_IsObject(json))
		return convert_map(arena, json);
	return value_null(SPAN_NONE);
}

/* --- cases ------------------------------------------------------------- */

static const char *text_of(const cJSON *json, const char *key)
{
	const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(json, key));
	return text ? text : "";
}

static void render_case(const cJSON *json, struct arena *arena, struct buf *out)
{
	struct diags diags; /* the specification wants silence, and so gets it */
	struct template_set set;
	diags_init(&diags);
	template_set_init(&set);
	template_set_add(&set, S("the template itself"), str_of(text_of(json, "template")),
		SPAN_NONE, &diags);
	const cJSON *partials = cJSON_GetObjectItemCaseSensitive(json, "partials"), *partial;
	cJSON_ArrayForEach(partial, partials) template_set_add(&set, str_of(partial->string),
		str_of(cJSON_GetStringValue(partial)), SPAN_NONE, &diags);
	template_set_link(&set, NULL, &diags);
	struct template_env env = {arena, &diags};
	struct value data = convert(arena, cJSON_GetObjectItemCaseSensitive(json, "data"));
	template_render(&set, template_set_find(&set, S("the template itself")), data, &env, out);
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

static void run_case(const char *file, const cJSON *json, struct outcome *outcome)
{
	struct arena arena;
	struct buf out;
	arena_init(&arena);
	buf_init(&out);
	render_case(json, &arena, &out);
	str expected = str_of(text_of(json, "expected"));
	if (str_eq(buf_str(&out), expected)) {
		outcome->npassed++;
	} else {
		outcome->nfailed++;
		printf("%s: %s:", file, text_of(json, "name"));
		print_quoted(" expected", expected);
		print_quoted(", got", buf_str(&out));
		putchar('\n');
	}
	buf_release(&out);
	arena_release(&arena);
}

static void run_file(const char *file, struct outcome *outcome)
{
	struct buf text;
	buf_init(&text);
	if (file_read(file, text.limit, &text) != 0)
		die("can't read %s", file);
	cJSON *json = cJSON_ParseWithLength(text.data, text.len);
	const cJSON *tests = cJSON_GetObjectItemCaseSensitive(json, "tests"), *test;
	if (!cJSON_IsArray(tests))
		die("%s holds no list \"tests\"", file);
	cJSON_ArrayForEach(test, tests) run_case(file, test, outcome);
	cJSON_Delete(json);
	buf_release(&text);
}

int main(int argc, char **argv)
{
	struct outcome outcome = {0};
	for (int i = 1; i < argc; i++)
		run_file(argv[i], &outcome);
	printf("%zu passed, %zu failed\n", outcome.npassed, outcome.nfailed);
	return outcome.nfailed || !outcome.npassed;
}
