/* What an editor may have meant by a link that leads nowhere: notes behind the
 * diagnostic just added. */
#ifndef RENDER_SUGGEST_H
#define RENDER_SUGGEST_H

#include "view/frame.h"

/* A page or file of media/ near `path`, a path below the content root; shown as
 * one writes it in the file at hand, which lies in the folder `dir`. */
void suggest_page_file(const struct frame *frame, str dir, str path);
void suggest_medium_file(const struct frame *frame, str dir, str path);

/* "kind/id" of a record near `ref`. */
void suggest_record(const struct frame *frame, str ref);

#endif
