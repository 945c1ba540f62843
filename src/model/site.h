/*
 * The whole model. site_assemble() makes it from what was read; from then on
 * it is const and shared by all threads. It lives in the arena it was made in.
 */
#ifndef MODEL_SITE_H
#define MODEL_SITE_H

#include "media/shrink.h"
#include "model/record.h"

/* One file of media/, copied under its own name. */
struct medium {
	str path;   /* below the content root: media/karte.svg; composed (NFC) */
	str output; /* below the site's root */
	uint32_t source;
	uint32_t entry;
	uint32_t width; /* of a picture, in pixels; 0: not known */
	uint32_t height;
	struct shrink shrink;    /* of a picture that goes out in several sizes */
	str sizes[SHRINK_SIZES]; /* where each of them goes; their names hold a hash of the bytes */
};

/* An old address that leads to a page. */
struct redirect {
	str output;
	const struct page *page;
};

/* templates/<kind>.<name>.html: one more page below each record page of a kind. */
struct variant {
	str kind;
	str name;
	uint32_t source; /* of the template */
};

/* How a template shows the records of its page: `records` in its front matter. */
struct list_form {
	str template;  /* "services-list" */
	size_t length; /* of what one page shows; 0: all */
	str sort;      /* "when": what is to come first; "": by title */
	str group_by;  /* field, or "" */
};

typedef VEC(struct page *) page_list;

struct site {
	struct config config;
	str today;       /* YYYY-MM-DD */
	page_list pages; /* every page that is written, in order of language and path */
	struct map pages_by_id[LANGUAGES_MAX]; /* "sazina/tiksanas" -> struct page */
	struct page **home;                    /* one a language; NULL where there is none */
	struct page **missing;                 /* 404, one a language */
	struct kind **kinds;                   /* by name */
	size_t nkinds;
	size_t nrecords; /* of all kinds together */
	struct map kinds_by_name;
	VEC(struct medium) media;
	struct map media_by_path;
	VEC(struct redirect) redirects;
	VEC(struct variant) variants;
	VEC(struct list_form) forms;
	struct map phones;         /* as phones_have() knows them -> struct record */
	struct map drafts;         /* path -> struct page that is left out */
	struct map outputs;        /* output path -> what takes it; for collisions and links */
	const struct page ***menu; /* a list of config.menu's length for each language */
	size_t nmenu;
	struct value
		*strings_; /* templates/strings/<code>.json, one a language; see site_words() */
	struct map collections;               /* kind -> the default language's collection page */
	const struct store_history *history_; /* NULL: not known; see site_history() */
};

/* What strings/<code>.json of that language has under a key of its first level. */
struct value site_words(const struct site *site, uint32_t language, str key);

/* The words of a language are so many inputs, by the hash of their key: enough that two of some
 * hundred seldom share one, and a page is made again for a word that it does not say. */
enum { WORDS_PARTS = 1024 };
size_t words_input(uint32_t language, str key);

/* NULL: not known. */
const struct store_history *site_history(const struct site *site);

/* Frees what does not live in the arena. Only the settings are left, without what orders words. */
void site_release(struct site *site);

/* The page takes its place in the list, and is found by its id. */
void site_add_page(struct site *site, struct page *page);

/* The page of the language itself with just that id, or NULL. */
struct page *site_own_page(const struct site *site, const struct language *language, str id);

/* The page with that id in that language's frame, fallback included; or NULL.
 * An easy variant has no fallbacks: there the original's page is given. */
const struct page *site_page(const struct site *site, const struct language *language, str id);

/* The page a translation, an easy variant or a fallback stands for; or NULL. */
const struct page *page_original(const struct site *site, const struct page *page);

const struct kind *site_kind(const struct site *site, str name);
/* Says that there is no such kind, and which one may be meant. */
void site_report_kind(const struct site *site, str name, struct span span, struct diags *diags);
/* "organizations/skalbes"; NULL when there is none. */
const struct record *site_record(const struct site *site, str ref);
/* Whose phone or address search shows with a page: its own record, or the one that it names as
 * `call` in the first language, for all. NULL: nobody's. */
const struct record *site_call(const struct site *site, const struct page *page);
/* Is there a record that can't be read? Of what it holds nobody knows. */
bool site_is_unsure(const struct site *site);

/* Is this one of the pages that a phone keeps unasked: a home, what says `offline`, and its
 * records? */
bool site_keeps(const struct site *site, const struct page *page);

/* The page of a record in a language's frame, or NULL when its kind has none. */
const struct page *record_page(
	const struct site *site, const struct record *record, const struct language *language);

/* Has the day gone by, by which what the page says was to be checked again? */
bool page_is_overdue(const struct page *page, str today);

/* Finds out what a record is today: overdue, hidden, shown. */
void record_judge(struct record *record, str today);

/* What was to be checked by a day that has gone by. */
struct due {
	str path; /* of the page or record; "": nothing */
	str check_by;
};

/* What waits longest for its check, among pages and records; borrowed of the site. */
struct due site_oldest_overdue(const struct site *site);

/* An address below the site's root as it stands in href: base path + url. */
str site_href(const struct site *site, struct arena *arena, str url);
/* The same with scheme and host. */
str site_absolute(const struct site *site, struct arena *arena, str url);

#endif
