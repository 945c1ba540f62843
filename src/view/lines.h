/*
 * What partials make of a record in a list (template/stock.h): its line, which is the same in each
 * list of a language that has the record. A portal with many lists shows each record a dozen
 * times. So is a list of what belongs to another page: the sections of the portal, which each page
 * of a language names at its foot. All threads have them together, while pages are rendered; the
 * lines themselves stand in memory of the workers.
 */
#ifndef VIEW_LINES_H
#define VIEW_LINES_H

#include "view/page.h"

struct lines *lines_new(const struct site *site, const struct units *units);
/* NULL is fine. */
void lines_free(struct lines *lines);

/* NULL: of this one nothing is kept. */
stock_slot *lines_slot(
	struct lines *lines, uint32_t template, uint32_t language, const struct record *record);
/* The slot for the letter under which the record stands from A to Z: as much the same in each list
 * as its line. */
stock_slot *lines_letter(struct lines *lines, uint32_t language, const struct record *record);
/* The slot for the list that the section makes within the page. */
stock_slot *lines_list(
	struct lines *lines, uint32_t section, uint32_t language, const struct page_view *page);

/* So many bytes of a line are kept. */
void lines_add(struct lines *lines, size_t size);

#endif
