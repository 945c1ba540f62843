/* Links whose words say nothing, and addresses that tell who followed them. */
#ifndef MARKDOWN_WORDING_H
#define MARKDOWN_WORDING_H

#include "markdown/document.h"

void wording_check(struct document *doc);

#endif
