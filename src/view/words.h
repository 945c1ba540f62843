/*
 * The index of words, as in the back of a book: titles, keywords, other names, what people
 * say (model/said.h) and headings that name a thing (naming.h), each with its pages, by
 * letters. For readers whose browser runs no script, and for all who would rather look than type.
 */
#ifndef VIEW_WORDS_H
#define VIEW_WORDS_H

#include "view/frame.h"

/* A list of letters: `letter`, `records` (`title`, `lang` of a heading that is a word of another
 * language, `url` of a page of that title, `pages`: `title`, `url`). */
struct value view_words(const struct frame *frame);

#endif
