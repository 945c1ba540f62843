/*
 * Fenced code, line by line, for those who need no tree of the text: CommonMark, section 4.5.
 * A fence may stand in lists and quotes; how far it is indented is not looked at.
 */
#ifndef MARKDOWN_FENCE_H
#define MARKDOWN_FENCE_H

#include "base/str.h"

/* Zero it before the first line of a text. */
struct fence {
	size_t length; /* how many marks began it; 0: no fence is open */
	char mark;     /* ` or ~ */
	size_t quotes; /* '>' before it */
	str info;      /* what stands behind the marks, without blanks around it */
};

enum fence_line { FENCE_NONE, FENCE_BEGINS, FENCE_INSIDE, FENCE_ENDS };

/* What the next line is; `line` has no LF. `info` is part of the line that began the fence. */
enum fence_line fence_read(struct fence *fence, str line);

#endif
