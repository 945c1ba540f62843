#include "render/foreign.h"

#include "locale/script.h"

/* Letters: with fewer a page may be names, addresses and what a template fills in. */
#define LETTERS_MIN 200

/* Paths of links are in Latin letters in any language: so a text in Cyrillic ones may have some,
 * and one that should be has not a single letter of its own. */
static bool is_foreign(enum script script, str text)
{
	bool has_cyrillic = script_has_cyrillic(text);
	if (script == SCRIPT_OTHER || has_cyrillic == (script == SCRIPT_CYRILLIC))
		return false;
	struct script_count count = script_count(text);
	return script == SCRIPT_CYRILLIC
		       ? count.latin >= LETTERS_MIN
		       : count.cyrillic >= LETTERS_MIN && count.latin * 2 <= count.cyrillic;
}

void foreign_check(const struct frame *frame, str text, struct span at)
{
	const struct page *page = frame_page(frame);
	const struct language *language = page->body_language;
	size_t start = (size_t)(str_trim(text).ptr - text.ptr);
	if (page->flags & PAGE_FALLBACK || !is_foreign(language->script, text))
		return;
	struct diags *diags = &frame->worker->diags;
	diag_add(diags, DIAG_TEXT_LANGUAGE, span_within(at, start, start),
		"this whole text stands under '%.*s', and is written in other letters",
		STR_ARGS(language->code));
	diag_note(diags, SPAN_NONE,
		"is it still to be translated (draft: true), or is this the folder of another "
		"language?");
}
