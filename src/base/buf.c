#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What an empty buf points at; never written, since its cap is 0. */
static const char empty[1] = "";

void buf_init_limit(struct buf *buf, size_t limit)
{
	*buf = (struct buf){.data = (char *)(uintptr_t)empty, .limit = limit};
}

void buf_init(struct buf *buf)
{
	buf_init_limit(buf, BUF_LIMIT_DEFAULT);
}

void buf_clear(struct buf *buf)
{
	buf->overflowed = false;
	buf_truncate(buf, 0);
}

void buf_release(struct buf *buf)
{
	if (buf->cap)
		free(buf->data);
	buf_init_limit(buf, buf->limit);
}

bool buf_reserve(struct buf *buf, size_t extra)
{
	if (buf->overflowed || extra > buf->limit - buf->len) {
		buf->overflowed = true;
		return false;
	}
	size_t need = buf->len + extra + 1;
	if (need <= buf->cap)
		return true;
	size_t cap = buf->cap ? buf->cap + buf->cap / 2 : 256;
	if (cap > buf->limit)
		cap = buf->limit + 1;
	if (cap < need)
		cap = need;
	buf->data = xrealloc(buf->cap ? buf->data : NULL, cap);
	buf->cap = cap;
	buf->data[buf->len] = '\0';
	return true;
}

void buf_truncate(struct buf *buf, size_t len)
{
	if (len > buf->len || !buf->cap)
		return;
	buf->len = len;
	buf->data[len] = '\0';
}

void buf_add_repeat(struct buf *buf, char c, size_t count)
{
	if (count == 0 || !buf_reserve(buf, count))
		return;
	memset(buf->data + buf->len, c, count);
	buf_grew(buf, count);
}

/* Three times as fast as printf(), which is felt with 100 000 files. */
void buf_add_count(struct buf *buf, uint64_t n)
{
	char digits[20];
	size_t at = sizeof(digits);
	do {
		digits[--at] = (char)('0' + n % 10);
		n /= 10;
	} while (n);
	buf_add(buf, str_n(digits + at, sizeof(digits) - at));
}

void buf_add_int(struct buf *buf, int64_t n)
{
	if (n < 0)
		buf_add_char(buf, '-');
	buf_add_count(buf, n < 0 ? -(uint64_t)n : (uint64_t)n);
}

/* Most texts fit as they are; one that does not is cut off, and written again. */
void buf_printf(struct buf *buf, const char *fmt, ...)
{
	va_list args, again;
	va_start(args, fmt);
	va_copy(again, args);
	size_t room = buf->overflowed ? 0 : buf->cap - buf->len;
	int len = vsnprintf(buf->data + buf->len, room, fmt, args);
	va_end(args);
	if (len < 0)
		BUG("a format that printf refuses");
	if (room && (size_t)len >= room)
		buf->data[buf->len] = '\0';
	if ((size_t)len >= room && buf_reserve(buf, (size_t)len)) {
		vsnprintf(buf->data + buf->len, (size_t)len + 1, fmt, again);
		room = buf->cap - buf->len;
	}
	if ((size_t)len < room)
		buf_grew(buf, (size_t)len);
	va_end(again);
}
