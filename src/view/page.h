/* What only the views share among themselves. */
#ifndef VIEW_PAGE_H
#define VIEW_PAGE_H

#include "model/listing.h"
#include "view/frame.h"
#include "view/member.h"

/* Where a page is named, which says when it is the current one. */
enum page_role {
	ROLE_LINK,       /* when it is the frame's */
	ROLE_MENU,       /* also when the frame's lies below it */
	ROLE_CRUMB,      /* on the way to another: never */
	ROLE_LAST_CRUMB, /* at its end: never, but it is the last */
	ROLES
};

struct page_view {
	const struct frame *frame;
	const struct page *page;
	enum page_role role;
};

struct value page_view_new(const struct frame *frame, const struct page *page, enum page_role role,
	struct arena *scratch);
bool page_view_is_current(const struct page_view *view);
/* NULL: it is none. */
const struct page_view *view_page_of(struct value v);

/* Members that stand in files of their own; self is a struct page_view. */
struct value page_get_translations(const void *self, struct arena *scratch);
struct value page_get_alternates(const void *self, struct arena *scratch);
struct value page_get_original(const void *self, struct arena *scratch);
struct value page_get_sources(const void *self, struct arena *scratch);
struct value page_get_canonical(const void *self, struct arena *scratch);
struct value page_get_fallback(const void *self, struct arena *scratch);
struct value page_get_harder(const void *self, struct arena *scratch);
struct value page_get_outdated(const void *self, struct arena *scratch);

/* A page in a menu: `current` also when the frame's page lies below it. */
struct value view_menu_entry(const struct frame *frame, const struct page *page);

/* A word of a list of words, with strings.enums' text for it. */
struct value view_word(const struct frame *frame, struct value word);

struct value view_page_records(const struct frame *frame, const struct page *page);
struct value view_page_waiting(const struct frame *frame, const struct page *page);
struct value view_page_facets(const struct frame *frame, const struct page *page);
/* The pages of a long list, and which of them this one is; none when it fits on one. */
struct value view_page_parts(const struct frame *frame, const struct page *page);
struct value view_page_part(const struct frame *frame, const struct page *page);
/* `items`, in order, as groups of {letter, records} by the first letter of their `key`, in the
 * order of the letters in the language. */
struct value view_by_letter(const struct frame *frame, struct value items, str key);

/* `decisions`: what is asked next, what was answered; and `group_by`. */
struct value view_page_question(const struct frame *frame, const struct page *page);
struct value view_page_answers(const struct frame *frame, const struct page *page);
struct value view_page_groups(const struct frame *frame, const struct page *page);

#endif
