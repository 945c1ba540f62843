/* Values of records that somebody meant to name, written by a rule that is nearly the right one.
 * Each gives how much of `text` it is, from its first sign on; 0: it is none. */
#ifndef MARKDOWN_MISQUOTE_H
#define MARKDOWN_MISQUOTE_H

#include "base/str.h"

/* "{phone:locations/place" that is not closed. */
size_t misquote_open(str text);

/* "{tālrunis:locations/place}", "{phone locations/place}", "{phone;locations/place}" */
size_t misquote_named(str text);

/* "[phone:locations/place]" */
size_t misquote_bracketed(str text);

#endif
