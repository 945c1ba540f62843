/*
 * The kinds of files that media/ may hold: a list of what is allowed, each known
 * by its bytes. Whatever is not on it does not go out, since nobody has thought
 * about what a browser would do with it, or a web server.
 */
#ifndef MEDIA_KIND_H
#define MEDIA_KIND_H

#include "base/str.h"

enum media_form {
	MEDIA_BINARY,  /* the first bytes tell */
	MEDIA_PICTURE, /* so do they here, but its size in pixels may stand anywhere */
	MEDIA_OFFICE,  /* so do they here, but macros may stand anywhere */
	MEDIA_TEXT,    /* every byte is a letter of UTF-8 */
	MEDIA_DRAWING, /* SVG */
};

struct media_kind {
	const char *exts; /* parted by a space; the first is the usual one */
	bool (*is)(str bytes);
	const char *what; /* "a PDF"; to be looked up in the catalogue */
	enum media_form form;
};

/* By the ending of a name. NULL: it is not on the list. */
const struct media_kind *media_kind_of(str ext);

/* By the bytes; also kinds that are often met under another name and are not on the
 * list: `exts` is empty there. NULL: nobody knows. */
const struct media_kind *media_kind_by_bytes(str bytes);

/* Is the ending one of the words, which a space parts? Capitals do not count. */
bool media_has_ext(const char *exts, str ext);

/* Two of those that are not on the list have a hint of their own. */
bool media_is_heic(str bytes);
bool media_is_page(str bytes);

#endif
