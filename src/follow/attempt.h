/*
 * One attempt, in a process of its own: look at the repository, build, publish,
 * tell who wants to know. However it ends, who follows lives on, and its memory
 * is as it was.
 */
#ifndef FOLLOW_ATTEMPT_H
#define FOLLOW_ATTEMPT_H

#include "follow/follow.h"
#include "follow/outcome.h"
#include "sys/child.h"

struct attempt {
	const struct follow_options *options;
	struct outcome published; /* the last that was; kind says whether there was one */
	struct outcome last;
	bool force;        /* build even if the commit is the last one's */
	unsigned accepted; /* webhooks so far */
	unsigned refused;
	unsigned nfailures; /* of the machine, in a row */
	struct child child;
};

/* From now on messages come in the language that the site had last, unless it was chosen
 * by who follows. */
void attempt_speak(const struct attempt *attempt);

/* 0 or an errno value. The attempt's child.line is readable when there is news. */
int attempt_start(struct attempt *attempt);

/* Waits for the end, and says what came of it. */
void attempt_finish(struct attempt *attempt, struct outcome *out);

/* Kills it. A build that is killed leaves the old site or the new one. */
void attempt_stop(struct attempt *attempt);

#endif
