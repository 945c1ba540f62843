#include "frame.h"

void fuzz_check_span(struct span span, struct span within)
{
	if (span.start > span.end || span.start < within.start || span.end > within.end)
		BUG("a place outside of the text");
}

void fuzz_check_value(struct value value, struct span within)
{
	fuzz_check_span(value.span, within);
	if (value.kind == VALUE_LIST)
		for (size_t i = 0; i < value.list->len; i++)
			fuzz_check_value(value.list->items[i], within);
	if (value.kind == VALUE_MAP)
		for (size_t i = 0; i < value.map->len; i++)
			fuzz_check_value(value.map->entries[i].value, within);
}

str fuzz_unescape(str text, struct arena *arena)
{
	char *out = arena_alloc(arena, text.len + 1);
	size_t len = 0;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		if (c == '\\' && i + 1 < text.len) {
			c = text.ptr[++i];
			c = c == 'n' || c == 'N' ? '\n' : c;
		}
		out[len++] = c;
	}
	return str_n(out, len);
}

str fuzz_sayable(str text, struct arena *arena)
{
	char *out = arena_alloc(arena, text.len + 1);
	size_t len = 0;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i] == '\t' ? ' ' : text.ptr[i];
		if (c == '\n' || ((unsigned char)c >= 0x20 && c != 0x7f))
			out[len++] = c;
	}
	return str_n(out, len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena;
	struct diags diags;
	arena_init(&arena);
	diags_init(&diags);
	fuzz_input(str_n((const char *)data, size), &arena, &diags);
	for (size_t i = 0; i < diags.list.len; i++)
		fuzz_check_span(diags.list.items[i].span, span_of(1, 0, size));
	diags_release(&diags);
	arena_release(&arena);
	return 0;
}
