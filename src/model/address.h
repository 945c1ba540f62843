/* The address of every page, and that no two things share one. */
#ifndef MODEL_ADDRESS_H
#define MODEL_ADDRESS_H

#include "model/site.h"

/* Sets url and output of all pages; parents are set already. */
void address_pages(struct site *site, struct arena *arena);

/* Takes the outputs of pages, media and aliases; fills site->redirects. */
void address_take_all(struct site *site, struct arena *arena, struct diags *diags);

#endif
