/*
 * Sixteen bytes looked at in one step and without jumps, for texts in which no branch is foreseen
 * and most have nothing of what is looked for.
 */
#ifndef BASE_SIXTEEN_H
#define BASE_SIXTEEN_H

#include <endian.h>
#include <string.h>

#include "base/str.h"

typedef unsigned char sixteen __attribute__((vector_size(16)));

static inline sixteen sixteen_at(const char *p)
{
	sixteen bytes;
	memcpy(&bytes, p, sizeof(bytes));
	return bytes;
}

static inline sixteen sixteen_is(sixteen bytes, char c)
{
	return (sixteen)(bytes == (unsigned char)c);
}

static inline sixteen sixteen_below(sixteen bytes, unsigned char least)
{
	return (sixteen)(bytes < least);
}

/* ASCII letters and digits. */
static inline sixteen sixteen_alnum(sixteen bytes)
{
	sixteen letter = (bytes | 0x20) - 'a', digit = bytes - '0';
	return (sixteen)((letter < 26) | (digit < 10));
}

/* A bit for each byte that is marked, the first one lowest. */
static inline uint32_t sixteen_bits(sixteen marks)
{
#ifdef __SSE2__
	typedef char signs __attribute__((vector_size(16)));
	return (uint32_t)__builtin_ia32_pmovmskb128((signs)marks);
#else
	uint64_t half[2];
	memcpy(half, &marks, sizeof(half));
	for (size_t i = 0; i < 2; i++)
		half[i] =
			((le64toh(half[i]) >> 7 & 0x0101010101010101U) * 0x0102040810204080U) >> 56;
	return (uint32_t)(half[0] | half[1] << 8);
#endif
}

/* All bytes of a text of 1 to 15, most of them twice; only whether one is there can be asked. */
static inline sixteen sixteen_of_few(str s)
{
	char bytes[sizeof(sixteen)];
	if (s.len >= 8) {
		memcpy(bytes, s.ptr, 8);
		memcpy(bytes + 8, s.ptr + s.len - 8, 8);
	} else if (s.len >= 4) {
		memcpy(bytes, s.ptr, 4);
		memcpy(bytes + 4, s.ptr + s.len - 4, 4);
		memcpy(bytes + 8, bytes, 8);
	} else {
		memset(bytes, s.ptr[0], sizeof(bytes));
		bytes[1] = s.ptr[s.len / 2];
		bytes[2] = s.ptr[s.len - 1];
	}
	return sixteen_at(bytes);
}

static inline bool sixteen_any(sixteen marks)
{
	uint64_t halves[2];
	memcpy(halves, &marks, sizeof(halves));
	return (halves[0] | halves[1]) != 0;
}

/* Does `marks` mark a byte of the text? */
static inline bool sixteen_search(str s, sixteen (*marks)(sixteen bytes))
{
	sixteen found = {0};
	if (s.len == 0)
		return false;
	if (s.len < sizeof(sixteen))
		return sixteen_any(marks(sixteen_of_few(s)));
	for (size_t at = 0; at + sizeof(sixteen) <= s.len; at += sizeof(sixteen))
		found |= marks(sixteen_at(s.ptr + at));
	return sixteen_any(found | marks(sixteen_at(s.ptr + s.len - sizeof(sixteen))));
}

/* Where the next byte that `marks` marks stands from a place on, or the text's end. */
static inline size_t sixteen_find(str s, size_t from, sixteen (*marks)(sixteen bytes))
{
	char last[sizeof(sixteen)] = {0};
	uint32_t found = 0;
	for (; from + sizeof(sixteen) <= s.len; from += sizeof(sixteen))
		if ((found = sixteen_bits(marks(sixteen_at(s.ptr + from)))))
			return from + (size_t)__builtin_ctz(found);
	if (from >= s.len)
		return s.len;
	memcpy(last, s.ptr + from, s.len - from);
	found = sixteen_bits(marks(sixteen_at(last)));
	size_t at = found ? from + (size_t)__builtin_ctz(found) : s.len;
	return at < s.len ? at : s.len;
}

static inline sixteen sixteen_digit(sixteen bytes)
{
	return sixteen_below(bytes - '0', 10);
}

#endif
