/*
 * Files that a commit only gave another place: the same bytes went from one path and came to
 * another. Nothing has changed for who reads them.
 */
#ifndef SOURCE_MOVES_H
#define SOURCE_MOVES_H

#include "source/treediff.h"

struct move {
	str from, to;
};
typedef VEC(struct move) move_list;

/* Takes the moves out of the list, each of its two paths once; appends them to `out`. */
void moves_take(difference_list *list, move_list *out);

#endif
