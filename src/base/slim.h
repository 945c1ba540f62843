/*
 * Scripts and style sheets without what is for who edits them, not for a telephone's line.
 */
#ifndef BASE_SLIM_H
#define BASE_SLIM_H

#include "base/buf.h"

/*
 * Adds `text` without the comments that have lines to themselves, without indentation and
 * empty lines. What stands beside code stays, and what opens with slash, star and "!", as licences
 * do. The text is not understood: in a string of several lines a line that looks like a comment
 * goes too. Blanks go only where no string can be of several lines, by a backquote or a backslash.
 */
void slim_add(str text, struct buf *out);

#endif
