/*
 * What libgit2's words mean to whoever has to act: the cause by its name, and the
 * command that helps. Git itself can do more than libgit2 here and there (files
 * of settings, kinds of servers); where that is the cause, it is said.
 */
#ifndef SOURCE_CAUSE_H
#define SOURCE_CAUSE_H

#include "base/arena.h"

struct cause {
	str why;  /* what happened */
	str hint; /* what helps; empty: nothing known */
};

/* Of a failure to fetch from or look at `url`, or to open `url` as a repository. Texts are in
 * the language of messages and live in the arena; what is not known comes as it was said. */
struct cause cause_of(str said, str url, struct arena *arena);

/* The repository at `url`, on this disk, lacks what lies behind its cut, or what it was cloned
 * without. */
struct cause cause_shallow(str url, struct arena *arena);
struct cause cause_partial(str url, struct arena *arena);

/* The server wants to know who we are, and nobody told. */
str cause_of_refusal(str url);

/* The ssh server's key is not known here yet; or was another before. */
str cause_connect(str url, struct arena *arena);
str cause_changed_key(str url, struct arena *arena);

#endif
