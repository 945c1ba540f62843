/*
 * One page of the site: a Markdown file, a place where another language's file
 * is shown because a translation is missing, or a page made from a record. A
 * page is filled while the site is assembled and never changes afterwards; it
 * lives in the site's arena and knows its front matter, but not its body: that
 * is read when it is rendered.
 */
#ifndef MODEL_PAGE_H
#define MODEL_PAGE_H

#include "model/config.h"
#include "model/reading.h"
#include "source/store.h"

struct record;
struct facet;

enum page_kind {
	PAGE_CONTENT,
	PAGE_RECORD,  /* one record below its collection page, or a variant below that */
	PAGE_FACET,   /* the records of a collection that share some terms */
	PAGE_PART,    /* what a list that is long shows from its second page on */
	PAGE_MISSING, /* 404.html */
};

enum page_flags {
	PAGE_IS_INDEX = 1, /* a section's own page */
	PAGE_FALLBACK = 2, /* shows the file of another language */
	PAGE_DRAFT = 4,
	PAGE_TOC = 16,
	PAGE_EXIT = 32,
	PAGE_NO_SEARCH = 64,
	PAGE_UNREADABLE = 128, /* its text can't be rendered */
	PAGE_OFFLINE = 256,    /* kept for where there is no network, with its records */
	PAGE_QUESTIONS = 512,  /* its headings are questions, with their answers */
};

/* What the page says of itself, and when it changed. */
struct page_texts {
	str title;
	str description;
	str date; /* "" or YYYY-MM-DD */
	struct value front;
	uint64_t front_hash;               /* of all bytes before the body */
	const struct store_commit *commit; /* the last that touched the file; NULL: not known */
	str changed_on;                    /* its day in the site's time zone; "" */
};

/* What stands below the page, in order, where it stands itself, and who leads to it. */
struct page_lists {
	struct page **children;
	size_t nchildren;
	size_t place;                  /* among the parent's children, if it is one */
	const struct record **records; /* what a collection or facet page lists, or its part */
	size_t nrecords;
	const struct record **words; /* what people say who mean it: see said.h */
	size_t nwords;
	size_t nshown;       /* of these, how many the page itself shows */
	struct page **parts; /* the pages of a long list, itself the first */
	size_t nparts;       /* 0: all of it is on one page */
};

struct page {
	enum page_kind kind;
	unsigned flags;
	uint32_t index;                       /* among the site's pages */
	const struct language *language;      /* of the address and the frame */
	const struct language *body_language; /* of the text; differs in a fallback */
	str id;                               /* "sazina/tiksanas"; home is "index" */
	str path;          /* of the file below the content root; composed (NFC) */
	uint32_t source;   /* number for spans; 0 if there is no file */
	uint32_t entry;    /* index into the store's list */
	size_t body_start; /* where the text begins, in bytes */
	str slug;
	int64_t order;
	str title_key;               /* collator_key() of its title; "": nobody has asked for it */
	size_t open_sections;        /* of its text; those after them fold; 0: all are open */
	str url;                     /* below the site's root: "/ru/sazina/"; always ends in '/' */
	str output;                  /* "ru/sazina/index.html" */
	struct page *parent;         /* the section's page; NULL for home */
	struct page **translations;  /* one slot a language, own included; NULL: none */
	uint64_t hash;               /* gist_of() its words, for source_hash; 0: it has mistakes */
	const struct record *record; /* PAGE_RECORD */
	str variant;                 /* "lapa" of templates/<kind>.lapa.html; else "" */
	const struct facet *facet;   /* PAGE_FACET, and its parts */
	struct page_texts texts_;    /* for assembling; all others call page_texts() */
	struct page_lists lists_;    /* and page_lists(), */
	bool outdated_;              /* and page_is_outdated() */
};

static inline const struct page_texts *page_texts(const struct page *page)
{
	reading_note(INPUT_TEXTS, page->index);
	return &page->texts_;
}

/* Its source_hash is not that of the original. Nearly all who read a page's texts do not ask for
 * it, and it may be another for all translations at once. */
static inline bool page_is_outdated(const struct page *page)
{
	reading_note(INPUT_OUTDATED, page->index);
	return page->outdated_;
}

static inline const struct page_lists *page_lists(const struct page *page)
{
	reading_note(INPUT_LISTS, page->index);
	return &page->lists_;
}

/* The row table of front matter: every key, its type and its one-line help. */
struct shape;
extern const struct shape page_shape;

/* Fills in what the path tells (path, source, entry and language are set
 * already): a page with nothing but its place in the site. */
void page_init(struct page *page, struct arena *arena);

/*
 * Reads one Markdown file's front matter into `page`. `text` need not be kept
 * afterwards. Whatever is wrong is reported and repaired, so that the page
 * keeps its place and other pages' links to it are not called broken.
 */
void page_read(struct page *page, str text, struct arena *arena, struct arena *scratch,
	struct diags *diags);

/* The hash that `source_hash` of a translation should hold: 12 digits. */
str page_hash_text(const struct page *page, struct arena *arena);

/* The day of a commit in a time zone ("Europe/Riga"); "" for NULL. */
str commit_day(const struct store_commit *commit, str timezone, struct arena *arena);

#endif
