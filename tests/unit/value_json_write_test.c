#include <criterion/criterion.h>
#include <criterion/redirect.h>
#include <signal.h>
#include <stdio.h>

#include "value/json.h"
#include "value/json_write.h"

static void writes(struct buf *buf, const char *wanted)
{
	cr_assert(str_eq(buf_str(buf), str_of(wanted)), "%s", buf->data);
	buf_release(buf);
}

Test(json_write, puts_commas_and_line_ends)
{
	struct buf buf;
	buf_init(&buf);
	struct json_writer w = json_writer(&buf, 2);
	json_begin_object(&w);
	json_key(&w, S("a"));
	json_begin_list(&w);
	json_int(&w, 1);
	json_real(&w, 0.1);
	json_end_list(&w);
	json_key(&w, S("b"));
	json_begin_object(&w);
	json_end_object(&w);
	json_key(&w, S("c"));
	json_null(&w);
	json_end_object(&w);
	writes(&buf, "{\n  \"a\": [\n    1,\n    0.1\n  ],\n  \"b\": {},\n  \"c\": null\n}");
}

Test(json_write, escapes_what_must_be_escaped)
{
	struct buf buf;
	buf_init(&buf);
	json_write_string(&buf, S("ā\"\\\n\x01</script>"));
	writes(&buf, "\"ā\\\"\\\\\\n\\u0001</script>\"");
	struct json_writer w = json_writer(&buf, 0);
	w.in_html = true;
	json_string(&w, S("<!--</script>"));
	writes(&buf, "\"\\u003c!--\\u003c/script>\"");
}

/* Texts are looked at sixteen bytes at a time, and their ends apart. */
Test(json_write, escapes_at_any_place)
{
	static const struct {
		const char *sign, *plain, *in_html;
	} rows[] = {{"\"", "\\\"", "\\\""}, {"\\", "\\\\", "\\\\"}, {"\x1f", "\\u001f", "\\u001f"},
		{"<", "<", "\\u003c"}, {" ", " ", " "}, {"\x7f", "\x7f", "\x7f"}, {"ā", "ā", "ā"}};
	static const char filler[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
	char text[64], wanted[64];
	struct buf buf;
	buf_init(&buf);
	for (size_t row = 0; row < ARRAY_LEN(rows); row++)
		for (int before = 0; before < 20; before++)
			for (int behind = 0; behind < 20; behind++) {
				bool in_html = (before + behind) % 2;
				snprintf(text, sizeof(text), "%.*s%s%.*s", before, filler,
					rows[row].sign, behind, filler);
				snprintf(wanted, sizeof(wanted), "\"%.*s%s%.*s\"", before, filler,
					in_html ? rows[row].in_html : rows[row].plain, behind,
					filler);
				struct json_writer w = json_writer(&buf, 0);
				w.in_html = in_html;
				json_string(&w, str_of(text));
				writes(&buf, wanted);
			}
}

Test(json_write, replaces_bytes_that_are_not_utf_8)
{
	struct buf buf;
	buf_init(&buf);
	json_write_string(&buf, S("R\xc4\xffga\xe2\x82"));
	writes(&buf, "\"R\uFFFD\uFFFDga\uFFFD\uFFFD\"");
}

Test(json_write, gives_back_what_was_read)
{
	static const char text[] =
		"{\"a\":[1,-2.5,true,null,\"ā\\n\"],\"b\":{\"c\":[]},\"d\":1e+300}";
	struct arena arena;
	struct diags diags;
	struct value value;
	struct buf buf;
	arena_init(&arena);
	diags_init(&diags);
	buf_init(&buf);
	cr_assert(json_parse(&arena, str_of(text), 1, &diags, &value));
	json_write_value(&buf, value, 0);
	writes(&buf, text);
	diags_release(&diags);
	arena_release(&arena);
}

Test(json_write, refuses_a_value_without_a_key, .signal = SIGABRT)
{
	struct buf buf;
	cr_redirect_stderr(); /* the message is wanted here, and alarms whoever reads it */
	buf_init(&buf);
	struct json_writer w = json_writer(&buf, 0);
	json_begin_object(&w);
	json_int(&w, 1);
}
