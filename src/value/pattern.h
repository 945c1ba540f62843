/*
 * Regular expressions of schemas, by PCRE2: of all kept libraries nearest to
 * the ECMA-262 expressions that JSON Schema names and that editors' own
 * editors use; by characters, not bytes. Found anywhere in the text unless
 * anchored by ^ and $. A bounded number of steps each.
 */
#ifndef VALUE_PATTERN_H
#define VALUE_PATTERN_H

#include "base/arena.h"
#include "diag/diag.h"

struct pattern;

/* Lives in the arena, all of it. NULL when `text` is no expression, which was
 * reported at `span`. */
const struct pattern *pattern_compile(
	struct arena *arena, str text, struct span span, struct diags *diags);

/* False also when the match takes too many steps. From many threads at once. */
bool pattern_matches(const struct pattern *pattern, str text);

/* As written in the schema. */
str pattern_text(const struct pattern *pattern);

#endif
