/*
 * The index of one language, read part by part as questions need it (form.h). What is
 * read is trusted for nothing: a part that is missing, cut or not of this form is
 * no part at all, and numbers out of range are passed over.
 *
 * An index belongs to one thread; everything it gives lives until index_close().
 */
#ifndef SEARCH_INDEX_H
#define SEARCH_INDEX_H

#include "base/map.h"
#include "base/vec.h"
#include "search/stem.h"

/* Where the files of an index come from; false: there is none of that name. The bytes
 * must stay until index_close(). */
struct index_source {
	void *ctx;
	bool (*read)(void *ctx, str path, str *bytes);
};

enum tier { TIER_HEADS, TIER_BODIES, NTIERS, TIER_KEYS = NTIERS, NTABLES };

struct index_form {
	str form;
	str posts; /* as written; see index_post_next() */
};

struct index_line {
	str key;
	const struct index_form *forms;
	size_t nforms;
};

#define INDEX_SECTION 2

struct index_page {
	str label, url, title, description, at_hand;
	const str *sections; /* INDEX_SECTION each: anchor, heading */
	size_t nsections;
	bool cut;  /* each section of the text has a file */
	str place; /* of a text that stands on a shelf: which one, and behind how many */
};

struct index;

/* NULL when there is no index of that language. */
struct index *index_open(
	const struct index_source *source, const struct folder *folder, str language);
void index_close(struct index *index);

size_t index_npages(const struct index *index);
struct stemmer *index_stemmer(struct index *index);
str index_tag(const struct index *index);
/* Is its language written in Cyrillic? */
bool index_is_cyrillic(const struct index *index);

/* The line of a key, or NULL. Reads the part where it would stand. */
const struct index_line *index_find(struct index *index, enum tier tier, str key);

/* Parts by number: where the key stands if it does, where a part begins, and all lines of one;
 * there is no part `index_nparts()`. Those of TIER_KEYS begin with a letter and have the keys of
 * the heads that do, without forms; a site that is too large to have them read has none. */
struct index_lines {
	const struct index_line *items;
	size_t len;
};
size_t index_nparts(const struct index *index, enum tier tier);
size_t index_part_of(const struct index *index, enum tier tier, str key);
str index_part_key(const struct index *index, enum tier tier, size_t part);
struct index_lines index_part(struct index *index, enum tier tier, size_t part);

bool index_page(struct index *index, uint32_t page, struct index_page *out);

/* The sentences (sentence.h) of a section, or of what stands before the first: 0. "" when there are
 * none. */
str index_text(struct index *index, const struct index_page *page, uint32_t section);

/* Those of all sections, a line each, where one file has them; else "". */
str index_whole_text(struct index *index, const struct index_page *page);

/* One place after the other: for (struct index_post post = {0}; index_post_next(index, &rest,
 * &post);) */
struct index_post {
	uint32_t page, section, weight;
};
bool index_post_next(const struct index *index, str *rest, struct index_post *post);

#endif
