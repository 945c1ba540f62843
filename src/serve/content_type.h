/* Content-Type by the end of a file's name (RFC 9110, section 8.3). */
#ifndef SERVE_CONTENT_TYPE_H
#define SERVE_CONTENT_TYPE_H

#include "base/str.h"

#define CONTENT_TYPE_HTML "text/html; charset=utf-8"

/* What is not known is offered for saving. */
const char *content_type(str path);

/* All that are known, one after the other; false behind the last. */
bool content_type_row(size_t index, str *ext, const char **type);

#endif
