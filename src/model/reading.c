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

void reading_begin(struct reading *reading)
{
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
