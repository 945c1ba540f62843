/* The values of a template's parameters: what each type wants, and whether the
 * template's own defaults are that. */
#ifndef QUERY_PARAM_H
#define QUERY_PARAM_H

#include "query/unit.h"

/* NULL when the unit has no parameter of that name. */
const struct param *param_find(const struct unit *unit, str name);

/* NULL when `v` can be of the type; else what it should have been: "a list".
 * Numbers are text as well: YAML takes an id such as 116123 for one. */
const char *param_wants(str type, struct value v);

void param_check(const struct param *param, const struct site *site, struct diags *diags);

#endif
