/* Links and pictures whose words say nothing, and addresses that tell who followed them. */
#ifndef MARKDOWN_WORDING_H
#define MARKDOWN_WORDING_H

#include "markdown/document.h"

/* Reports. */
void wording_check(struct document *doc, const struct node *link);

/* The same of a picture whose text, trimmed, says nothing of what it shows. */
void wording_check_picture(struct document *doc, const struct node *picture, str alt);

/* The same of a block that shouts. */
void wording_check_capitals(struct document *doc, const struct node *block, str text);

/* The mark in a web address by which its owner learns where a reader comes from; empty: none. */
str wording_tracker(str url);
/* Says so of an address that has one. */
void wording_report_tracker(str tracker, struct span span, struct diags *diags);

#endif
