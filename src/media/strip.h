/*
 * What a camera or an editor wrote beside the picture does not go out: where and when it
 * was taken, with what, by whom, comments, earlier versions. Kept are the picture's own
 * bytes, its colours (ICC) and which side is up. Formats: ITU-T T.81 and JFIF, Exif 2.32,
 * PNG (third edition), RFC 9649.
 */
#ifndef MEDIA_STRIP_H
#define MEDIA_STRIP_H

#include "base/buf.h"

/* Appends a JPEG, PNG or WebP without all that, whatever else it is as it is. False: it is broken,
 * or an AVIF that holds any of it, and nothing was added. */
bool strip_picture(str bytes, struct buf *out);

/* Which side of a JPEG is up (Exif 2.32, 4.6.4): 1 when it stands, 5 to 8 when it is shown turned
 * by a quarter, so that its width is its height. */
unsigned strip_side(str bytes);

#endif
