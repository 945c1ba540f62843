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

void reading_add(enum input_kind kind, size_t n)
{
	struct reading *reading = reading_at_hand;
	uint32_t input = reading->numbers->first[kind] + (uint32_t)n;
	if (reading->seen[input] == reading->file)
		return;
	reading->seen[input] = reading->file;
	VEC_PUSH(&reading->inputs, input);
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
