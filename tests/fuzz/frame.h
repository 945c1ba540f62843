/*
 * What the fuzzers share. Each is one file with one fuzz_input(), which is given any
 * bytes and ends the program by BUG() when something does not hold. The frame makes
 * arena and diagnostics, and looks at the places of those that were said.
 */
#ifndef FUZZ_FRAME_H
#define FUZZ_FRAME_H

#include "base/arena.h"
#include "base/base.h"
#include "diag/diag.h"
#include "value/value.h"

/* The fuzzer's own: `text` is the input, borrowed. */
void fuzz_input(str text, struct arena *arena, struct diags *diags);

/* What fuzz_input() may ask for. */
void fuzz_check_span(struct span span, struct span within);
/* The place of a value and of all that is in it. */
void fuzz_check_value(struct value value, struct span within);
/* A text of a calendar or a card without its escapes (RFC 5545, 3.3.11; RFC 6350, 3.4). */
str fuzz_unescape(str text, struct arena *arena);
/* What either can say of a text: no control characters but the ends of lines; a tab is a space. */
str fuzz_sayable(str text, struct arena *arena);

#endif
