#include "publish/compress.h"

#include <brotli/encode.h>
#include <libdeflate.h>

bool compress_gzip(str bytes, int level, struct buf *out)
{
	struct libdeflate_compressor *gzip = libdeflate_alloc_compressor(level);
	if (!gzip)
		die("libdeflate does not start: no memory, or a wrong level");
	size_t most = libdeflate_gzip_compress_bound(gzip, bytes.len);
	bool room = buf_reserve(out, most);
	if (room)
		buf_grew(out, libdeflate_gzip_compress(
				      gzip, bytes.ptr, bytes.len, out->data + out->len, most));
	libdeflate_free_compressor(gzip);
	return room;
}

/* The smallest window that holds all of it (RFC 7932, 9.1: 16 bytes less than a
 * power of two). The default of 4 MiB makes the encoder clear tables of that size
 * for each small page: sixty times the work, for the same result. */
static int brotli_window(size_t len)
{
	int bits = BROTLI_MIN_WINDOW_BITS;
	while (bits < BROTLI_DEFAULT_WINDOW && ((size_t)1 << bits) - 16 < len)
		bits++;
	return bits;
}

bool compress_brotli(str bytes, int level, struct buf *out)
{
	size_t len = BrotliEncoderMaxCompressedSize(bytes.len);
	if (!buf_reserve(out, len))
		return false;
	if (!BrotliEncoderCompress(level, brotli_window(bytes.len), BROTLI_MODE_TEXT, bytes.len,
		    (const uint8_t *)bytes.ptr, &len, (uint8_t *)out->data + out->len))
		die("brotli does not start: no memory, or a wrong level");
	buf_grew(out, len);
	return true;
}
