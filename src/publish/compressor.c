#include "publish/compressor.h"

#include <brotli/encode.h>
#include <libdeflate.h>
#include <stdlib.h>

/* --- memory that is used again ----------------------------------------------------------- */

struct compressor_piece {
	struct compressor_piece *next; /* while it is idle */
	size_t size;                   /* of its data: 1 << size bytes */
	_Alignas(max_align_t) unsigned char data[];
};

/* Of one size are all pieces that a power of two rounds up to: what is not touched costs nothing.
 */
static void *take_piece(void *ctx, size_t wanted)
{
	struct compressor *compressor = ctx;
	size_t size = 0;
	while (size < COMPRESSOR_SIZES && (size_t)1 << size < wanted)
		size++;
	if (size == COMPRESSOR_SIZES)
		return NULL;
	struct compressor_piece *piece = compressor->idle[size];
	if (piece) {
		compressor->idle[size] = piece->next;
	} else {
		piece = xmalloc(sizeof(*piece) + ((size_t)1 << size));
		piece->size = size;
	}
	return piece->data;
}

static void give_back(void *ctx, void *data)
{
	struct compressor *compressor = ctx;
	if (!data)
		return;
	struct compressor_piece *piece =
		(struct compressor_piece *)(void *)((unsigned char *)data -
						    offsetof(struct compressor_piece, data));
	piece->next = compressor->idle[piece->size];
	compressor->idle[piece->size] = piece;
}

void compressor_release(struct compressor *compressor)
{
	for (size_t i = 0; i < COMPRESSOR_GZIP_LEVELS; i++)
		libdeflate_free_compressor(compressor->gzip[i]);
	for (size_t i = 0; i < COMPRESSOR_SIZES; i++)
		for (struct compressor_piece *piece = compressor->idle[i], *next; piece;
			piece = next) {
			next = piece->next;
			free(piece);
		}
	*compressor = (struct compressor){0};
}

/* --- gzip -------------------------------------------------------------------------------- */

static struct libdeflate_compressor *gzip_of(struct compressor *compressor, int level)
{
	struct libdeflate_compressor **gzip = &compressor->gzip[level];
	if (!*gzip)
		*gzip = libdeflate_alloc_compressor(level);
	if (!*gzip)
		die("libdeflate does not start: no memory, or a wrong level");
	return *gzip;
}

bool compressor_gzip(struct compressor *compressor, str bytes, int level, struct buf *out)
{
	struct libdeflate_compressor *gzip = gzip_of(compressor, level);
	size_t most = libdeflate_gzip_compress_bound(gzip, bytes.len);
	bool room = buf_reserve(out, most);
	if (room)
		buf_grew(out, libdeflate_gzip_compress(
				      gzip, bytes.ptr, bytes.len, out->data + out->len, most));
	return room;
}

/* --- brotli ------------------------------------------------------------------------------ */

/* The smallest window that holds all of it (RFC 7932, 9.1: 16 bytes less than a
 * power of two). The default of 4 MiB makes the encoder clear tables of that size
 * for each small page: sixty times the work, for the same result. */
static uint32_t brotli_window(size_t len)
{
	uint32_t bits = BROTLI_MIN_WINDOW_BITS;
	while (bits < BROTLI_DEFAULT_WINDOW && ((size_t)1 << bits) - 16 < len)
		bits++;
	return bits;
}

static bool encode(BrotliEncoderState *brotli, str bytes, uint8_t *to, size_t *room)
{
	size_t left = bytes.len, most = *room;
	const uint8_t *from = (const uint8_t *)bytes.ptr;
	bool done = BrotliEncoderCompressStream(
			    brotli, BROTLI_OPERATION_FINISH, &left, &from, room, &to, NULL) &&
		    BrotliEncoderIsFinished(brotli);
	*room = most - *room;
	return done;
}

bool compressor_brotli(struct compressor *compressor, str bytes, int level, struct buf *out)
{
	size_t len = BrotliEncoderMaxCompressedSize(bytes.len);
	if (!buf_reserve(out, len))
		return false;
	BrotliEncoderState *brotli = BrotliEncoderCreateInstance(take_piece, give_back, compressor);
	bool done =
		brotli &&
		BrotliEncoderSetParameter(brotli, BROTLI_PARAM_QUALITY, (uint32_t)level) &&
		BrotliEncoderSetParameter(brotli, BROTLI_PARAM_LGWIN, brotli_window(bytes.len)) &&
		BrotliEncoderSetParameter(brotli, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT) &&
		BrotliEncoderSetParameter(brotli, BROTLI_PARAM_SIZE_HINT, (uint32_t)bytes.len) &&
		encode(brotli, bytes, (uint8_t *)out->data + out->len, &len);
	if (!done)
		die("brotli does not start: no memory, or a wrong level");
	BrotliEncoderDestroyInstance(brotli);
	buf_grew(out, len);
	return true;
}
