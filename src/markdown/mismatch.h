/* Links whose words are an address or a number, and lead to another one. */
#ifndef MARKDOWN_MISMATCH_H
#define MARKDOWN_MISMATCH_H

#include "base/str.h"

/* "[116 123](tel:116111)", "[www.a.lv](https://b.lv)", "[info@a.lv](mailto:info@b.lv)" */
bool mismatch_is(str words, str url);

#endif
