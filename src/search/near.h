/* How far two words are apart. */
#ifndef SEARCH_NEAR_H
#define SEARCH_NEAR_H

#include "base/str.h"

/* Letters added, left out, changed or swapped with their neighbour between two words
 * of at most FOLD_WORD_MAX letters; limit + 1 when there are more. */
unsigned near_distance(str a, str b, unsigned limit);

#endif
