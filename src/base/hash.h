/*
 * Three hashes, each for one thing. hash64() spreads keys in tables of this
 * process and fingerprints contents between builds (XXH3: fast, not for
 * secrets). hash_hex() names assets and marks the original of a translation
 * (SHA-256, RFC 6234, cut). hash_uuid5() makes stable ids for open data
 * (RFC 4122, section 4.3).
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/arena.h"

uint64_t hash64(str s);
/* hash64() of bytes that come in pieces. */
struct hashing;
struct hashing *hashing_new(void);
void hashing_add(struct hashing *hashing, str s);
uint64_t hashing_end(struct hashing *hashing); /* and frees it */

/* Folds one more thing into a running fingerprint; order counts. */
uint64_t hash64_mix(uint64_t running, str s);

/* The first `ndigits` (at most 64) hexadecimal digits of SHA-256. */
str hash_hex(struct arena *arena, str s, size_t ndigits);

/* The version-5 UUID of `name` in the namespace of tilts' open data. */
str hash_uuid5(struct arena *arena, str name);

#endif
