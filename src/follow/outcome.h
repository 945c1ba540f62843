/* What came of one attempt to bring the site up to date. Plain bytes: it travels
 * from the process that tried to the one that follows. */
#ifndef FOLLOW_OUTCOME_H
#define FOLLOW_OUTCOME_H

#include "base/str.h"

enum outcome_kind {
	OUTCOME_AS_BEFORE, /* the repository has not changed: nothing was tried */
	OUTCOME_PUBLISHED,
	OUTCOME_MISTAKES, /* the content has errors: the old site stays */
	OUTCOME_MACHINE,  /* disk, network, memory: to be tried again */
};

struct overdue {
	char path[256]; /* of the page or record; empty: nothing is overdue */
	char check_by[12];
};

struct outcome {
	enum outcome_kind kind;
	char commit[41];   /* what was tried; empty: it was not known */
	int64_t time;      /* when it ended */
	int64_t begin_s;   /* the site's day, from … */
	int64_t end_s;     /* … to before; both 0: not known */
	uint64_t words;    /* hash of what was said, so that it is said once */
	char language[16]; /* of the site, as far as is known */
	size_t pages;
	size_t errors;
	size_t warnings;
	struct overdue overdue;
	char death[192]; /* how the process ended that tried, when it could not say more */
};

#endif
