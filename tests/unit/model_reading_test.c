/* What a file is made from, and parts of it, against sets that are kept the simple way. */
#include <criterion/criterion.h>

#include "model/reading.h"

#define NINPUTS   12
#define DEPTH_MAX 3

static struct arena arena;
static struct input_numbers numbers;
static struct reading reading;

static void set_up(void)
{
	arena_init(&arena);
	numbers = (struct input_numbers){0};
	for (size_t k = 1; k <= INPUT_KINDS; k++)
		numbers.first[k] = NINPUTS;
	reading_init(&reading, &numbers);
}

static void tear_down(void)
{
	reading_end();
	reading_release(&reading);
	arena_release(&arena);
}

TestSuite(model_reading, .init = set_up, .fini = tear_down);

static uint32_t state = 1;
static uint32_t chance(uint32_t n)
{
	state = state * 1103515245 + 12345;
	return (state >> 16) % n;
}

/* Each of these and no other, each once; but once more for each part within that may read it too.
 */
static void expect_inputs(const uint32_t *inputs, size_t n, const bool *wanted, size_t nparts)
{
	unsigned times[NINPUTS] = {0};
	for (size_t i = 0; i < n; i++)
		times[inputs[i]]++;
	for (size_t i = 0; i < NINPUTS; i++)
		cr_assert(wanted[i] ? times[i] >= 1 && times[i] <= 1 + nparts : !times[i],
			"input %zu: %u times", i, times[i]);
}

struct kept {
	struct reading_part part;
	bool inputs[NINPUTS];
};

static struct kept kept[3000];
static size_t nkept;

static void add_all(bool *to, const bool *from)
{
	for (size_t i = 0; i < NINPUTS; i++)
		to[i] |= from[i];
}

/* Inputs, parts in which this happens again, and parts of before. Gives how many were begun. */
static size_t read_some(bool *inputs, unsigned depth)
{
	size_t nbegun = 0;
	for (uint32_t n = chance(6); n > 0; n--) {
		uint32_t what = chance(4), input = chance(NINPUTS);
		if (what == 0 && depth < DEPTH_MAX) {
			struct kept *inner = &kept[nkept++];
			struct reading_mark mark = reading_part_begin();
			memset(inner->inputs, 0, sizeof(inner->inputs));
			size_t nwithin = read_some(inner->inputs, depth + 1);
			inner->part = reading_part_end(mark, &arena);
			cr_assert(inner->part.is_noted);
			expect_inputs(inner->part.inputs, inner->part.n, inner->inputs, nwithin);
			nbegun += 1 + nwithin;
			add_all(inputs, inner->inputs);
		} else if (what == 1 && nkept && depth == 0) {
			const struct kept *part = &kept[chance((uint32_t)nkept)];
			cr_assert(reading_add_part(&part->part));
			add_all(inputs, part->inputs);
		} else {
			reading_add(INPUT_TEXTS, input);
			inputs[input] = true;
		}
	}
	return nbegun;
}

Test(model_reading, a_file_has_what_it_read_once_and_so_has_each_part)
{
	for (size_t file = 0; file < 1000 && nkept + 100 < ARRAY_LEN(kept); file++) {
		bool inputs[NINPUTS] = {false};
		reading_begin(&reading, false);
		read_some(inputs, 0);
		expect_inputs(reading.inputs.items, reading.inputs.len, inputs, 0);
		reading_end();
	}
	cr_assert_gt(nkept, 300);
}

Test(model_reading, a_part_of_which_nothing_was_noted_is_not_taken_where_something_is)
{
	struct reading_part part = reading_part_end(reading_part_begin(), &arena);
	cr_assert_not(part.is_noted);
	cr_assert(reading_add_part(&part));
	reading_begin(&reading, false);
	cr_assert_not(reading_add_part(&part));
}
