/* Headings and what stands below them: a section without a text, a line in bold that was meant as
 * a heading. */
#ifndef MARKDOWN_SECTION_H
#define MARKDOWN_SECTION_H

#include "markdown/document.h"

/* Reports. `goes_on`: the page shows more below the text, a list for example. */
void section_check(struct document *doc, bool goes_on);

#endif
