#include "base/str.h"

#include <string.h>

/* A zeroed slice is an empty one, and has no pointer to give to memcmp(). */
static int compare(const char *a, const char *b, size_t len)
{
	return len ? memcmp(a, b, len) : 0;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool str_eq_nocase(str a, str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (lower(a.ptr[i]) != lower(b.ptr[i]))
			return false;
	return true;
}

int str_cmp(str a, str b)
{
	int order = compare(a.ptr, b.ptr, a.len < b.len ? a.len : b.len);
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_ends(str s, str suffix)
{
	return s.len >= suffix.len && str_eq(str_from(s, s.len - suffix.len), suffix);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

str str_trim(str s)
{
	while (s.len && is_blank(s.ptr[0]))
		s = str_from(s, 1);
	while (s.len && is_blank(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

/* Most that is looked for begins with a byte that most texts lack, and memchr() passes
 * by 32 bytes at a time; memmem() looks at each. Longer ones would take too long where
 * every byte begins them. */
#define SHORT_MAX 8

static size_t find_short(str s, str what)
{
	for (size_t at = 0; what.len <= s.len - at;) {
		const char *hit = memchr(s.ptr + at, what.ptr[0], s.len - at - what.len + 1);
		if (!hit)
			return STR_NONE;
		at = (size_t)(hit - s.ptr);
		if (memcmp(hit, what.ptr, what.len) == 0)
			return at;
		at++;
	}
	return STR_NONE;
}

size_t str_find(str s, str what)
{
	if (what.len > 0 && what.len <= SHORT_MAX)
		return find_short(s, what);
	const char *hit = s.len ? memmem(s.ptr, s.len, what.ptr, what.len) : NULL;
	return hit ? (size_t)(hit - s.ptr) : STR_NONE;
}

size_t str_find_char(str s, char c)
{
	const char *hit = s.len ? memchr(s.ptr, c, s.len) : NULL;
	return hit ? (size_t)(hit - s.ptr) : STR_NONE;
}

size_t str_count(str s, char c)
{
	size_t count = 0;
	for (size_t i = 0; i < s.len; i++)
		count += s.ptr[i] == c;
	return count;
}

size_t str_rfind_char(str s, char c)
{
	const char *hit = s.len ? memrchr(s.ptr, c, s.len) : NULL;
	return hit ? (size_t)(hit - s.ptr) : STR_NONE;
}

bool str_cut(str *rest, char sep, str *part)
{
	if (!rest->ptr)
		return false;
	size_t at = str_find_char(*rest, sep);
	if (at == STR_NONE) {
		*part = *rest;
		*rest = (str){NULL, 0};
		return true;
	}
	*part = str_sub(*rest, 0, at);
	*rest = (str){rest->ptr + at + 1, rest->len - at - 1};
	return true;
}

bool str_to_int(str s, int64_t *out)
{
	bool negative = s.len > 0 && s.ptr[0] == '-';
	int64_t n = 0;
	if (s.len == (size_t)negative)
		return false;
	for (size_t i = negative; i < s.len; i++) {
		int digit = s.ptr[i] - '0';
		if (digit < 0 || digit > 9 || n < (INT64_MIN + digit) / 10)
			return false;
		n = n * 10 - digit;
	}
	if (!negative && n == INT64_MIN)
		return false;
	*out = negative ? n : -n;
	return true;
}

/* Longer names are never typing slips of each other. */
#define DISTANCE_MAX 64

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* What both begin and end with is no edit: names of one folder, or of one kind. */
static void cut_common(str *a, str *b)
{
	size_t shorter = a->len < b->len ? a->len : b->len, n = 0;
	while (n < shorter && a->ptr[n] == b->ptr[n])
		n++;
	*a = str_from(*a, n);
	*b = str_from(*b, n);
	for (; a->len && b->len && a->ptr[a->len - 1] == b->ptr[b->len - 1]; a->len--)
		b->len--;
}

/* One row: what it takes to make the first i bytes of a into each beginning of b; more than `limit`
 * where these are longer or shorter by more. Gives the least of it. */
static unsigned fill_row(str a, str b, size_t i, unsigned limit, unsigned rows[3][DISTANCE_MAX + 2])
{
	unsigned *now = rows[i % 3], *up = rows[(i + 2) % 3], *upup = rows[(i + 1) % 3];
	size_t from = i > limit ? i - limit : 1, to = i + limit < b.len ? i + limit : b.len;
	unsigned lowest = now[from - 1] = i > limit ? limit + 1 : (unsigned)i;
	for (size_t j = from; j <= to; j++) {
		bool same = a.ptr[i - 1] == b.ptr[j - 1];
		now[j] = least(up[j - 1] + !same, least(up[j], now[j - 1]) + 1);
		if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] && a.ptr[i - 2] == b.ptr[j - 1])
			now[j] = least(now[j], upup[j - 2] + 1);
		lowest = least(lowest, now[j]);
	}
	now[to + 1] = limit + 1;
	return lowest;
}

/* Optimal string alignment distance with three rolling rows. No row is less than both above it:
 * most names are told apart by their first letters. */
unsigned str_distance(str a, str b, unsigned limit)
{
	unsigned rows[3][DISTANCE_MAX + 2], lowest = 0, before;
	size_t gap = a.len > b.len ? a.len - b.len : b.len - a.len;
	if (a.len > DISTANCE_MAX || b.len > DISTANCE_MAX || gap > limit)
		return limit + 1;
	cut_common(&a, &b);
	for (size_t j = 0; j <= b.len; j++)
		rows[0][j] = (unsigned)j;
	for (size_t i = 1; i <= a.len; i++) {
		before = lowest;
		lowest = fill_row(a, b, i, limit, rows);
		if (lowest > limit && before > limit)
			return limit + 1;
	}
	return least(rows[a.len % 3][b.len], limit + 1);
}

str str_nearest(str wanted, const str *candidates, size_t ncandidates)
{
	unsigned limit = wanted.len < 2 ? 0 : wanted.len < 4 ? 1 : wanted.len < 9 ? 2 : 3;
	unsigned best = limit + 1;
	str nearest = S("");
	for (size_t i = 0; i < ncandidates; i++) {
		bool capitals = str_eq_nocase(wanted, candidates[i]);
		unsigned distance = capitals ? 0 : str_distance(wanted, candidates[i], limit);
		if (distance < best) {
			best = distance;
			nearest = candidates[i];
		}
	}
	return nearest;
}
