/*
 * A listener for short messages (webhooks): POST and nothing else, on the loopback.
 * It has no thread: whoever owns it polls receiver_handle() and calls
 * receiver_work(). Nothing of a request is kept.
 */
#ifndef SERVE_RECEIVER_H
#define SERVE_RECEIVER_H

#include "diag/diag.h"

/* The most bytes of a body; more is answered 413. */
enum { RECEIVER_BODY_MAX = 32 << 20 };

/* A header of the request, NULL when it has none of that name. */
typedef const char *receiver_header_fn(const void *request, const char *name);

struct receiver_handler {
	void *ctx;
	void *(*begin)(void *ctx);                /* a request came; NULL: no room (503) */
	void (*take)(void *message, str bytes);   /* a piece of its body */
	unsigned (*end)(void *ctx, void *message, /* the whole is there: the HTTP status */
		receiver_header_fn *header, const void *request);
	void (*drop)(void *message); /* always the last */
};

struct receiver;

/* The handler is borrowed. NULL: reported (serve-address). */
struct receiver *receiver_open(
	unsigned port, const struct receiver_handler *handler, struct diags *diags);
void receiver_close(struct receiver *receiver); /* NULL is fine */

/* Readable when there is work. */
int receiver_handle(const struct receiver *receiver);
void receiver_work(struct receiver *receiver);
/* In how many milliseconds there is work without a sign; -1: never. */
int receiver_patience(const struct receiver *receiver);

#endif
