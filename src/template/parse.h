/* From text to nodes. */
#ifndef TEMPLATE_PARSE_H
#define TEMPLATE_PARSE_H

#include "template/node.h"

/* Sets the template's nodes; they live in `arena` and borrow from `text`. Its
 * name and place must be set. */
void parse_template(struct arena *arena, struct template *template, str text, struct diags *diags);

#endif
