/* Any bytes are a page with front matter, one without, or have a diagnostic. */
#include "base/base.h"
#include "value/yaml.h"

static void check_places(struct value v, struct span within)
{
	if (v.span.start > v.span.end || v.span.start < within.start || v.span.end > within.end)
		BUG("a place outside of the front matter");
	if (v.kind == VALUE_LIST)
		for (size_t i = 0; i < v.list->len; i++)
			check_places(v.list->items[i], within);
	if (v.kind == VALUE_MAP)
		for (size_t i = 0; i < v.map->len; i++)
			check_places(v.map->entries[i].value, within);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena;
	struct diags diags;
	struct value value;
	struct front_matter matter;
	arena_init(&arena);
	diags_init(&diags);
	if (front_matter_split(str_n((const char *)data, size), 1, &diags, &matter)) {
		bool ok = yaml_parse(&arena, matter.yaml, matter.span, &diags, &value);
		if (ok != (diags.nerrors == 0))
			BUG("a failure without a word");
		check_places(value, matter.span);
	}
	for (size_t i = 0; i < diags.list.len; i++)
		if (diags.list.items[i].span.end > size)
			BUG("a diagnostic outside of the text");
	diags_release(&diags);
	arena_release(&arena);
	return 0;
}
