/* What a translator works from, as a hash: the words of a page. */
#ifndef MODEL_GIST_H
#define MODEL_GIST_H

#include "base/arena.h"

/*
 * Of a page's title, description and Markdown. Line ends of Windows make no difference, nor does
 * where links and pictures lead: a page that got another name is no other text. A phone or an
 * address to write to, which are facts, count; so does which record an embed shows, since readers
 * see that (`tilts move` brings hashes along when a record gets another name). Never 0.
 */
uint64_t gist_of(str title, str description, str body, struct arena *scratch);

#endif
