/* One line of a table: cells between pipes, as the GFM specification cuts them. */
#ifndef MARKDOWN_ROW_H
#define MARKDOWN_ROW_H

#include "base/buf.h"
#include "markdown/markdown.h"

enum cell_align { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

/* The line without its outer blanks and its leading pipe: what row_cut() eats. */
str row_of(str line);

/* Cuts the next cell off; false when the row was used up. Pipes behind a
 * backslash do not count; row_unescape() takes that backslash away. */
bool row_cut(str *row, str *cell);
size_t row_count(str row);
/* Writes at most cell.len bytes; gives the end of what it wrote. */
char *row_unescape(char *to, str cell);
/* Where byte `offset` of the unescaped cell stands in the cell. */
size_t row_escaped_offset(str cell, size_t offset);

/* Columns of a delimiter row (| --- | :-: |), 0 if the line is none. Fills at
 * most MARKDOWN_COLUMNS_MAX alignments. */
size_t row_alignments(str line, enum cell_align *out);
/* Does a table begin with the row `head`, above a row of dashes? */
bool row_is_head(str head, str dashes);

#endif
