/* A list that asks for what no record has would only be empty, or not narrowed
 * at all: so its kind, fields, parameters and pages are looked up beforehand. */
#ifndef QUERY_CHECK_H
#define QUERY_CHECK_H

#include "query/unit.h"

void query_check(const struct units *units, const struct list_query *query, const struct site *site,
	struct diags *diags);

#endif
