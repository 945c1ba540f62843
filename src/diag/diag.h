/*
 * Diagnostics: what a person can cause or mend, each with a place. A struct
 * diags belongs to one thread; it owns its texts. A function that takes one
 * and fails has already reported: callers only unwind, nobody re-words.
 */
#ifndef DIAG_DIAG_H
#define DIAG_DIAG_H

#include "diag/source.h"

enum diag_level { DIAG_WARNING, DIAG_ERROR, DIAG_FAILURE };

enum diag_id {
#define D(name, id, level, meaning) DIAG_##name,
#include "diag/diag.def"
#undef D
	DIAG_COUNT
};

struct diag_info {
	str id;
	enum diag_level level;
	const char *meaning; /* for `tilts explain`, in English */
};

const struct diag_info *diag_info(enum diag_id id);
/* NULL when no message has that id. */
const struct diag_info *diag_info_find(str id);

struct diag_note {
	struct span span; /* SPAN_NONE: no place of its own */
	str text;
	struct diag_note *next;
};

struct diag {
	enum diag_id id;
	enum diag_level level; /* the id's, unless raised with --strict-dates */
	struct span span;
	str text;
	struct diag_note *notes; /* in order of adding */
	str missing;             /* the record or page that is not there: see gather.h; else "" */
	str nearest;             /* what diag_suggest() found; else "" */
};

struct diags {
	struct arena arena;
	VEC(struct diag) list;
	size_t nerrors;   /* errors and failures */
	size_t nfailures; /* failures alone: exit status 3 */
};

void diags_init(struct diags *diags);
void diags_release(struct diags *diags);

/* No full stop at the end, no path and no id in the text: the report adds them. The
 * format is looked up in the catalogue of the language in use (base/messages.h). */
void diag_add(struct diags *diags, enum diag_id id, struct span span, const char *fmt, ...)
	PRINTF_LIKE(4, 5);
/* Hangs a hint on the diagnostic added last. */
void diag_note(struct diags *diags, struct span span, const char *fmt, ...) PRINTF_LIKE(3, 4);
/* A note "did you mean '…'?" unless the name is "". */
void diag_nearest(struct diags *diags, str nearest);
/* The same when one of the candidates is near; else nothing. */
void diag_suggest(struct diags *diags, str wanted, const str *candidates, size_t ncandidates);
/* The diagnostic added last misses a record (kind/id) or the file of a page: others may as well. */
void diag_misses(struct diags *diags, str kind, str id);
/* The diagnostic added last becomes an error. */
void diag_raise(struct diags *diags);

void diags_copy(struct diags *into, const struct diag *from);
/* Copies everything from `from`. */
void diags_merge(struct diags *into, const struct diags *from);
/* By path, place, id; equal ones once. The order no longer tells which worker ran first. */
void diags_sort(struct diags *diags, const struct sources *sources);

#endif
