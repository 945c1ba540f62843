/*
 * What a reader can read on a finished page, by section: the plain text of its
 * <main>, cut at each heading that has an id. Left out is what is there to lead
 * elsewhere or is said on many pages: <nav>, <footer>, <button>, <script>, <svg>,
 * <form>, everything `hidden`, and what a template marks with data-search="off".
 *
 * Each block is a line; a label (<dt>, <th>) and the cells of a row are one with what follows. A
 * line begins with TEXT_QUIET when its words are to be found, but it is no answer that a result can
 * show: <summary>, <thead>, and a block of text that a template marks with data-search="words".
 * TEXT_LINK stands where a link begins behind a colon and a space in running text: "More: Lawyer."
 *
 * A struct text is one thread's own and is used for page after page.
 */
#ifndef SEARCH_TEXT_H
#define SEARCH_TEXT_H

#include "base/buf.h"
#include "base/vec.h"

#define TEXT_QUIET '\x1e'
#define TEXT_LINK  '\x1c'

struct text_section {
	str id; /* the heading's, a slice of the page; "" for what stands before the first */
	size_t heading, body, end; /* where they begin in the text, and where the section ends */
};

/* Slots for the kinds of tags that are told apart. */
#define TEXT_KINDS 128

struct text {
	struct buf text;
	VEC(struct text_section) sections; /* at least one */
	struct text_kind {
		uint64_t name; /* of a tag: its letters, the first one lowest; 0: free */
		unsigned kind;
	} kinds[TEXT_KINDS];
};

void text_init(struct text *text);
void text_release(struct text *text);

/* All of a page that text_take() looks at, and maybe a little more. */
str text_main(str html);

/* Replaces what was there. `html` must outlive the sections' ids. Linear in its length. */
void text_take(struct text *text, str html);

static inline str text_heading(const struct text *text, const struct text_section *section)
{
	return str_sub(buf_str(&text->text), section->heading, section->body);
}

static inline str text_body(const struct text *text, const struct text_section *section)
{
	return str_sub(buf_str(&text->text), section->body, section->end);
}

#endif
