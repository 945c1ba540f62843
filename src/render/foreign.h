/* A page's whole text in the letters of another language: it was copied and never translated, or
 * its file lies in the wrong folder. */
#ifndef RENDER_FOREIGN_H
#define RENDER_FOREIGN_H

#include "view/frame.h"

/* Once a page, at the beginning of `text`, which stands at `at` (text-language). A name, an address
 * and a quotation of another language are no reason. */
void foreign_check(const struct frame *frame, str text, struct span at);

#endif
