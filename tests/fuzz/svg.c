/*
 * Any bytes are a drawing that is let through, or have a diagnostic with a place in
 * them. What is let through is UTF-8 and one whole drawing: a comment behind it changes
 * nothing, and no second root may follow.
 */
#include "base/utf8.h"
#include "media/svg.h"

static bool check(str bytes)
{
	struct diags diags;
	diags_init(&diags);
	bool good = svg_check(bytes, 1, &diags);
	if (good != (diags.nerrors == 0))
		BUG("a failure without a word");
	for (size_t i = 0; i < diags.list.len; i++) {
		struct span span = diags.list.items[i].span;
		if (span.start > span.end || span.start > bytes.len)
			BUG("a diagnostic outside of the drawing");
	}
	diags_release(&diags);
	return good;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	str bytes = str_n((const char *)data, size);
	struct buf behind;
	if (!check(bytes))
		return 0;
	if (utf8_invalid_at(bytes) != STR_NONE)
		BUG("a drawing that is not UTF-8");
	buf_init(&behind);
	buf_add(&behind, bytes);
	buf_adds(&behind, "<!-- -->");
	if (!check(buf_str(&behind)))
		BUG("a comment behind a good drawing makes it bad");
	buf_truncate(&behind, size);
	buf_adds(&behind, "<script/>");
	if (check(buf_str(&behind)))
		BUG("something behind the drawing is let through");
	buf_release(&behind);
	return 0;
}
