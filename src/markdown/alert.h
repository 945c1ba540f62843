/* Quotes that begin with [!NOTE] and the like, as GitHub shows them. */
#ifndef MARKDOWN_ALERT_H
#define MARKDOWN_ALERT_H

#include "markdown/document.h"

struct alert {
	str word;       /* upper case, as written between [! and ] */
	str class_name; /* alert-note … */
	size_t label;   /* offset of its title in struct markdown_labels */
};

/*
 * If the quote is an alert: sets its user data to a const struct alert and takes the
 * first line away. Gives that line's number, else 0. Unknown words are reported.
 */
size_t alert_mark(struct document *doc, cmark_node *quote);

/* The word of a line that is exactly [!word]; else empty. */
str alert_word(str line);

/* Is it a word of an alert, in capitals or not? */
bool alert_is_known(str word);

#endif
