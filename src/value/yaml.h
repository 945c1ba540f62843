/*
 * Front matter: YAML between two lines `---` at the top of a page or template,
 * read by libyaml into a tree of values with a place for every key and value.
 *
 * A small part of YAML 1.2, read by its core schema: plain true, false, null,
 * ~ and numbers are what they look like; everything else is text, also yes,
 * no, dates, and whatever stands in quotes. Anchors, aliases, tags, merge
 * keys, several documents, keys that are not text, and one key twice are
 * errors: each would surprise somebody. Safe on many threads.
 */
#ifndef VALUE_YAML_H
#define VALUE_YAML_H

#include "diag/diag.h"
#include "value/value.h"

/* The most bytes of front matter, and the deepest nesting. */
#define YAML_SIZE_MAX  ((size_t)64 << 10)
#define YAML_DEPTH_MAX 32

struct front_matter {
	bool found;        /* the text begins with a line --- */
	str yaml;          /* between the two lines; borrowed from the text */
	struct span span;  /* of yaml */
	str body;          /* behind the second line; the whole text when not found */
	size_t body_start; /* where the body begins in the text */
};

/* `text` is a whole file; a byte order mark before the first line is skipped.
 * False when the second line --- is missing, which was reported. */
bool front_matter_split(str text, uint32_t source, struct diags *diags, struct front_matter *out);

/* Says of a file in which none was found why that may be. True when it stands there after all,
 * but so that nobody can tell where it ends. */
bool front_matter_report_missing(str text, uint32_t source, struct diags *diags);

/*
 * `text` stands at `at` in its file. The tree lives in `arena`, keeps nothing
 * of `text`, and is a VALUE_MAP: anything else is an error, but a text of
 * spaces and comments is an empty map. False when anything was reported.
 */
bool yaml_parse(
	struct arena *arena, str text, struct span at, struct diags *diags, struct value *out);

#endif
