/* What editors, office programs, browsers and systems leave lying about: copies,
 * locks, half downloads. Nobody means to publish them. */
#ifndef MEDIA_LEFTOVER_H
#define MEDIA_LEFTOVER_H

#include "base/str.h"

/* By the last part of a path. */
bool leftover_is(str name);

#endif
