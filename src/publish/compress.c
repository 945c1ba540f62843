#include "publish/compress.h"

#define ZLIB_CONST
#include <brotli/encode.h>
#include <zlib.h>

/* 15 bits of window, and 16 to say: with a gzip header. zlib writes no name
 * and no time into it unless asked. */
#define GZIP_WINDOW (15 + 16)
#define GZIP_MEMORY 9

/* zlib counts a piece of input in 32 bits. */
#define INPUT_MAX ((size_t)1 << 31)

bool compress_gzip(str bytes, int level, struct buf *out)
{
	z_stream zip = {.next_in = (const Bytef *)bytes.ptr, .avail_in = (uInt)bytes.len};
	if (bytes.len > INPUT_MAX) {
		out->overflowed = true;
		return false;
	}
	if (deflateInit2(&zip, level, Z_DEFLATED, GZIP_WINDOW, GZIP_MEMORY, Z_DEFAULT_STRATEGY) !=
		Z_OK)
		die("zlib does not start: %s", zip.msg ? zip.msg : "no memory, or a wrong level");
	size_t most = deflateBound(&zip, (uLong)bytes.len);
	bool room = buf_reserve(out, most);
	if (room) {
		zip.next_out = (Bytef *)out->data + out->len;
		zip.avail_out = (uInt)most;
		if (deflate(&zip, Z_FINISH) != Z_STREAM_END)
			BUG("zlib broke its own bound");
		buf_grew(out, zip.total_out);
	}
	deflateEnd(&zip);
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
