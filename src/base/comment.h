/*
 * Comments of scripts and style sheets: for who edits them, not for a telephone's line.
 */
#ifndef BASE_COMMENT_H
#define BASE_COMMENT_H

#include "base/buf.h"

/*
 * Adds `text` without the comments that have lines to themselves. What stands beside code stays,
 * and what opens with slash, star and "!", as licences do. The text is not understood: in a string
 * of several lines a line that looks like a comment goes too.
 */
void comment_drop(str text, struct buf *out);

#endif
