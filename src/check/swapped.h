/* Two languages, each of which has the pages of the other. */
#ifndef CHECK_SWAPPED_H
#define CHECK_SWAPPED_H

#include "diag/diag.h"
#include "model/page.h"

/* Looks at pages as they were read, before anything is made of them: of a swapped language each
 * page, each translation and each text would be reported. False: reported. */
bool swapped_check(
	const struct config *config, struct page *const *pages, size_t n, struct diags *diags);

#endif
