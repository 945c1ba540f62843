/*
 * What a page is about, for search engines: JSON-LD in the words of schema.org
 * 30. A WebPage with its trail, its language and the day it was reviewed, and
 * the place, organization, service, event or dataset of a record's page. Only
 * what is known is said, and little of it: about 1 KB a page.
 */
#ifndef FEED_JSONLD_H
#define FEED_JSONLD_H

#include "model/reader.h"

/* `content` is the page's HTML. Safe inside <script>; no line ends. Empty for a page
 * that was not found. */
void jsonld_write(
	const struct reader *reader, const struct page *page, str content, struct buf *out);

#endif
