/* What a paragraph says and where it leads, for whoever judges both together. */
#ifndef MARKDOWN_GOAL_H
#define MARKDOWN_GOAL_H

#include "markdown/document.h"

/* Calls hooks->paragraph. */
void goal_tell(const struct document *doc, const struct markdown_hooks *hooks,
	const struct node *paragraph);

#endif
