/*
 * Order of words in a language (ICU collation, CLDR rules). Any thread may use a
 * collator; sort keys are plain bytes and may be compared anywhere.
 */
#ifndef LOCALE_COLLATE_H
#define LOCALE_COLLATE_H

#include "base/arena.h"
#include "base/buf.h"

struct collator;

/* `tag` is a BCP 47 language; an unknown one gets the root order. An order of our own takes some
 * milliseconds, or far less with what collator_keep() wrote of one of this language. Of another
 * ICU that is as nothing (""); bytes that others may have changed must not come here. */
struct collator *collator_new(str tag, str kept);
/* Writes nothing when it would help nobody. */
void collator_keep(const struct collator *collator, struct buf *out);
void collator_free(const struct collator *collator); /* NULL is fine */

/* Bytes whose str_cmp() order is the language's order. Numbers inside count
 * as numbers: "2. nodaļa" before "10. nodaļa"; marks before the first letter
 * count for nothing. */
str collator_key(const struct collator *collator, str text, struct arena *arena);

/* Of the ICU that makes the keys: those of another one are in no order with them. */
str collator_version(struct arena *arena);

/* The same for words that differ only in letter case or Unicode form: for
 * finding names that people, or a disk, would take for one. Small letters of ASCII are given
 * back themselves. */
str collate_fold(str text, struct arena *arena);

/* The same for words that differ in their Unicode form alone: NFC, which is what keyboards
 * give. Disks of a Mac, and archives made there, hold names in another (NFD). A text that
 * is composed already, as nearly all are, is given back itself. */
str collate_compose(str text, struct arena *arena);

#endif
