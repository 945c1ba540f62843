/* In whose letters a language is written, and a text. */
#ifndef LOCALE_SCRIPT_H
#define LOCALE_SCRIPT_H

#include "base/str.h"

enum script { SCRIPT_OTHER, SCRIPT_LATIN, SCRIPT_CYRILLIC };

/* `tag` is a BCP 47 language (CLDR's likely script). */
enum script script_of(str tag);

/* At a glance: letters of U+0400 to U+047F, which all languages in them have. */
bool script_has_cyrillic(str text);

struct script_count {
	size_t latin;
	size_t cyrillic;
	bool marked; /* some of the Latin letters are not of ASCII: ā, š */
};

struct script_count script_count(str text);

#endif
