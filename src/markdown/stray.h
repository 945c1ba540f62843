/* Signs in a text that stand beside what they belong to: "info @example.lv", "htps://…",
 * "__word_". What they mean is known only from the signs before them. */
#ifndef MARKDOWN_STRAY_H
#define MARKDOWN_STRAY_H

#include "base/str.h"

/* The part of `text` around its sign at `at` that is an e-mail address but for its end:
 * "info@example". It may be none at all. */
str stray_host(str text, size_t at);

/* The part of `text` around its sign at `at` that is no e-mail address and looks like one. */
str stray_mail(str text, size_t at);

/* The same of a web address, around the first of its two slashes. */
str stray_web(str text, size_t at);

/* A '_' or two at one end of a word: what was to be emphasis has no other end. */
str stray_underscores(str text, size_t at);

/* "[1]", pasted with a text that had notes. */
str stray_note(str text, size_t at);

#endif
