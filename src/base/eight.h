/*
 * Eight bytes looked at in one step, for walks over whole texts. A mark is the highest
 * bit of a byte; eight_first() tells the first byte with one.
 */
#ifndef BASE_EIGHT_H
#define BASE_EIGHT_H

#include <endian.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/str.h"

#define EIGHT(byte) (0x0101010101010101U * (byte))

/* The bytes at p, the first one lowest. */
static inline uint64_t eight_at(const char *p)
{
	uint64_t bytes;
	memcpy(&bytes, p, sizeof(bytes));
	return le64toh(bytes);
}

/* Marks the first byte below `least`, which is at most 0x80; marks behind it say nothing. */
static inline uint64_t eight_below(uint64_t bytes, unsigned least)
{
	return (bytes - EIGHT(least)) & ~bytes & EIGHT(0x80U);
}

/* Marks the first byte that is `c`; marks behind it say nothing. */
static inline uint64_t eight_is(uint64_t bytes, char c)
{
	return eight_below(bytes ^ EIGHT((unsigned char)c), 1);
}

/* Marks the first digit; marks behind it say nothing. */
static inline uint64_t eight_digit(uint64_t bytes)
{
	return eight_below(bytes ^ EIGHT((unsigned char)'0'), 10);
}

/* How many bytes stand before the first mark; there is one. */
static inline size_t eight_first(uint64_t marks)
{
	return (size_t)__builtin_ctzll(marks) / 8;
}

/* The next digit of a text from a place on, or the text's end. */
static inline size_t eight_next_digit(str text, size_t at)
{
	for (; at + 8 <= text.len; at += 8) {
		uint64_t digits = eight_digit(eight_at(text.ptr + at));
		if (digits)
			return at + eight_first(digits);
	}
	while (at < text.len && !(text.ptr[at] >= '0' && text.ptr[at] <= '9'))
		at++;
	return at;
}

#endif
