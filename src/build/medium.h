/* One file of media/: does it go out, how large a picture is it, and its way to publishing. */
#ifndef BUILD_MEDIUM_H
#define BUILD_MEDIUM_H

#include "build/build.h"

/* By the ending of its name: a picture or a drawing, not a file to be loaded and kept. */
bool medium_is_image(str path);

/* When it is read: sets document->usable, and width and height of a picture that says
 * them. What is not usable is reported and does not go out, but links to it are right. */
void medium_read(struct build *build, struct worker *worker, struct document *document);

/* When it is published: a picture that is wide or heavy in several sizes, all else as it is. Sets
 * build->loads of it. */
void medium_copy(struct build *build, struct worker *worker, const struct medium *medium);

#endif
