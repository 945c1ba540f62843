/* The address of every page, and that no two things share one. */
#ifndef MODEL_ADDRESS_H
#define MODEL_ADDRESS_H

#include "model/site.h"

/* Sets url and output of all pages; parents are set already. */
void address_pages(struct site *site, struct arena *arena);

/* Takes the outputs of pages, media and aliases; fills site->redirects. */
void address_take_all(struct site *site, struct arena *arena, struct diags *diags);

/*
 * Takes `output` for something described by `what` ("page lv/a.md") whose
 * place is `span`. Reports and gives false when it is too long or taken, also
 * when the two differ only in letter case or Unicode form.
 */
bool address_take(struct site *site, str output, str what, struct span span, struct arena *arena,
	struct diags *diags);
bool address_is_taken(const struct site *site, str output, struct arena *arena);

/* Takes the output of an old address that is to lead on: /old/ and /old/page/ become
 * old/index.html, /old.html stays. Reports and gives false when it can't lead on. */
bool address_take_alias(struct site *site, struct value alias, str *output, struct arena *arena,
	struct diags *diags);

/* A path that stands in a link, as the site has it: without escapes, in one Unicode form. */
str address_plain(str path, struct arena *arena);

#endif
