/*
 * What front matter says of days and in its texts, and what is of the whole site: whom readers
 * can tell, what says the same twice. Looks at the frozen site alone; one thread.
 */
#ifndef CHECK_PAGES_H
#define CHECK_PAGES_H

#include "model/site.h"

/* With `strict_dates` an overdue fact is an error. */
void pages_check(const struct site *site, bool strict_dates, struct diags *diags);

#endif
