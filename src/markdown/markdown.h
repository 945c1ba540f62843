/*
 * Markdown to HTML: CommonMark, tables and alerts as GitHub writes them. Raw
 * HTML is refused and shown as text. Texts are borrowed while a function runs;
 * results live in the arena of the options. Any thread, no shared state; time
 * grows with the text alone, whatever it holds.
 *
 * What is wrong is reported with its place and repaired, so that one run shows
 * everything; at most MARKDOWN_REPORTS_MAX warnings and as many errors a text.
 */
#ifndef MARKDOWN_MARKDOWN_H
#define MARKDOWN_MARKDOWN_H

#include "base/buf.h"
#include "diag/diag.h"

/* Blocks and spans nested deeper are cut off: error markdown-depth. */
#define MARKDOWN_DEPTH_MAX 100
/* How a section that folds begins, before its heading. */
#define MARKDOWN_FOLD "<details class=\"fold\">\n<summary>"
/* Pictures in one text: error markdown-size. */
#define MARKDOWN_PICTURES_MAX 1000
/* Columns of a table: error table-columns. */
#define MARKDOWN_COLUMNS_MAX 100
#define MARKDOWN_REPORTS_MAX 100

/* What a hook answers. The href is escaped later; it must stay valid until the
 * hook is called again. */
struct markdown_link {
	str href;
	uint32_t width; /* of a picture, in pixels; 0: not known */
	uint32_t height;
	const char *end; /* HTML that ends a link instead of </a>; NULL: that */
	str sources; /* of a picture that is there in several widths: srcset of the WebP, escaped */
	bool concerns; /* paragraph() looks at such links; nearly none is one */
};

/* Where a link or picture stands: looked for only when something is said of it. */
struct markdown_place {
	const struct document *doc;
	struct cmark_node *link;
};

/* The address in the file, or at least its link. While the hook runs that was given the place. */
struct span markdown_span(struct markdown_place place);

/* Where a link of a paragraph leads, as it is written, and its place. */
struct markdown_goal {
	str url;
	struct span span;
};

/* Each may be NULL: links then lead where they say, embeds are an error. */
struct markdown_hooks {
	void *ctx;
	/* Where does a link or picture lead? Asked for addresses without a scheme, for
	 * record:…, http(s):… and tel:…; `url` has its escapes resolved. False: already reported,
	 * shown without the link. */
	bool (*link)(void *ctx, str url, bool picture, struct markdown_place place,
		struct markdown_link *out);
	/* Writes the HTML of a fenced code block whose info string is @name; the name is a
	 * slug. When the fence stands at the margin, offsets in `body` are offsets in
	 * `body_span`. */
	void (*embed)(void *ctx, str name, str body, struct span name_span, struct span body_span,
		struct buf *out);
	/* What stands in the place of {name:ref}; valid as long as the scratch arena. May be
	 * NULL: then it stays as it is. */
	str (*quote)(void *ctx, str name, str ref, struct span span);
	/* A paragraph, a list's item as well, with a link of which link() said that it concerns:
	 * its plain text, and all its goals in their order, as long as the call. */
	void (*paragraph)(void *ctx, str text, const struct markdown_goal *goals, size_t ngoals);
};

/* Words of the page's language that are written into the HTML. */
struct markdown_labels {
	str note;
	str tip;
	str important;
	str warning;
	str caution;
	str table; /* names a table that no heading precedes */
};

struct markdown_options {
	const struct markdown_hooks *hooks;   /* may be NULL */
	const struct markdown_labels *labels; /* NULL: English */
	struct arena *arena;                  /* of the outline */
	struct arena *scratch;                /* for work: the caller may reset it afterwards */
	struct diags *diags;
	str id_prefix;   /* before every heading's id, where texts stand together; may be "" */
	unsigned deeper; /* levels that headings go down, at most to 6 */
	size_t open;     /* sections of level 2 that stay open, those after them fold; 0: all do */
	bool leftovers;  /* report Markdown that was meant and not understood */
	bool goes_on;    /* the page shows more below the text, so that a heading may end it */
};

struct markdown_heading {
	unsigned level; /* 2 to 6: a heading of level 1 is shown as 2 */
	str id;         /* unique in its text: a slug of it */
	str text;       /* plain */
	str language;   /* of words marked as one in another language, all of it: their tag */
	struct span span;
};

/* The headings of a text in their order. */
struct markdown_outline {
	struct markdown_heading *headings;
	size_t len;
};

/*
 * Appends the HTML of `text` to `html`. `at` is where the text stands in its
 * file; if it is not as long as the text (a JSON string with escapes), places
 * are all of `at`. An outline makes the text the body of a page: headings get
 * ids, and their levels are looked at; NULL for small texts in records.
 * False: errors were reported.
 */
bool markdown_render(str text, struct span at, const struct markdown_options *options,
	struct buf *html, struct markdown_outline *outline);

/* The outline alone of a page's body, as markdown_render() would give it; nothing is reported.
 * Values that the text quotes are left as they are written. */
void markdown_headings(
	str text, struct arena *arena, struct arena *scratch, struct markdown_outline *outline);

#endif
