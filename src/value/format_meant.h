/* What people write who know no format: a day as 31.12.2026, a phone with dots. */
#ifndef VALUE_FORMAT_MEANT_H
#define VALUE_FORMAT_MEANT_H

#include "value/format.h"

/* The same in the format, when nobody can doubt it; else "". */
str format_meant(enum format format, str text, struct arena *arena);

#endif
