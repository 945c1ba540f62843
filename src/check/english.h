/* English by its small words, where it stands under another language in Latin letters. */
#ifndef CHECK_ENGLISH_H
#define CHECK_ENGLISH_H

#include "base/str.h"

/* A sentence, for titles of books and treaties stay as they are in other languages; without a
 * letter that English lacks. A third of all English ones are told. */
bool english_is(str text);

#endif
