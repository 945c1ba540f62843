/*
 * The whole guide of a language in reading order, for a booklet: the pages of
 * the menu and then the other pages below home, each with what lies below it.
 * Pages that are lists of records, or shown in another language, are left out.
 */
#ifndef VIEW_GUIDE_H
#define VIEW_GUIDE_H

#include "view/frame.h"

/* How a page's text is written inside the booklet. */
struct guide_place {
	str id;          /* of the page's section: "g.sazina.zvani" */
	unsigned deeper; /* levels that its headings go down */
};

/* A list of chapters: `id` `number` `title` `description` `content` `url`
 * `checked_on` and `pages`, which have the same. */
struct value view_guide(const struct frame *frame);

/* Where a link inside the booklet leads: to the page's place in it, or out of it. */
str guide_href(const struct frame *frame, const struct page *page, str anchor);

#endif
