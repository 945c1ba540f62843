/*
 * Words as search sees them: where they begin and end in a text, and what is
 * left of a word when letter case and marks count for nothing. A folder is
 * const once it is made and may be used by many threads.
 *
 * templates/assets/later-search.js does the same to what a reader types; both hold
 * to Unicode's own tables (letters, digits, canonical decomposition).
 */
#ifndef LOCALE_FOLD_H
#define LOCALE_FOLD_H

#include "base/arena.h"
#include "base/buf.h"

struct folder;

/* Lives in the arena. */
struct folder *folder_new(struct arena *arena);

/* The longest word that is taken; longer runs of letters are no words of people. */
#define FOLD_WORD_MAX 64

/*
 * The next run of letters, digits and marks of `text` from *at on, in small
 * letters and composed form (NFC); an apostrophe between letters joins them.
 * Replaces what `out` held; *at moves behind the run. False at the end.
 * Runs of more than FOLD_WORD_MAX letters, and letters past U+FFFF, are passed over.
 */
bool fold_next(const struct folder *folder, str text, size_t *at, struct buf *out);

/* A word of fold_next() without its marks: kāzas -> kazas, ё -> е, й -> и. Replaces
 * what `out` held. */
void fold_marks(const struct folder *folder, str word, struct buf *out);

/* A whole text in small letters. Replaces what `out` held. */
void fold_lower(const struct folder *folder, str text, struct buf *out);

/* A letter that begins sentences. */
bool fold_is_capital(uint32_t c);

/* Does the word hold a Cyrillic letter? */
bool fold_is_cyrillic(str word);

#endif
