#include <criterion/criterion.h>

#include "follow/proof.h"

/* The secret, the body and the signature of GitHub's own documentation. */
#define SECRET    "It's a Secret to Everybody"
#define BODY      "Hello, World!"
#define SIGNATURE "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"

struct header {
	const char *name, *value;
};

static const char *one_header(const void *request, const char *name)
{
	for (const struct header *header = request; header->name; header++)
		if (strcmp(header->name, name) == 0)
			return header->value;
	return NULL;
}

static bool accepts(const char *body, const struct header *headers)
{
	struct proof *proof = proof_new(S(SECRET));
	size_t half = strlen(body) / 2;
	proof_add(proof, str_n(body, half));
	proof_add(proof, str_of(body + half));
	bool accepted = proof_accepts(proof, one_header, headers);
	proof_free(proof);
	return accepted;
}

static bool accepts_one(const char *name, const char *value)
{
	return accepts(BODY, (const struct header[]){{name, value}, {NULL, NULL}});
}

Test(follow_proof, takes_what_each_forge_sends)
{
	cr_assert(accepts_one("X-Hub-Signature-256", "sha256=" SIGNATURE));
	cr_assert(accepts_one("X-Gitea-Signature", SIGNATURE));
	cr_assert(accepts_one("X-Forgejo-Signature", SIGNATURE));
	cr_assert(accepts_one("X-Gitlab-Token", SECRET));
}

Test(follow_proof, hexadecimal_digits_may_be_capitals)
{
	char capitals[] = "sha256=" SIGNATURE;
	for (char *c = capitals + 7; *c; c++)
		*c = (char)(*c >= 'a' ? *c - 'a' + 'A' : *c);
	cr_assert(accepts_one("X-Hub-Signature-256", capitals));
}

/* Wherever the first difference is: a comparison that ends early would still say no, one
 * that looks at a part only would say yes somewhere. */
Test(follow_proof, refuses_a_change_anywhere)
{
	for (size_t i = 0; i < strlen(SIGNATURE); i++) {
		char changed[] = SIGNATURE;
		changed[i] = changed[i] == '0' ? '1' : '0';
		cr_assert_not(accepts_one("X-Gitea-Signature", changed), "digit %zu", i);
	}
	for (size_t i = 0; i < strlen(SECRET); i++) {
		char changed[] = SECRET;
		changed[i] ^= 1;
		cr_assert_not(accepts_one("X-Gitlab-Token", changed), "letter %zu", i);
	}
}

Test(follow_proof, refuses_what_is_not_whole)
{
	cr_assert_not(accepts_one("X-Hub-Signature-256", SIGNATURE));
	cr_assert_not(accepts_one("X-Hub-Signature-256", "sha1=" SIGNATURE));
	cr_assert_not(accepts_one("X-Hub-Signature-256", "sha256="));
	cr_assert_not(accepts_one("X-Gitea-Signature", SIGNATURE "00"));
	cr_assert_not(accepts_one("X-Gitea-Signature", "75"));
	cr_assert_not(accepts_one("X-Gitea-Signature", ""));
	cr_assert_not(accepts_one("X-Gitlab-Token", ""));
	cr_assert_not(accepts_one("X-Gitlab-Token", "It's"));
	cr_assert_not(accepts_one("X-Gitlab-Token", SECRET " "));
	cr_assert_not(accepts_one("X-Other", SECRET));
}

Test(follow_proof, refuses_another_body)
{
	const struct header headers[] = {
		{"X-Hub-Signature-256", "sha256=" SIGNATURE}, {NULL, NULL}};
	cr_assert(accepts(BODY, headers));
	cr_assert_not(accepts("Hello, World?", headers));
	cr_assert_not(accepts("", headers));
}

Test(follow_proof, the_first_of_the_headers_decides)
{
	cr_assert_not(accepts(BODY, (const struct header[]){{"X-Hub-Signature-256", "sha256=00"},
					    {"X-Gitlab-Token", SECRET}, {NULL, NULL}}));
}

/* A secret file that is empty by mistake opens no door. */
Test(follow_proof, nothing_proves_nothing)
{
	static const struct header none[] = {{NULL, NULL}};
	struct proof *proof = proof_new(S(""));
	proof_add(proof, S(BODY));
	cr_assert_not(proof_accepts(proof, one_header, none));
	proof_free(proof);
}
