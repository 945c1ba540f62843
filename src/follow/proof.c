#include "follow/proof.h"

#include <nettle/hmac.h>
#include <nettle/memops.h>

#include "base/ascii.h"

struct proof {
	struct hmac_sha256_ctx hmac;
	str secret;
};

static const uint8_t *octets(str s)
{
	return (const uint8_t *)s.ptr;
}

struct proof *proof_new(str secret)
{
	struct proof *proof = xcalloc(1, sizeof(*proof));
	proof->secret = secret;
	hmac_sha256_set_key(&proof->hmac, secret.len, octets(secret));
	return proof;
}

void proof_free(struct proof *proof)
{
	explicit_bzero(proof, sizeof(*proof));
	free(proof);
}

void proof_add(struct proof *proof, str bytes)
{
	hmac_sha256_update(&proof->hmac, bytes.len, octets(bytes));
}

/* In capitals or not; false unless it is a whole signature. */
static bool read_signature(str text, uint8_t out[SHA256_DIGEST_SIZE])
{
	if (text.len != 2 * SHA256_DIGEST_SIZE)
		return false;
	for (size_t i = 0; i < SHA256_DIGEST_SIZE; i++) {
		int high = ascii_hex(text.ptr[2 * i]);
		int low = ascii_hex(text.ptr[2 * i + 1]);
		if (high < 0 || low < 0)
			return false;
		out[i] = (uint8_t)(high << 4 | low);
	}
	return true;
}

static bool is_signed(struct proof *proof, str text)
{
	uint8_t given[SHA256_DIGEST_SIZE], right[SHA256_DIGEST_SIZE];
	hmac_sha256_digest(&proof->hmac, sizeof(right), right);
	return read_signature(text, given) && memeql_sec(given, right, sizeof(right));
}

/* Both are hashed first, so that not even the length of the secret shows. */
static bool is_secret(const struct proof *proof, str text)
{
	struct sha256_ctx hash;
	uint8_t given[SHA256_DIGEST_SIZE], right[SHA256_DIGEST_SIZE];
	sha256_init(&hash);
	sha256_update(&hash, text.len, octets(text));
	sha256_digest(&hash, sizeof(given), given);
	sha256_update(&hash, proof->secret.len, octets(proof->secret));
	sha256_digest(&hash, sizeof(right), right);
	return memeql_sec(given, right, sizeof(right));
}

bool proof_accepts(struct proof *proof, proof_header_fn *header, const void *request)
{
	static const char *const bare[] = {"X-Gitea-Signature", "X-Forgejo-Signature"};
	const str prefix = S("sha256=");
	str value = str_of(header(request, "X-Hub-Signature-256"));
	if (value.len)
		return str_starts(value, prefix) && is_signed(proof, str_from(value, prefix.len));
	for (size_t i = 0; i < ARRAY_LEN(bare); i++) {
		value = str_of(header(request, bare[i]));
		if (value.len)
			return is_signed(proof, value);
	}
	value = str_of(header(request, "X-Gitlab-Token"));
	return value.len && is_secret(proof, value);
}
