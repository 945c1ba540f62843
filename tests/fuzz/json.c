/* Any bytes are JSON with places inside the text, or have a diagnostic. */
#include "frame.h"
#include "value/json.h"

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	struct value value;
	bool ok = json_parse(arena, text, 1, diags, &value);
	if (ok != (diags->nerrors == 0) || diags->list.len > 1000000)
		BUG("a failure without a word");
	fuzz_check_value(value, span_of(1, 0, text.len));
}
