#include "base/spill.h"

#include <criterion/criterion.h>

#include "base/hash.h"

struct taken {
	struct buf all;
	size_t npieces;
};

static void take(void *ctx, str bytes)
{
	struct taken *taken = ctx;
	buf_add(&taken->all, bytes);
	taken->npieces++;
}

Test(spill, what_is_appended_comes_whole_and_in_pieces)
{
	struct taken taken = {.npieces = 0};
	struct spill spill;
	struct buf all;
	buf_init(&taken.all);
	buf_init(&all);
	spill_init(&spill, take, &taken);
	for (int i = 0; i < 300000; i++) {
		buf_printf(&spill.piece, "%d ", i);
		buf_printf(&all, "%d ", i);
		spill_some(&spill);
		cr_assert_lt(spill.piece.len, SPILL_PIECE);
	}
	cr_assert_eq(taken.npieces, all.len / SPILL_PIECE);
	spill_all(&spill);
	cr_assert(str_eq(buf_str(&taken.all), buf_str(&all)));
	spill_release(&spill);
	buf_release(&taken.all);
	buf_release(&all);
}

Test(spill, a_hash_of_pieces_is_that_of_the_whole)
{
	struct hashing *hashing = hashing_new();
	hashing_add(hashing, S("sazi"));
	hashing_add(hashing, S(""));
	hashing_add(hashing, S("ņa"));
	cr_assert_eq(hashing_end(hashing), hash64(S("saziņa")));
}
