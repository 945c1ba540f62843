/* How large a picture is, from the first bytes of its file. */
#ifndef BUILD_IMAGE_H
#define BUILD_IMAGE_H

#include "base/str.h"

/* Pixels of PNG, JPEG, GIF, WebP and SVG; false when the bytes are none of
 * those, or do not say. */
bool image_size(str bytes, uint32_t *width, uint32_t *height);

#endif
