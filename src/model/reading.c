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
	VEC_FREE(&reading->again);
}

void reading_begin(struct reading *reading, bool by_language)
{
	reading->by_language = by_language;
	reading->file = reading->since = ++reading->now;
	reading->inputs.len = reading->again.len = 0;
	reading_at_hand = reading;
}

void reading_end(void)
{
	reading_at_hand = NULL;
}

struct reading *reading_pause(void)
{
	struct reading *paused = reading_at_hand;
	reading_at_hand = NULL;
	return paused;
}

void reading_resume(struct reading *paused)
{
	reading_at_hand = paused;
}

static void add(struct reading *reading, uint32_t input)
{
	uint32_t before = reading->seen[input];
	if (before >= reading->since)
		return;
	reading->seen[input] = reading->now;
	if (before < reading->file)
		VEC_PUSH(&reading->inputs, input);
	else
		VEC_PUSH(&reading->again, input);
}

void reading_add(enum input_kind kind, size_t n)
{
	struct reading *reading = reading_at_hand;
	add(reading, reading->numbers->first[kind] + (uint32_t)n);
}

struct reading_mark reading_part_begin(void)
{
	struct reading *reading = reading_at_hand;
	if (!reading)
		return (struct reading_mark){0};
	struct reading_mark mark = {reading->since, reading->inputs.len, reading->again.len};
	reading->since = ++reading->now;
	return mark;
}

struct reading_part reading_part_end(struct reading_mark begin, struct arena *arena)
{
	struct reading *reading = reading_at_hand;
	if (!reading)
		return (struct reading_part){.is_noted = false};
	size_t nnew = reading->inputs.len - begin.ninputs;
	size_t nagain = reading->again.len - begin.nagain;
	uint32_t *inputs = ARENA_ARRAY(arena, uint32_t, nnew + nagain);
	for (size_t i = 0; i < nnew; i++)
		inputs[i] = reading->inputs.items[begin.ninputs + i];
	for (size_t i = 0; i < nagain; i++)
		inputs[nnew + i] = reading->again.items[begin.nagain + i];
	reading->since = begin.since;
	return (struct reading_part){true, inputs, nnew + nagain};
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
