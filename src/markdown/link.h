/* Addresses: which kinds are allowed, and where the caller says they lead. */
#ifndef MARKDOWN_LINK_H
#define MARKDOWN_LINK_H

#include "markdown/document.h"

enum link_kind {
	LINK_LOCAL,   /* for the hook: no scheme, or record: */
	LINK_PHONE,   /* tel; for the hook as well */
	LINK_WEB,     /* http, https */
	LINK_OTHER,   /* mailto, sms … */
	LINK_WORDS,   /* lang:ru: leads nowhere, says the language of its words */
	LINK_REFUSED, /* a scheme that is not allowed, none before //, a control character */
};

/* As a browser would read it, which skips leading blanks and takes '\' for '/'. */
enum link_kind link_kind_of(str url);

/* Of words in another language `href` is the tag (BCP 47). False: reported; the
 * words are to be shown without the link. */
bool link_resolve(struct document *doc, const struct markdown_hooks *hooks, cmark_node *link,
	struct markdown_link *out, enum link_kind *kind);

#endif
