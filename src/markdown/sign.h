/*
 * Signs that were meant and not understood, in the words of a block: "** now **",
 * "[^1]", "==x==". Each is told with what there is instead.
 */
#ifndef MARKDOWN_SIGN_H
#define MARKDOWN_SIGN_H

#include "markdown/document.h"

/* In one paragraph, heading or table. */
struct sign_search {
	struct document *doc;
	cmark_node *block;
	str source; /* of the block, as it stands in the file; found when first needed */
	size_t tries;
};

/* A text or a link in the block: reports the first word that is meant as a sign and was
 * not written with backslashes. True: it has reported one. */
bool sign_check_text(struct sign_search *search, const struct node *text);
bool sign_check_link(struct sign_search *search, const struct node *link);

#endif
