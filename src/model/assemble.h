/*
 * From documents to the site: addresses, sections, translations, fallbacks,
 * record pages, menus. One thread. What it reports is about the whole: two
 * pages with one address, a translation without original, a dead menu entry.
 */
#ifndef MODEL_ASSEMBLE_H
#define MODEL_ASSEMBLE_H

#include "model/site.h"

/* What the read phase found; everything stays alive as long as the site. */
struct documents {
	page_list pages; /* content pages that could be read, by path */
	struct kind **kinds;
	size_t nkinds;
	VEC(struct medium) media;
	VEC(struct variant) variants;
	VEC(struct list_form) forms;
	struct value *strings; /* one a language of the config */
	str *orders;           /* by collator_keep(), one a language; NULL: none is known */
	bool drafts;
	str today;
};

/* Fills `site` (config is set already). False when errors were reported; the
 * site is then still whole enough to go on checking. */
bool site_assemble(struct site *site, const struct documents *documents, struct arena *arena,
	struct diags *diags);

#endif
