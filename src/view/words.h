/*
 * The index of words, as in the back of a book: titles, keywords, other names and what
 * people say (model/said.h), each with its pages, by letters. For readers whose
 * browser runs no script, and for all who would rather look than type.
 */
#ifndef VIEW_WORDS_H
#define VIEW_WORDS_H

#include "view/frame.h"

/* A list of letters: `letter`, `records` (`title`, `url` of a page of that title, `pages`). */
struct value view_words(const struct frame *frame);

#endif
