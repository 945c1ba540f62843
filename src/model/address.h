/* The address of every page, and that no two things share one. */
#ifndef MODEL_ADDRESS_H
#define MODEL_ADDRESS_H

#include "model/site.h"

/* Sets url and output of all pages; parents are set already. */
void address_pages(struct site *site, struct arena *arena);

/* Takes the outputs of pages, media and aliases; fills site->redirects. */
void address_take_all(struct site *site, struct arena *arena, struct diags *diags);

/* Also by one that differs only in letter case or Unicode form. */
bool address_is_taken(const struct site *site, str output, struct arena *arena);

/* Takes the output of an old address that is to lead on: /old/ and /old/page/ become
 * old/index.html, /old.html stays. Reports and gives false when it can't lead on. */
bool address_take_alias(struct site *site, struct value alias, str *output, struct arena *arena,
	struct diags *diags);

/* A path that stands in a link, as the site has it: without escapes, in one Unicode form. */
str address_plain(str path, struct arena *arena);

#endif
