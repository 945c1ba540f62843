/* Phone numbers in texts. */
#ifndef BASE_PHONE_H
#define BASE_PHONE_H

#include "base/arena.h"

/*
 * Does a number with its country's code begin at this '+'? `*end` is behind it. In Latvia that
 * is +371 and eight digits, which single spaces may part: what follows is no more of it. Of
 * another country 10 to 15 digits in one run (ITU-T E.164): where one with spaces ends, nobody
 * can tell.
 */
bool phone_at(str text, size_t at, size_t *end);

/* The next of them; or nothing, at the end. */
str phone_find(str text);

/* The next +371 with too few or too many digits behind it, or a letter among them; or nothing, at
 * the end. */
str phone_find_broken(str text);

/* The next number of Latvia without its code, in the usual ways to write one: "67208207",
 * "67 208 207", "67-208-207", "67 20 82 07", "6720 8207"; or nothing, at the end. A sum of money,
 * a round number, a day such as 20261129, what stands behind "Nr." or the code of a country in
 * brackets, and a part of a longer number are none. */
str phone_find_bare(str text);

/* What to dial: the digits, behind "+" where the number begins with it. */
str phone_dialled(str number, struct arena *arena);

/* The number for readers: of another country in the groups in which it was written, since nobody
 * else knows them. */
str phone_shown(str number, struct arena *arena);

/* "+37167290612" is easier to read, and to read out, as "+371 67 290 612". */
str phone_readable(str dialled, struct arena *arena);

#endif
