#include "search/lexicon.h"

#include <stdlib.h>

#include "sys/lock.h"

void lexicon_release(struct lexicon *lexicon)
{
	map_release(&lexicon->numbers);
	VEC_FREE(&lexicon->forms);
}

uint32_t lexicon_find(const struct lexicon *lexicon, str form)
{
	return (uint32_t)(uintptr_t)map_get(&lexicon->numbers, form);
}

uint32_t lexicon_add(struct lexicon *lexicon, str form)
{
	uint32_t found = lexicon_find(lexicon, form);
	if (found)
		return found - 1;
	VEC_PUSH(&lexicon->forms, form);
	map_put(&lexicon->numbers, form, (void *)(uintptr_t)lexicon->forms.len);
	return (uint32_t)lexicon->forms.len - 1;
}

uint32_t lexicon_share(struct lexicon *lexicon, str form)
{
	lock_take(LOCK_WORDS);
	uint32_t number = lexicon_add(lexicon, form);
	lock_drop(LOCK_WORDS);
	return number;
}
