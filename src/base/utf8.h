/* UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing past U+10FFFF. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/buf.h"

struct arena;

/* Index of the first byte that is not UTF-8, or STR_NONE. */
size_t utf8_invalid_at(str s);

/* Decodes the code point at s.ptr[*at] and moves *at behind it. A wrong byte
 * gives U+FFFD and moves by one. *at must be below s.len. */
uint32_t utf8_next(str s, size_t *at);

/* Nothing is added for a number that is no code point. */
void utf8_add(struct buf *buf, uint32_t code_point);

/* Code points in s. */
size_t utf8_count(str s);

/* The text with a plain space for each no-break one, for programs that lay out lines themselves. */
str utf8_plain_spaces(struct arena *arena, str s);

/* A small letter of the Latin or the Cyrillic alphabet, up to U+045F. */
bool utf8_is_lower(uint32_t code_point);

#endif
