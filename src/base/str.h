/*
 * A borrowed slice of bytes, passed by value. It owns nothing and need not end
 * in NUL; whoever made the bytes says how long they live. The empty slice has
 * a non-NULL pointer, so memcmp() and "%.*s" are always safe.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <string.h>

#include "base/base.h"

typedef struct str {
	const char *ptr;
	size_t len;
} str;

/* A literal as a slice, and the arguments of "%.*s". */
#define S(literal)  ((str){"" literal, sizeof(literal) - 1})
#define STR_ARGS(s) (int)(s).len, (s).ptr
/* For tables of constants, where a compound literal may not stand. */
#define STR_INIT(literal)                                                                          \
	{                                                                                          \
		"" literal, sizeof(literal) - 1                                                    \
	}

/* What stands here whole is called for each word, tag and name of a page: a call would cost
 * more than what it does. */
static inline str str_n(const char *ptr, size_t len)
{
	return len ? (str){ptr, len} : S("");
}

/* NULL gives the empty slice. */
static inline str str_of(const char *nul_terminated)
{
	return nul_terminated ? str_n(nul_terminated, strlen(nul_terminated)) : S("");
}

/* Part of s; out-of-range limits are clamped. */
static inline str str_sub(str s, size_t from, size_t to)
{
	if (to > s.len)
		to = s.len;
	return from < to ? (str){s.ptr + from, to - from} : S("");
}

static inline str str_from(str s, size_t from)
{
	return from < s.len ? (str){s.ptr + from, s.len - from} : S("");
}

/* Most names of one length differ in their first byte. */
static inline bool str_eq(str a, str b)
{
	return a.len == b.len &&
	       (a.len == 0 || (a.ptr[0] == b.ptr[0] && memcmp(a.ptr, b.ptr, a.len) == 0));
}

bool str_eq_nocase(str a, str b); /* ASCII letters only */
int str_cmp(str a, str b);        /* by bytes, as memcmp() */
static inline bool str_starts(str s, str prefix)
{
	return s.len >= prefix.len && str_eq((str){s.ptr, prefix.len}, prefix);
}

bool str_ends(str s, str suffix);
static inline bool str_is_empty(str s)
{
	return s.len == 0;
}

/* Without leading and trailing spaces, tabs, CR and LF. */
str str_trim(str s);

/* Index of the first/last occurrence, or STR_NONE. */
#define STR_NONE SIZE_MAX
size_t str_find(str s, str what);
size_t str_find_char(str s, char c);
size_t str_rfind_char(str s, char c);

/* How often the character stands in it. */
size_t str_count(str s, char c);

/*
 * Cuts the next part off *rest at `sep`. False when *rest was used up; an
 * empty input gives one empty part, as does a trailing separator.
 *
 *	for (str part, rest = line; str_cut(&rest, ',', &part);)
 */
bool str_cut(str *rest, char sep, str *part);

/* A decimal integer that fills the whole slice: no sign but '-', no overflow. */
bool str_to_int(str s, int64_t *out);

/* How many edits (insert, delete, change, swap neighbours) make a into b; at
 * most `limit` + 1. For "did you mean". */
unsigned str_distance(str a, str b, unsigned limit);

/* The candidate nearest to `wanted`, or an empty slice if none is near. */
str str_nearest(str wanted, const str *candidates, size_t ncandidates);

#endif
