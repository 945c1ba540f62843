/*
 * Parts of templates that all pages of a language have in common (template/stock.h). What is
 * of one page tells so when it is looked at, by frame_page(); what a part says of mistakes,
 * links and pictures is each page's own as well. A worker has its own stock, as it has all
 * memory, and the site it is of must be as it was.
 */
#ifndef VIEW_COMMON_H
#define VIEW_COMMON_H

#include "view/frame.h"

struct stock *common_stock(const struct frame *frame);

/* The site is another from here on. */
void common_forget(struct worker *worker);

#endif
