#include "search/lexicon.h"

#include <stdlib.h>

#include "base/hash.h"

void lexicon_release(struct lexicon *lexicon)
{
	map_release(&lexicon->numbers);
	VEC_FREE(&lexicon->forms);
	VEC_FREE(&lexicon->hashes);
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
	VEC_PUSH(&lexicon->hashes, hash64(form));
	map_put(&lexicon->numbers, form, (void *)(uintptr_t)lexicon->forms.len);
	return (uint32_t)lexicon->forms.len - 1;
}
