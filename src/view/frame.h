/*
 * What rendering one page has at hand. The renderer is const and shared by all
 * threads; a worker is one thread's own memory, reset for each page; a frame
 * is one page being rendered by one worker and lives as long as that.
 */
#ifndef VIEW_FRAME_H
#define VIEW_FRAME_H

#include "locale/format.h"
#include "markdown/markdown.h"
#include "model/site.h"
#include "view/member.h"
#include "query/unit.h"
#include "template/recent.h"
#include "template/stock.h"

/* The heading ids of one page, as hashes: enough to tell whether one is there. */
struct anchors {
	uint32_t *hashes; /* sorted */
	size_t len;
};

/* A link whose goal can be checked only when everything is made: an anchor of
 * a page, or (page NULL) an address of the site: /page/, /page/#part, /x.csv. */
struct noted_link {
	const struct page *page;
	str target;
	struct span span;
};

/* A picture that a page shows, by its number in site.media. */
struct noted_picture {
	const struct page *page;
	size_t medium;
};

struct frame;
struct worker;
struct extras;
struct common;
struct lines;

/* Markdown as HTML. `at` is its place: in the page's own file links may be relative.
 * `outline` as in markdown_render(). */
typedef str frame_markdown_fn(
	const struct frame *frame, str markdown, struct span at, struct markdown_outline *outline);

/* Texts made of one page for another, a chapter of the booklet: kept from build to build, since
 * what is read anew for them all is more than the rest of a page. Each has a number of its own on
 * its page. */
struct keeper {
	void *ctx;
	/* The text as it was made before, in scratch, with all that making it notes. False: make
	 * it, between begin() and end(). */
	bool (*take)(void *ctx, struct worker *worker, size_t number, str *text);
	void (*begin)(void *ctx, struct worker *worker);
	void (*end)(void *ctx, struct worker *worker, size_t number, str text);
};

struct renderer {
	const struct site *site;
	const struct units *units;
	const struct store_entry *entries; /* of the content, for page->entry */
	const str *texts;               /* the same files as they were read; "": read it; or NULL */
	struct map assets;              /* "portal_css" -> address below the root (a str) */
	const str *manifests;           /* their addresses, one a language; "": none */
	struct anchors *anchors;        /* one slot a page, filled by its renderer */
	struct lists_cache *lists;      /* lists that are the same on every page */
	struct lines *lines;            /* of records; NULL: none are kept */
	_Atomic(const str *) *outlines; /* one a file of the content: outlines.h */
	bool offline;                   /* there will be a /sw.js that keeps copies */
	const struct keeper *keeper;    /* NULL: nothing is kept */
	/* Given from above: texts hold embeds, pages lead to pages, records to records. */
	frame_markdown_fn *markdown;
	const struct members *page_members;
	const struct extras *extras;
};

struct worker {
	struct arena scratch; /* reset for each page */
	struct arena kept;    /* results that later phases need */
	struct arena lines;   /* for the renderer's lines, and as long */
	struct buf text;      /* the page's file */
	size_t text_room;     /* bytes of such files that it may keep */
	struct buf body;
	struct buf out;
	stretch_list stretches; /* of `out`, once a page is rendered: from stock, and what the
			  writer of Markdown wrote alone */
	struct diags diags;
	VEC(struct noted_link) links;
	VEC(struct noted_picture) pictures;
	VEC(str) made;         /* paths of finished files that are no pages; in `kept` */
	struct common *common; /* what its pages have in common; NULL until the first */
	struct recent recent;  /* of the template that is being rendered */
	bool is_of_page;       /* set by all that is looked at of one page: see common.h */
	bool is_of_place;      /* … or of where it stands */
	struct store_reader *reader;
	struct store_reader *template_reader;
	struct formatter *formatters[LANGUAGES_MAX]; /* opened when first needed */
};

struct frame {
	const struct renderer *renderer;
	struct worker *worker;
	const struct page *page_;        /* others call frame_page() */
	const struct language *language; /* of the frame, not of a fallback's text */
	str content;
	bool embeds; /* what other templates made stands in it */
	struct markdown_outline outline;
	unsigned depth;                  /* embeds inside embeds */
	const struct guide_place *place; /* NULL, unless the page is being put into a booklet */
};

/* The page being rendered. What comes of it comes out otherwise on another page. */
static inline const struct page *frame_page(const struct frame *frame)
{
	frame->worker->is_of_page = true;
	return frame->page_;
}

/* The same for who asks nothing of it but below which entries of the menu it lies. */
static inline const struct page *frame_place(const struct frame *frame)
{
	frame->worker->is_of_place = true;
	return frame->page_;
}

struct formatter *frame_formatter(const struct frame *frame);

/* A text of site.json or a record in the frame's language. */
struct value frame_text(const struct frame *frame, struct value text, bool markdown);

/* Markdown of a record or an embed's parameter, as HTML. `at` is its place. */
str frame_markdown(const struct frame *frame, str markdown, struct span at);

/* Appends the file of the frame's page, a PAGE_CONTENT. False: reported. */
bool frame_read(const struct frame *frame, struct buf *text);

/* --- the objects of templates: every one is a view ---------------------------------- */

/* site, page, record, lists, params, strings; record and params may be none. */
struct value view_root(const struct frame *frame, const struct unit *unit, struct value record,
	struct value params);
struct value view_site(const struct frame *frame);
struct value view_page(const struct frame *frame, const struct page *page);
struct value view_record(const struct frame *frame, const struct record *record);
/* NULL: it is none. */
const struct record *view_record_of(struct value v);
struct value view_field(
	const struct frame *frame, const struct schema_node *node, struct value json);
struct value view_date(const struct frame *frame, str date);
/* The lists of a unit; `root` holds the params, page and record that they name. */
struct value view_lists(const struct frame *frame, const struct unit *unit, struct value root);
struct value view_strings(const struct frame *frame);
/* In the language of a text, which that of the frame is not on a fallback. */
struct value view_strings_in(const struct frame *frame, const struct language *language);

/* A list of views made at once: n slots to fill, then view_array(). */
struct value view_array(struct value *items, size_t n, struct arena *scratch);

/* Members of the views, for checking the names that templates use. */
extern const struct members root_members, site_members, page_members, record_members;

#endif
