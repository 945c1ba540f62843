/*
 * The dots of a JPEG, PNG or WebP that stands still. Reading decodes what strangers may have made:
 * who calls it does so in a process of its own (shrink.c) and looks at the size before, since one
 * dot takes four bytes.
 */
#ifndef MEDIA_RASTER_H
#define MEDIA_RASTER_H

#include "base/buf.h"

enum raster_fault {
	RASTER_FINE,
	RASTER_BROKEN,
	RASTER_PRINT, /* colours for paper (CMYK) */
};

struct raster;

/* Upright, with its colour profile if that is small. It may have fewer dots than the file, but it
 * is no narrower and no lower than the two numbers say, unless the file is. NULL: *fault. */
struct raster *raster_read(str bytes, uint32_t width, uint32_t height, enum raster_fault *fault);
void raster_free(struct raster *raster);

/* Neither number may be larger than what it has. False: no memory. */
bool raster_shrink(struct raster *raster, uint32_t width, uint32_t height);

enum raster_form { RASTER_JPEG, RASTER_PNG, RASTER_WEBP };

/* Appends it; the same dots give the same bytes. False: it can't be written. */
bool raster_write(const struct raster *raster, enum raster_form form, struct buf *out);

/* By the first bytes. False: none of the three. */
bool raster_form_of(str bytes, enum raster_form *form);

#endif
