/* Any bytes are JSON with places inside the text, or have a diagnostic. */
#include "base/base.h"
#include "value/json.h"

static void check_places(struct value v, size_t len)
{
	if (v.span.start > v.span.end || v.span.end > len)
		BUG("a place outside of the text");
	if (v.kind == VALUE_LIST)
		for (size_t i = 0; i < v.list->len; i++)
			check_places(v.list->items[i], len);
	if (v.kind == VALUE_MAP)
		for (size_t i = 0; i < v.map->len; i++)
			check_places(v.map->entries[i].value, len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena;
	struct diags diags;
	struct value value;
	arena_init(&arena);
	diags_init(&diags);
	bool ok = json_parse(&arena, str_n((const char *)data, size), 1, &diags, &value);
	if (ok != (diags.nerrors == 0) || diags.list.len > 1000000)
		BUG("a failure without a word");
	check_places(value, size);
	for (size_t i = 0; i < diags.list.len; i++)
		if (diags.list.items[i].span.end > size)
			BUG("a diagnostic outside of the text");
	diags_release(&diags);
	arena_release(&arena);
	return 0;
}
