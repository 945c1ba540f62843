#include "check/fact.h"
#include "markdown/wording.h"

/* Links in a record's texts are looked at as those of pages are, when they are rendered. */
static void look(void *ctx, const struct schema_node *node, struct value v)
{
	if (node->format != FORMAT_URI || v.kind != VALUE_STRING)
		return;
	str tracker = wording_tracker(v.string);
	if (tracker.len)
		wording_report_tracker(tracker, v.span, ctx);
}

void addresses_check(const struct record *record, struct diags *diags)
{
	schema_walk(schema_root(record->kind->schema), record_facts(record)->json, look, diags);
}
