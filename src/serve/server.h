/*
 * The preview's web server: shows a snapshot, or what is wrong, and tells open
 * pages when there is something new. It answers in a thread of its own; all
 * functions are for the thread that started it or, between start and stop,
 * for any one other.
 *
 * For one person on one machine: bound to the loopback it answers only those
 * who call it by a name of the loopback. GET and HEAD, nothing else.
 */
#ifndef SERVE_SERVER_H
#define SERVE_SERVER_H

#include "serve/snapshot.h"

struct server;

/* Shows a waiting page until there is more. NULL: reported (serve-address). */
struct server *server_start(str address, unsigned port, struct diags *diags);
void server_stop(struct server *server); /* NULL is fine */

/* From now on this is the site, which pages are told of if they look another way now. Takes the
 * snapshot over. */
void server_show(struct server *server, struct snapshot *snapshot);
/* What pages say in a closed panel, while nothing is wrong, from the next server_show() on (a
 * REPORT_TEXT; "" for nothing). */
void server_remark(struct server *server, str warnings);
/* What is shown, held once more; NULL: nothing yet. */
struct snapshot *server_shown(struct server *server);
/* Has it been blamed since it was shown? */
bool server_is_blamed(struct server *server);
/* Copies the path of the page that was asked for last into `out`; "": none was. */
void server_looked_at(struct server *server, struct buf *out);
/* From now on pages also show what is wrong (a REPORT_TEXT). */
void server_blame(struct server *server, str errors, str warnings);

/* Call it every now and then: pages that went away are noticed. */
void server_beat(struct server *server);

#endif
