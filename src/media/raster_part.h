/* What the readers and writers of the three kinds share. */
#ifndef MEDIA_RASTER_PART_H
#define MEDIA_RASTER_PART_H

#include <webp/encode.h>

#include "media/raster.h"

/* Bytes of a colour profile that goes along; those of telephones have some hundred. */
enum { PROFILE_MAX = 16 << 10 };

struct raster {
	WebPPicture picture; /* argb: 0xAARRGGBB, argb_stride dots a row */
	bool flat;           /* drawn: few colours and sharp edges, as a PNG is likely to be */
	struct buf profile;  /* ICC */
};

/* Room for so many dots. False: no memory. */
static inline bool raster_allot(struct raster *raster, uint32_t width, uint32_t height)
{
	raster->picture.use_argb = 1;
	raster->picture.width = (int)width;
	raster->picture.height = (int)height;
	return WebPPictureAlloc(&raster->picture);
}

/* Each fills in an empty raster. */
enum raster_fault raster_read_jpeg(
	str bytes, uint32_t width, uint32_t height, struct raster *raster);
enum raster_fault raster_read_png(str bytes, struct raster *raster);
enum raster_fault raster_read_webp(str bytes, struct raster *raster);

bool raster_write_jpeg(const struct raster *raster, struct buf *out);
bool raster_write_png(const struct raster *raster, struct buf *out);
bool raster_write_webp(const struct raster *raster, struct buf *out);

#endif
