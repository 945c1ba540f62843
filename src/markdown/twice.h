/* The same paragraph twice in one text: pasted, or left behind where it was moved from. */
#ifndef MARKDOWN_TWICE_H
#define MARKDOWN_TWICE_H

#include "markdown/document.h"

/* Reports the first. Time grows with the text, and the logarithm of how many there are. */
void twice_check(struct document *doc);

#endif
