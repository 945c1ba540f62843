/* Any bytes are a page with front matter, one without, or have a diagnostic. */
#include "base/utf8.h"
#include "frame.h"
#include "value/packed.h"
#include "value/yaml.h"
#include "value/yaml_simple.h"

static str packed(struct value value, struct arena *arena)
{
	struct buf out;
	buf_init(&out);
	value_pack(&out, value);
	str bytes = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return bytes;
}

/* What is read without libyaml, libyaml reads so as well: a remark makes it. */
static void check_simple(const struct front_matter *matter, struct arena *arena)
{
	struct diags diags;
	struct value simple, same;
	if (utf8_invalid_at(matter->yaml) != STR_NONE ||
		!yaml_simple(arena, matter->yaml, matter->span, &simple))
		return;
	struct span span = {matter->span.source, matter->span.start - 2, matter->span.end};
	diags_init(&diags);
	if (!yaml_parse(
		    arena, arena_join(arena, S("#\n"), matter->yaml, S("")), span, &diags, &same) ||
		diags.list.len || !str_eq(packed(simple, arena), packed(same, arena)))
		BUG("front matter of which libyaml makes something else");
	diags_release(&diags);
}

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	struct value value;
	struct front_matter matter;
	if (!front_matter_split(text, 1, diags, &matter))
		return;
	check_simple(&matter, arena);
	/* That it begins a second time is told, and it is read all the same. */
	size_t nerrors = diags->nerrors;
	bool ok = yaml_parse(arena, matter.yaml, matter.span, diags, &value);
	if (ok != (diags->nerrors == nerrors))
		BUG("a failure without a word");
	fuzz_check_value(value, matter.span);
}
