/* How days, prices and phones are written in a page's text. */
#ifndef RENDER_WRITTEN_H
#define RENDER_WRITTEN_H

#include "view/frame.h"

/* Of the page's own text, which stands at `at` of its file: days that no calendar has, a price
 * with its sign before it, a phone without its code that no record has. A fallback's is told with
 * its original. */
void written_check(struct frame *frame, str text, struct span at);

#endif
