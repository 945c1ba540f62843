/*
 * From a word to its stem: the key under which all its forms are found.
 * Latvian by the table in latvian.def, Russian and English by Snowball
 * (libstemmer); a word in another script than its language's is cut by the
 * script's own: Cyrillic ones as Russian. Other languages have no stems.
 *
 * A stemmer belongs to one thread.
 */
#ifndef SEARCH_STEM_H
#define SEARCH_STEM_H

#include "base/buf.h"
#include "locale/fold.h"

struct stemmer;

/* `tag` is a language's BCP 47 tag. */
struct stemmer *stemmer_new(const struct folder *folder, str tag);
void stemmer_free(struct stemmer *stemmer);

/* The key of a word as fold_next() gives it; valid until the next call. */
str stemmer_key(struct stemmer *stemmer, str word);

/* The rows of latvian.def as the browser reads them, one a line: "ending
 * BEFORE|AFTER", "final FROM TO LEAST"; nothing for languages without a table. */
void stem_write_table(str tag, struct buf *out);

#endif
