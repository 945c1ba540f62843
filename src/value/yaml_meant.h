/* Slips of front matter that libyaml notices late, or calls by another name: what was meant, and
 * where it is to be mended. */
#ifndef VALUE_YAML_MEANT_H
#define VALUE_YAML_MEANT_H

#include "diag/diag.h"

/* `key: "value` without its second mark, above the place in `text` (which stands at `span`) where
 * libyaml gave up. False, as all of these: the mistake is another one, and nothing is said. */
bool yaml_meant_open_quote(str text, struct span span, size_t at, struct diags *diags);

/* `title: "Calls "at home""`: at a mark inside the value it ends for libyaml. */
bool yaml_meant_inner_quote(str text, struct span span, size_t at, struct diags *diags);

/* `order:7`, in the line that begins at `from`: without the space it is no name and value. */
bool yaml_meant_space(str text, struct span span, size_t from, struct diags *diags);

/* "-word" for "- word", in the line that begins at `from`. */
bool yaml_meant_item(str text, struct span span, size_t from, struct diags *diags);

#endif
