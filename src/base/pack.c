#include "base/pack.h"

#include <string.h>

void pack_large(struct buf *out, uint64_t n)
{
	char bytes[10];
	size_t len = 0;
	for (; n >= 0x80; n >>= 7)
		bytes[len++] = (char)(n | 0x80);
	bytes[len++] = (char)n;
	buf_add(out, str_n(bytes, len));
}

void pack_text(struct buf *out, str text)
{
	pack_number(out, text.len);
	buf_add(out, text);
}

void pack_hash(struct buf *out, uint64_t hash)
{
	buf_add(out, str_n((const char *)&hash, sizeof(hash)));
}

uint64_t unpack_fail(struct unpack *unpack)
{
	*unpack = (struct unpack){.rest = S(""), .failed = true};
	return 0;
}

uint64_t unpack_large(struct unpack *unpack)
{
	uint64_t n = 0;
	for (size_t i = 0; i < unpack->rest.len && i < 10; i++) {
		unsigned char c = (unsigned char)unpack->rest.ptr[i];
		n |= (uint64_t)(c & 0x7f) << (7 * i);
		if (c & 0x80)
			continue;
		unpack->rest = str_from(unpack->rest, i + 1);
		return n;
	}
	return unpack_fail(unpack);
}

str unpack_bytes(struct unpack *unpack, uint64_t len)
{
	if (len > unpack->rest.len)
		unpack_fail(unpack);
	str text = str_sub(unpack->rest, 0, unpack->failed ? 0 : (size_t)len);
	unpack->rest = str_from(unpack->rest, text.len);
	return text;
}

str unpack_text(struct unpack *unpack)
{
	return unpack_bytes(unpack, unpack_number(unpack));
}

uint64_t unpack_hash(struct unpack *unpack)
{
	uint64_t hash;
	if (unpack->rest.len < sizeof(hash))
		return unpack_fail(unpack);
	memcpy(&hash, unpack->rest.ptr, sizeof(hash));
	unpack->rest = str_from(unpack->rest, sizeof(hash));
	return hash;
}
