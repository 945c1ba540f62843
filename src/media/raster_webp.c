/* WebP by libwebp. */
#include <webp/decode.h>
#include <webp/mux.h>

#include "media/raster_part.h"

#define QUALITY 78.0F
/* 0 to 6: how long it tries. */
enum { EFFORT = 4 };

/* --- reading ------------------------------------------------------------------------------------
 */

static void read_profile(str bytes, struct raster *raster)
{
	WebPData file = {(const uint8_t *)bytes.ptr, bytes.len}, profile;
	WebPMux *mux = WebPMuxCreate(&file, 0);
	if (mux && WebPMuxGetChunk(mux, "ICCP", &profile) == WEBP_MUX_OK &&
		profile.size <= PROFILE_MAX)
		buf_add(&raster->profile, str_n((const char *)profile.bytes, profile.size));
	WebPMuxDelete(mux);
}

enum raster_fault raster_read_webp(str bytes, struct raster *raster)
{
	const uint8_t *data = (const uint8_t *)bytes.ptr;
	const uint16_t one = 1;
	int width, height;
	if (!WebPGetInfo(data, bytes.len, &width, &height) ||
		!raster_allot(raster, (uint32_t)width, (uint32_t)height))
		return RASTER_BROKEN;
	WebPPicture *p = &raster->picture;
	size_t size = 4 * (size_t)p->argb_stride * (size_t)height;
	uint8_t *(*decode)(const uint8_t *, size_t, uint8_t *, size_t, int) =
		*(const unsigned char *)&one ? WebPDecodeBGRAInto : WebPDecodeARGBInto;
	if (!decode(data, bytes.len, (uint8_t *)p->argb, size, 4 * p->argb_stride))
		return RASTER_BROKEN;
	read_profile(bytes, raster);
	return RASTER_FINE;
}

/* --- writing ------------------------------------------------------------------------------------
 */

static int take_bytes(const uint8_t *data, size_t len, const WebPPicture *picture)
{
	buf_add(picture->custom_ptr, str_n((const char *)data, len));
	return !((struct buf *)picture->custom_ptr)->overflowed;
}

/* The encoder changes what it is given. */
static bool encode(const struct raster *raster, bool lossless, struct buf *out)
{
	WebPConfig config;
	WebPPicture copy;
	if (!WebPConfigInit(&config) || !WebPPictureCopy(&raster->picture, &copy))
		return false;
	config.quality = QUALITY;
	config.method = lossless ? 2 : EFFORT;
	config.lossless = lossless;
	copy.writer = take_bytes;
	copy.custom_ptr = out;
	bool done = WebPEncode(&config, &copy);
	WebPPictureFree(&copy);
	return done;
}

/* What was drawn is often smaller, and always sharper, when nothing of it is lost. */
static bool encode_best(const struct raster *raster, struct buf *out)
{
	struct buf sharp;
	buf_init(&sharp);
	bool done = encode(raster, false, out);
	if (done && raster->flat && encode(raster, true, &sharp) && sharp.len < out->len) {
		buf_clear(out);
		buf_add(out, buf_str(&sharp));
	}
	buf_release(&sharp);
	return done;
}

static bool add_with_profile(const struct raster *raster, str picture, struct buf *out)
{
	WebPData file = {(const uint8_t *)picture.ptr, picture.len}, whole;
	WebPData profile = {(const uint8_t *)raster->profile.data, raster->profile.len};
	WebPMux *mux = WebPMuxCreate(&file, 0);
	bool done = mux && WebPMuxSetChunk(mux, "ICCP", &profile, 0) == WEBP_MUX_OK &&
		    WebPMuxAssemble(mux, &whole) == WEBP_MUX_OK;
	if (done) {
		buf_add(out, str_n((const char *)whole.bytes, whole.size));
		WebPDataClear(&whole);
	}
	WebPMuxDelete(mux);
	return done;
}

bool raster_write_webp(const struct raster *raster, struct buf *out)
{
	struct buf picture;
	buf_init(&picture);
	bool done = encode_best(raster, &picture);
	if (done && raster->profile.len)
		done = add_with_profile(raster, buf_str(&picture), out);
	else if (done)
		buf_add(out, buf_str(&picture));
	buf_release(&picture);
	return done;
}
