#include "base/utf8.h"

#include <string.h>

#include "base/arena.h"
#include "base/sixteen.h"

/* A letter of two bytes: nearly all that is no ASCII here, Latvian and Russian. */
static inline bool is_pair(const unsigned char *s, size_t len)
{
	return s[0] >= 0xc2 && s[0] < 0xe0 && len > 1 && (s[1] & 0xc0) == 0x80;
}

/* The length of the valid sequence at s, or 0; sets *code_point. */
static size_t decode(const unsigned char *s, size_t len, uint32_t *code_point)
{
	static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
	if (is_pair(s, len)) {
		*code_point = (uint32_t)(s[0] & 0x1f) << 6 | (s[1] & 0x3f);
		return 2;
	}
	size_t n = s[0] < 0x80   ? 1
		   : s[0] < 0xc2 ? 0
		   : s[0] < 0xe0 ? 2
		   : s[0] < 0xf0 ? 3
		   : s[0] < 0xf5 ? 4
				 : 0;
	if (n == 0 || n > len)
		return 0;
	uint32_t c = n == 1 ? s[0] : s[0] & (0xffu >> (n + 1));
	for (size_t i = 1; i < n; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (s[i] & 0x3f);
	}
	if (c < least[n] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return 0;
	*code_point = c;
	return n;
}

/* The bytes from `at` - `back` on; around the text stand zeros. */
static inline sixteen bytes_of(str s, size_t at, size_t back)
{
	char bytes[sizeof(sixteen)] = {0};
	size_t skip = at < back ? back - at : 0, from = at + skip - back;
	str part = str_sub(s, from, from + sizeof(bytes) - skip);
	memcpy(bytes + skip, part.ptr, part.len);
	return sixteen_at(bytes);
}

/*
 * Marks each byte that does not fit to the two before it. One that goes on stands behind a lead of
 * two bytes or more, or two behind one of three, and nowhere else. Leads of four, and E0 and ED,
 * which not every byte may follow, are marked as well: no language of a portal has them.
 */
static inline sixteen marks_of(sixteen byte, sixteen before, sixteen before_that)
{
	sixteen goes_on = (sixteen)((byte & 0xc0) == 0x80);
	sixteen has_to = (sixteen)((before >= 0xc0) | (before_that >= 0xe0));
	return (goes_on ^ has_to) | (sixteen)((byte == 0xc0) | (byte == 0xc1) | (byte == 0xe0) |
					      (byte == 0xed) | (byte >= 0xf0));
}

/* Is it valid at first sight? A no means nothing. The first and the last bytes have none before or
 * behind them. */
static bool seems_valid(str s)
{
	const size_t size = sizeof(sixteen);
	sixteen marks = marks_of(bytes_of(s, 0, 0), bytes_of(s, 0, 1), bytes_of(s, 0, 2));
	size_t at = size;
	for (; at + size <= s.len; at += size) {
		const char *p = s.ptr + at;
		marks |= marks_of(sixteen_at(p), sixteen_at(p - 1), sixteen_at(p - 2));
	}
	for (; at < s.len + 2; at += size)
		marks |= marks_of(bytes_of(s, at, 0), bytes_of(s, at, 1), bytes_of(s, at, 2));
	return !sixteen_any(marks);
}

size_t utf8_invalid_at(str s)
{
	const unsigned char *bytes = (const unsigned char *)s.ptr;
	uint32_t c;
	if (seems_valid(s))
		return STR_NONE;
	for (size_t i = 0, n; i < s.len; i += n) {
		n = decode(bytes + i, s.len - i, &c);
		if (n == 0)
			return i;
	}
	return STR_NONE;
}

uint32_t utf8_next(str s, size_t *at)
{
	uint32_t c = 0xfffd;
	if ((unsigned char)s.ptr[*at] < 0x80)
		return (unsigned char)s.ptr[(*at)++];
	size_t n = decode((const unsigned char *)s.ptr + *at, s.len - *at, &c);
	*at += n ? n : 1;
	return c;
}

void utf8_add(struct buf *buf, uint32_t c)
{
	char out[4];
	if (c < 0x80) {
		buf_add_char(buf, (char)c);
	} else if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		buf_add(buf, str_n(out, 2));
	} else if (c < 0x10000 && (c < 0xd800 || c > 0xdfff)) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3f));
		out[2] = (char)(0x80 | (c & 0x3f));
		buf_add(buf, str_n(out, 3));
	} else if (c >= 0x10000 && c <= 0x10ffff) {
		out[0] = (char)(0xf0 | c >> 18);
		out[1] = (char)(0x80 | (c >> 12 & 0x3f));
		out[2] = (char)(0x80 | (c >> 6 & 0x3f));
		out[3] = (char)(0x80 | (c & 0x3f));
		buf_add(buf, str_n(out, 4));
	}
}

size_t utf8_count(str s)
{
	size_t count = 0;
	for (size_t i = 0; i < s.len; count++)
		utf8_next(s, &i);
	return count;
}

str utf8_plain_spaces(struct arena *arena, str s)
{
	const str unbroken = S("\u00a0");
	if (str_find(s, unbroken) == STR_NONE)
		return s;
	char *out = arena_alloc(arena, s.len);
	size_t len = 0;
	for (size_t i = 0; i < s.len; i++) {
		bool wide = str_starts(str_from(s, i), unbroken);
		out[len++] = wide ? ' ' : s.ptr[i];
		i += wide ? unbroken.len - 1 : 0;
	}
	return str_n(out, len);
}

bool utf8_is_lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z';
	if (c < 0x100)
		return c >= 0xdf && c != 0xf7;
	/* Latin Extended-A: pairs, the capital first; two runs of them begin at an odd number. */
	if (c < 0x180)
		return ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e)) == (c % 2 == 0);
	return c >= 0x430 && c <= 0x45f;
}
