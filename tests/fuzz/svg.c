/*
 * Any bytes are a drawing that is let through, or have a diagnostic with a place in
 * them. What is let through is UTF-8 and one whole drawing: a comment behind it changes
 * nothing, and no second root may follow.
 */
#include "base/utf8.h"
#include "frame.h"
#include "media/svg.h"

static bool draws_before(str drawing, str rest)
{
	struct diags diags;
	struct buf both;
	diags_init(&diags);
	buf_init(&both);
	buf_add(&both, drawing);
	buf_add(&both, rest);
	bool good = svg_check(buf_str(&both), 1, &diags);
	buf_release(&both);
	diags_release(&diags);
	return good;
}

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	UNUSED(arena);
	bool good = svg_check(text, 1, diags);
	if (good != (diags->nerrors == 0))
		BUG("a failure without a word");
	if (good && utf8_invalid_at(text) != STR_NONE)
		BUG("a drawing that is not UTF-8");
	if (good && !draws_before(text, S("<!-- -->")))
		BUG("a comment behind a good drawing makes it bad");
	if (good && draws_before(text, S("<script/>")))
		BUG("something behind the drawing is let through");
}
