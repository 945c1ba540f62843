/*
 * Does a webhook come from who knows the secret? As the forges document it:
 *
 *	X-Hub-Signature-256: sha256=HEX   GitHub, Gitea, Forgejo: HMAC-SHA256 (RFC 2104)
 *	X-Gitea-Signature: HEX            the same without a prefix
 *	X-Forgejo-Signature: HEX
 *	X-Gitlab-Token: SECRET            GitLab: the secret itself
 *
 * The first of these that is there decides. Comparisons take the same time
 * whatever they compare.
 */
#ifndef FOLLOW_PROOF_H
#define FOLLOW_PROOF_H

#include "base/str.h"

enum { PROOF_SECRET_MIN = 16 };

struct proof;

/* The secret is borrowed until proof_free(). */
struct proof *proof_new(str secret);
void proof_free(struct proof *proof);

/* The next piece of the body. */
void proof_add(struct proof *proof, str bytes);

/* `header` gives NULL for one that is not there. Once, at the end. */
typedef const char *proof_header_fn(const void *request, const char *name);
bool proof_accepts(struct proof *proof, proof_header_fn *header, const void *request);

#endif
