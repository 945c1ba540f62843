/* The outline: headings, their ids and whether their levels follow each other. */
#ifndef MARKDOWN_HEADING_H
#define MARKDOWN_HEADING_H

#include "markdown/document.h"

/* Fills the outline, and the headings' user data with their struct
 * markdown_heading; all in the options' arena. */
void heading_mark(struct document *doc, const struct markdown_options *options,
	struct markdown_outline *outline);

#endif
