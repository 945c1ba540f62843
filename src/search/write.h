/* From weighed words to the files that form.h describes. */
#ifndef SEARCH_WRITE_H
#define SEARCH_WRITE_H

#include "search/make.h"
#include "search/posts.h"

void write_index(struct maker *maker, const struct make_sink *sink);

#endif
