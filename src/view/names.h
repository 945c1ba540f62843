/*
 * Which names data can hold, so that a slip in a template is found when the
 * template is read and not when a reader sees a gap; and that every language
 * has the same interface words.
 */
#ifndef VIEW_NAMES_H
#define VIEW_NAMES_H

#include "query/unit.h"

/* Links `units` with the names of its templates checked; then the strings. */
void names_link(struct units *units, const struct site *site, struct diags *diags);

#endif
