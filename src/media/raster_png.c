/* PNG by libpng's simplified interface: it knows every depth and palette. */
#include <png.h>

#include "media/raster_part.h"

/* Bytes of a dot in the order of 0xAARRGGBB on this machine. */
static png_uint_32 order_of_bytes(void)
{
	const uint16_t one = 1;
	return *(const unsigned char *)&one ? PNG_FORMAT_BGRA : PNG_FORMAT_ARGB;
}

enum raster_fault raster_read_png(str bytes, struct raster *raster)
{
	png_image image = {.version = PNG_IMAGE_VERSION};
	enum raster_fault fault = RASTER_BROKEN;
	raster->flat = true;
	if (!png_image_begin_read_from_memory(&image, bytes.ptr, bytes.len))
		return fault;
	image.format = order_of_bytes();
	if (raster_allot(raster, image.width, image.height) &&
		png_image_finish_read(
			&image, NULL, raster->picture.argb, 4 * raster->picture.argb_stride, NULL))
		fault = RASTER_FINE;
	png_image_free(&image);
	return fault;
}

bool raster_write_png(const struct raster *raster, struct buf *out)
{
	const WebPPicture *p = &raster->picture;
	png_image image = {.version = PNG_IMAGE_VERSION,
		.width = (png_uint_32)p->width,
		.height = (png_uint_32)p->height,
		.format = order_of_bytes()};
	png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
	if (!buf_reserve(out, size) || !png_image_write_to_memory(&image, out->data + out->len,
					       &size, 0, p->argb, 4 * p->argb_stride, NULL))
		return false;
	buf_grew(out, size);
	return true;
}
