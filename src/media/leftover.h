/* What editors, office programs, browsers and systems leave lying about: copies,
 * locks, half downloads. Nobody means to publish them. */
#ifndef MEDIA_LEFTOVER_H
#define MEDIA_LEFTOVER_H

#include "base/str.h"

/* By the last part of a path. */
bool leftover_is(str name);

/* Does the name, without its ending, look like that of a copy that a system made: "x (1)", "x -
 * Copy", "Copy of x", "x - kopija", "x — копия"? */
bool leftover_is_copy(str stem);

#endif
