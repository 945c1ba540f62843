#include "model/reading.h"

#include <stdlib.h>

_Thread_local struct reading *reading_at_hand;

void reading_init(struct reading *reading, const struct input_numbers *numbers)
{
	*reading = (struct reading){.numbers = numbers};
	reading->seen = xcalloc(numbers->first[INPUT_KINDS] + 1, sizeof(*reading->seen));
}

void reading_release(struct reading *reading)
{
	free(reading->seen);
	VEC_FREE(&reading->inputs);
}

void reading_begin(struct reading *reading, bool by_language)
{
	reading->by_language = by_language;
	reading->file++;
	reading->inputs.len = 0;
	reading_at_hand = reading;
}

void reading_end(void)
{
	reading_at_hand = NULL;
}

static void add(struct reading *reading, uint32_t input)
{
	if (reading->seen[input] == reading->file)
		return;
	reading->seen[input] = reading->file;
	VEC_PUSH(&reading->inputs, input);
}

void reading_add(enum input_kind kind, size_t n)
{
	struct reading *reading = reading_at_hand;
	add(reading, reading->numbers->first[kind] + (uint32_t)n);
}

size_t reading_part_begin(void)
{
	struct reading *reading = reading_at_hand;
	if (!reading)
		return 0;
	reading->file++; /* so that inputs of before are noted once more */
	reading->depth++;
	return reading->inputs.len;
}

static void note_each_once(struct reading *reading)
{
	size_t n = reading->inputs.len;
	reading->file++;
	reading->inputs.len = 0;
	for (size_t i = 0; i < n; i++) {
		uint32_t input = reading->inputs.items[i];
		if (reading->seen[input] != reading->file)
			reading->inputs.items[reading->inputs.len++] = input;
		reading->seen[input] = reading->file;
	}
}

struct reading_part reading_part_end(size_t begin, struct arena *arena)
{
	struct reading *reading = reading_at_hand;
	if (!reading)
		return (struct reading_part){.is_noted = false};
	size_t n = reading->inputs.len - begin;
	uint32_t *inputs = ARENA_ARRAY(arena, uint32_t, n);
	for (size_t i = 0; i < n; i++)
		inputs[i] = reading->inputs.items[begin + i];
	if (--reading->depth == 0)
		note_each_once(reading);
	return (struct reading_part){true, inputs, n};
}

bool reading_add_part(const struct reading_part *part)
{
	struct reading *reading = reading_at_hand;
	for (size_t i = 0; reading && i < part->n; i++)
		add(reading, part->inputs[i]);
	return part->is_noted || !reading;
}

void reading_note_text(uint32_t source, uint32_t language)
{
	const struct reading *reading = reading_at_hand;
	if (!reading || !reading->by_language || source >= reading->numbers->nsources)
		return;
	uint32_t record = reading->numbers->record_of[source];
	if (record)
		reading_add(INPUT_SPOKEN, (record - 1) * reading->numbers->nlanguages + language);
}
