/* The segments of a JPEG, one after the other (ITU-T T.81, annex B). */
#ifndef MEDIA_JPEG_H
#define MEDIA_JPEG_H

#include "base/str.h"

enum {
	JPEG_SOI = 0xd8,
	JPEG_EOI = 0xd9,
	JPEG_SOS = 0xda,
	JPEG_APP0 = 0xe0,
	JPEG_APP1 = 0xe1,
	JPEG_APP2 = 0xe2,
	JPEG_APP14 = 0xee,
	JPEG_APP15 = 0xef,
	JPEG_COM = 0xfe
};

struct jpeg_segment {
	unsigned marker;
	str bytes;   /* the whole of it, without bytes that only fill */
	str payload; /* behind its length */
};

/* Where the first segment begins; 0 when the bytes are no JPEG. */
size_t jpeg_begin(str bytes);

/* The segment at *from, which is then where the next one begins; behind JPEG_SOS that is the
 * picture's own data. False: there is none, or it is broken, and *from is as it was or at a
 * byte that fills. */
bool jpeg_next(str bytes, size_t *from, struct jpeg_segment *segment);

/* Behind a JPEG_SOS: where the data ends. */
size_t jpeg_data_end(str bytes, size_t from);

/* How often the data goes through the whole picture. */
size_t jpeg_scans(str bytes);

#endif
