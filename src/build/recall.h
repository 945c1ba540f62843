/*
 * What reading made of each file, kept for the next build: front matter, records,
 * the size of pictures; and the outlines that pages were asked for. A file with the same content id
 * is then neither opened nor parsed. Only of files that nothing was said about: so there are no
 * messages to keep, and a place is always in the file itself.
 */
#ifndef BUILD_RECALL_H
#define BUILD_RECALL_H

#include "build/build.h"

/* One thread, before anything is read. Nothing is kept when there is nobody to keep it (before.h).
 */
void recall_open(struct build *build);

/* Any thread, for a document whose kind is known. False: read it, then tell. */
bool recall_take(struct build *build, struct worker *worker, struct document *document);
/* JSON may lie anywhere before: afterwards it is made of what is kept, so that its texts are there
 * once. False: nothing is kept, and the document is as it was. */
bool recall_note(struct build *build, struct worker *worker, struct document *document);

void recall_write(const struct build *build, struct spill *out);

#endif
