/*
 * Publishing whatever the repository comes to hold: at every change, and at each
 * midnight of the site's time zone, since what a site says depends on the day.
 * One thread waits; attempt.h does the work in processes of their own, never two
 * at once.
 */
#ifndef FOLLOW_FOLLOW_H
#define FOLLOW_FOLLOW_H

#include "build/build.h"

struct follow_options {
	struct build_options build;
	unsigned interval_s;   /* between two looks at the repository */
	unsigned hook_port;    /* of the loopback, for webhooks; 0: none */
	str secret;            /* of the webhooks; proof.h */
	str status;            /* folder for the status page and status.json; empty: none */
	const char *on_result; /* program that gets each result as JSON; NULL: none */
	/* Prints for people; called in any process of ours. */
	void (*say)(void *ctx, str text);
	void *ctx;
};

/* Until SIGINT or SIGTERM; SIGHUP builds at once. False: reported, nothing began. */
bool follow_run(const struct follow_options *options, struct diags *diags);

#endif
