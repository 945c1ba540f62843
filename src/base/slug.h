/*
 * Words as they stand in addresses and anchors. The result depends on the text
 * alone: not on the language, the locale, or the Unicode form (NFC or NFD).
 */
#ifndef BASE_SLUG_H
#define BASE_SLUG_H

#include "base/arena.h"

/*
 * Lower-case a-z and 0-9, other runs as one '-', none at the ends: Latin
 * letters lose their marks (Ķekavas -> kekavas), Cyrillic ones are spelled in
 * Latin (свидание -> svidanie, борщ -> borshch). Empty when nothing is left.
 */
str slug_make(struct arena *arena, str text);

#endif
