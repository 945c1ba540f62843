/* Any bytes are a page with front matter, one without, or have a diagnostic. */
#include "frame.h"
#include "value/yaml.h"

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	struct value value;
	struct front_matter matter;
	if (!front_matter_split(text, 1, diags, &matter))
		return;
	bool ok = yaml_parse(arena, matter.yaml, matter.span, diags, &value);
	if (ok != (diags->nerrors == 0))
		BUG("a failure without a word");
	fuzz_check_value(value, matter.span);
}
