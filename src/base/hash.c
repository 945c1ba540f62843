#include "base/hash.h"

#include <nettle/sha1.h>
#include <nettle/sha2.h>
#include <string.h>
#include <xxhash.h>

uint64_t hash64(str s)
{
	return XXH3_64bits(s.ptr, s.len);
}

struct hashing *hashing_new(void)
{
	XXH3_state_t *state = XXH3_createState();
	if (!state)
		die("out of memory");
	XXH3_64bits_reset(state);
	return (struct hashing *)state;
}

void hashing_add(struct hashing *hashing, str s)
{
	XXH3_64bits_update((XXH3_state_t *)hashing, s.ptr, s.len);
}

uint64_t hashing_end(struct hashing *hashing)
{
	uint64_t hash = XXH3_64bits_digest((XXH3_state_t *)hashing);
	XXH3_freeState((XXH3_state_t *)hashing);
	return hash;
}

uint64_t hash64_mix(uint64_t running, str s)
{
	return XXH3_64bits_withSeed(s.ptr, s.len, running * 31 + s.len);
}

static void put_hex(char *out, const uint8_t *bytes, size_t nbytes)
{
	static const char digits[] = "0123456789abcdef";
	for (size_t i = 0; i < nbytes; i++) {
		out[2 * i] = digits[bytes[i] >> 4];
		out[2 * i + 1] = digits[bytes[i] & 15];
	}
}

str hash_hex(struct arena *arena, str s, size_t ndigits)
{
	struct sha256_ctx ctx;
	uint8_t digest[SHA256_DIGEST_SIZE];
	char hex[2 * SHA256_DIGEST_SIZE];
	sha256_init(&ctx);
	sha256_update(&ctx, s.len, (const uint8_t *)s.ptr);
	sha256_digest(&ctx, sizeof(digest), digest);
	put_hex(hex, digest, sizeof(digest));
	return arena_str(arena, str_sub(str_n(hex, sizeof(hex)), 0, ndigits));
}

/* uuid5(NAMESPACE_URL, "https://tilts.example/"): fixed for all time, since
 * every published id hangs on it. */
static const uint8_t namespace_uuid[16] = {0x5b, 0x1c, 0x1f, 0x3e, 0x0e, 0x0d, 0x5e, 0x6a, 0x9a,
	0x33, 0x3c, 0x3b, 0x53, 0x5e, 0x2a, 0x41};

/* 8-4-4-4-12 digits. */
static void put_groups(char text[36], const char hex[32])
{
	for (size_t i = 0; i < 32; i++) {
		if (i >= 8 && i <= 20 && i % 4 == 0)
			*text++ = '-';
		*text++ = hex[i];
	}
}

str hash_uuid5(struct arena *arena, str name)
{
	struct sha1_ctx ctx;
	uint8_t digest[SHA1_DIGEST_SIZE];
	char hex[32], text[36];
	sha1_init(&ctx);
	sha1_update(&ctx, sizeof(namespace_uuid), namespace_uuid);
	sha1_update(&ctx, name.len, (const uint8_t *)name.ptr);
	sha1_digest(&ctx, sizeof(digest), digest);
	digest[6] = (uint8_t)((digest[6] & 0x0f) | 0x50);
	digest[8] = (uint8_t)((digest[8] & 0x3f) | 0x80);
	put_hex(hex, digest, 16);
	put_groups(text, hex);
	return arena_str(arena, str_n(text, sizeof(text)));
}
