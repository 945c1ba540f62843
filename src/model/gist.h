/* What a translator works from, as a hash: the words of a page. */
#ifndef MODEL_GIST_H
#define MODEL_GIST_H

#include "base/arena.h"

/*
 * Of a page's title, description and Markdown. Line ends of Windows make no difference, nor does
 * where links and pictures lead: a page that got another name is no other text. A phone or an
 * address to write to, which are facts, count. Never 0.
 */
uint64_t gist_of(str title, str description, str body, struct arena *scratch);

/* The same with all addresses, as tilts took it before: still right where it was right then. */
uint64_t gist_of_old(str title, str description, str body, struct arena *scratch);

#endif
