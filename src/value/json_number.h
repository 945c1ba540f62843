/* The form of JSON's numbers (RFC 8259, section 6), and what else people write in their place. */
#ifndef VALUE_JSON_NUMBER_H
#define VALUE_JSON_NUMBER_H

#include "base/str.h"

bool json_number_is(str run);

/* What to do about a run of signs that is none, to be translated; `run` is not empty. */
const char *json_number_hint(str run);

#endif
