#include "media/raster.h"

#include <stdlib.h>

#include "media/jpeg.h"
#include "media/raster_part.h"
#include "media/strip.h"

bool raster_form_of(str bytes, enum raster_form *form)
{
	if (jpeg_begin(bytes))
		*form = RASTER_JPEG;
	else if (str_starts(bytes, S("\x89PNG\r\n\x1a\n")))
		*form = RASTER_PNG;
	else if (str_starts(bytes, S("RIFF")) && str_eq(str_sub(bytes, 8, 12), S("WEBP")))
		*form = RASTER_WEBP;
	else
		return false;
	return true;
}

void raster_free(struct raster *raster)
{
	WebPPictureFree(&raster->picture);
	buf_release(&raster->profile);
	free(raster);
}

/* --- which side is up (Exif 2.32, 4.6.4) ------------------------------------------------------ */

/* Where the dot of an upright picture stands in one that a camera wrote. */
static size_t written_at(const WebPPicture *p, unsigned side, uint32_t x, uint32_t y)
{
	uint32_t right = (uint32_t)p->width - 1, bottom = (uint32_t)p->height - 1;
	uint32_t column = side > 4 ? y : x, row = side > 4 ? x : y;
	if (side == 2 || side == 3 || side == 7 || side == 8)
		column = right - column;
	if (side == 3 || side == 4 || side == 6 || side == 7)
		row = bottom - row;
	return (size_t)row * (size_t)p->argb_stride + column;
}

static bool turn(struct raster *raster, unsigned side)
{
	WebPPicture lying = raster->picture;
	uint32_t width = (uint32_t)(side > 4 ? lying.height : lying.width);
	uint32_t height = (uint32_t)(side > 4 ? lying.width : lying.height);
	if (side < 2)
		return true;
	WebPPictureInit(&raster->picture);
	bool room = raster_allot(raster, width, height);
	for (uint32_t y = 0; room && y < height; y++)
		for (uint32_t x = 0; x < width; x++)
			raster->picture.argb[(size_t)y * (size_t)raster->picture.argb_stride + x] =
				lying.argb[written_at(&lying, side, x, y)];
	WebPPictureFree(&lying);
	return room;
}

/* --- reading and writing -----------------------------------------------------------------------
 */

/* A picture that becomes clearer has some ten scans; each costs as much as the whole of it. */
enum { SCANS_MAX = 100 };

static enum raster_fault read_jpeg(
	str bytes, uint32_t width, uint32_t height, struct raster *raster)
{
	unsigned side = strip_side(bytes);
	if (jpeg_scans(bytes) > SCANS_MAX)
		return RASTER_BROKEN;
	enum raster_fault fault = side > 4 ? raster_read_jpeg(bytes, height, width, raster)
					   : raster_read_jpeg(bytes, width, height, raster);
	return fault || turn(raster, side) ? fault : RASTER_BROKEN;
}

struct raster *raster_read(str bytes, uint32_t width, uint32_t height, enum raster_fault *fault)
{
	enum raster_form form;
	struct raster *raster = xcalloc(1, sizeof(*raster));
	WebPPictureInit(&raster->picture);
	buf_init(&raster->profile);
	*fault = RASTER_BROKEN;
	if (!raster_form_of(bytes, &form))
		*fault = RASTER_BROKEN;
	else if (form == RASTER_JPEG)
		*fault = read_jpeg(bytes, width, height, raster);
	else if (form == RASTER_PNG)
		*fault = raster_read_png(bytes, raster);
	else
		*fault = raster_read_webp(bytes, raster);
	if (*fault == RASTER_FINE)
		return raster;
	raster_free(raster);
	return NULL;
}

bool raster_shrink(struct raster *raster, uint32_t width, uint32_t height)
{
	WebPPicture *p = &raster->picture;
	return (p->width == (int)width && p->height == (int)height) ||
	       WebPPictureRescale(p, (int)width, (int)height);
}

bool raster_write(const struct raster *raster, enum raster_form form, struct buf *out)
{
	size_t start = out->len;
	bool done = form == RASTER_JPEG  ? raster_write_jpeg(raster, out)
		    : form == RASTER_PNG ? raster_write_png(raster, out)
					 : raster_write_webp(raster, out);
	if (!done || out->overflowed)
		buf_truncate(out, start);
	return done && !out->overflowed;
}
