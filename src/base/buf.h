/*
 * Text of unknown size: owned, growable, bounded. `data` is never NULL and
 * always ends in NUL. Growing past `limit` sets `overflowed`, which stays set;
 * later appends do nothing, so a hundred appends need one check at the end.
 * A buf belongs to one thread at a time.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/str.h"

struct buf {
	char *data;
	size_t len;
	size_t cap;   /* 0 while data points at the shared empty string; at most limit + 1 */
	size_t limit; /* the most bytes it may hold; never changed */
	bool overflowed;
};

/* Enough for any page; files with a smaller bound say so themselves. */
#define BUF_LIMIT_DEFAULT ((size_t)256 << 20)

void buf_init(struct buf *buf); /* with BUF_LIMIT_DEFAULT */
void buf_init_limit(struct buf *buf, size_t limit);
void buf_clear(struct buf *buf); /* empties, keeps the memory */
void buf_release(struct buf *buf);

/* Room for `extra` more bytes: then write behind data + len and call buf_grew(). */
bool buf_reserve(struct buf *buf, size_t extra);

static inline void buf_grew(struct buf *buf, size_t by)
{
	buf->len += by;
	buf->data[buf->len] = '\0';
}

/* Here, because pages are made of nothing else. What fits is within the limit. */
static inline void buf_add(struct buf *buf, str s)
{
	bool fits = s.len + buf->len < buf->cap && !buf->overflowed;
	if (s.len == 0 || (!fits && !buf_reserve(buf, s.len)))
		return;
	memcpy(buf->data + buf->len, s.ptr, s.len);
	buf_grew(buf, s.len);
}

static inline void buf_add_char(struct buf *buf, char c)
{
	bool fits = buf->len + 1 < buf->cap && !buf->overflowed;
	if (!fits && !buf_reserve(buf, 1))
		return;
	buf->data[buf->len] = c;
	buf_grew(buf, 1);
}

#define buf_adds(buf, literal) buf_add((buf), S(literal))
void buf_add_repeat(struct buf *buf, char c, size_t count);
void buf_add_int(struct buf *buf, int64_t n);
void buf_add_count(struct buf *buf, uint64_t n);
void buf_printf(struct buf *buf, const char *fmt, ...) PRINTF_LIKE(2, 3);
void buf_truncate(struct buf *buf, size_t len);

static inline str buf_str(const struct buf *buf)
{
	return str_n(buf->data, buf->len);
}

#endif
