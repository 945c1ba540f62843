#include "search/near.h"

#include "base/utf8.h"
#include "locale/fold.h"

struct letters {
	uint32_t at[FOLD_WORD_MAX];
	size_t n;
};

static void take_letters(struct letters *letters, str word)
{
	letters->n = 0;
	for (size_t i = 0; i < word.len && letters->n < FOLD_WORD_MAX;)
		letters->at[letters->n++] = utf8_next(word, &i);
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* One row of the table of optimal string alignment; rows[0] is the newest but one. */
static void fill_row(unsigned rows[3][FOLD_WORD_MAX + 1], const struct letters *a,
	const struct letters *b, size_t i)
{
	rows[2][0] = (unsigned)i;
	for (size_t j = 1; j <= b->n; j++) {
		bool same = a->at[i - 1] == b->at[j - 1];
		rows[2][j] = least(least(rows[1][j], rows[2][j - 1]) + 1, rows[1][j - 1] + !same);
		if (i > 1 && j > 1 && a->at[i - 1] == b->at[j - 2] && a->at[i - 2] == b->at[j - 1])
			rows[2][j] = least(rows[2][j], rows[0][j - 2] + 1);
	}
}

unsigned near_distance(str word, str other, unsigned limit)
{
	struct letters a, b;
	unsigned rows[3][FOLD_WORD_MAX + 1];
	take_letters(&a, word);
	take_letters(&b, other);
	if (a.n > b.n + limit || b.n > a.n + limit)
		return limit + 1;
	for (size_t j = 0; j <= b.n; j++)
		rows[1][j] = (unsigned)j;
	memcpy(rows[0], rows[1], sizeof(rows[0]));
	for (size_t i = 1; i <= a.n; i++) {
		fill_row(rows, &a, &b, i);
		memcpy(rows[0], rows[1], sizeof(rows[0]));
		memcpy(rows[1], rows[2], sizeof(rows[1]));
	}
	return least(rows[1][b.n], limit + 1);
}
