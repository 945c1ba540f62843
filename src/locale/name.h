/* What a language is called by those who speak it, and where they live. */
#ifndef LOCALE_NAME_H
#define LOCALE_NAME_H

#include "base/arena.h"

/* "lv" and "lv-simple" are "Latviešu", with a capital as in a list (CLDR). `tag` is a BCP 47
 * language; of one that ICU does not know it is the code. */
str language_name(str tag, struct arena *arena);

/* The country where most who speak it live, "EE" of "et" (CLDR); "" of one that ICU does not know.
 */
str language_country(str tag, struct arena *arena);

#endif
