/*
 * One event, restriction or notice as an entry of an Atom feed. Two feeds may
 * hold the same entry: its id is the record's in that language.
 */
#ifndef FEED_HAPPENING_H
#define FEED_HAPPENING_H

#include "feed/atom.h"

/* Its summary says when, where, in what state, and what there is to say about
 * it. Its address is the record's own page, else that of its place, else "". */
struct atom_entry happening_entry(const struct reader *reader, const struct record *record);

#endif
