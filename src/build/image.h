/* How large a picture is, from the first bytes of its file. */
#ifndef BUILD_IMAGE_H
#define BUILD_IMAGE_H

#include "build/build.h"

/* Sets document->width and height for PNG, JPEG, GIF, WebP and SVG; leaves 0
 * where the file does not say. */
void image_measure(struct worker *worker, struct document *document);

/* The same from any bytes; false when they are no picture of those. */
bool image_size(str bytes, uint32_t *width, uint32_t *height);

#endif
