/*
 * Old addresses that site.json leads on: those of pages that have no front matter of
 * their own, such as a record's. "/old/" to "/new/" is one page; with a star behind
 * each, it is the page and all below it. A page of the content has its old addresses
 * in `aliases`, and these come first.
 */
#ifndef MODEL_REDIRECT_H
#define MODEL_REDIRECT_H

#include "model/site.h"

/* Adds to site->redirects; all pages have their addresses. */
void redirect_take_all(struct site *site, struct arena *arena, struct diags *diags);

#endif
