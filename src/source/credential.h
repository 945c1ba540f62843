/*
 * Proving to a server who asks: the ssh agent and the keys in ~/.ssh, or for
 * https whatever git's credential helpers know. Nobody is asked anything on the
 * terminal, and no password is kept longer than the fetch.
 */
#ifndef SOURCE_CREDENTIAL_H
#define SOURCE_CREDENTIAL_H

#include "base/buf.h"

struct git_credential;

/* `git credential WORD` with this input: false, or what it answers. */
typedef bool credential_ask_fn(void *ctx, str word, str input, struct buf *answer);

/* What was tried already; one for each fetch. */
struct credentials {
	unsigned nkeys;    /* ssh: ways tried */
	struct buf filled; /* https: what `git credential fill` answered */
	bool asked;        /* https: it was asked */
	credential_ask_fn *ask;
	void *ask_ctx;
};

void credentials_init(struct credentials *credentials, credential_ask_fn *ask, void *ask_ctx);
/* Overwrites the password in memory. */
void credentials_release(struct credentials *credentials);

/* The next thing to try, as git_credential_acquire_cb asks. GIT_EAUTH: there is
 * nothing more; git_why() tells. */
int credentials_next(struct credentials *credentials, struct git_credential **out, const char *url,
	const char *user, unsigned allowed);

/* Tells git's helpers whether the password was right: then they may keep it,
 * else they forget it. Nothing when none was used. */
void credentials_settle(struct credentials *credentials, bool accepted);

/* The asking itself. git keeps and finds passwords by the user's settings. */
bool credential_ask_git(str word, str input, struct buf *answer);

#endif
