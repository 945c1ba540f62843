#include "media/jpeg.h"

#include "base/endian.h"

static unsigned byte(str s, size_t at)
{
	return (unsigned char)s.ptr[at];
}

size_t jpeg_begin(str bytes)
{
	return str_starts(bytes, S("\xff\xd8")) ? 2 : 0;
}

bool jpeg_next(str s, size_t *from, struct jpeg_segment *segment)
{
	while (*from + 2 <= s.len && byte(s, *from) == 0xff && byte(s, *from + 1) == 0xff)
		++*from;
	if (*from + 2 > s.len || byte(s, *from) != 0xff)
		return false;
	size_t end = *from + 2;
	unsigned marker = byte(s, *from + 1);
	if (marker != JPEG_EOI) {
		end += *from + 4 <= s.len ? big16((const unsigned char *)s.ptr + end) : 0;
		if (end > s.len || end < *from + 4)
			return false;
	}
	str bytes = str_sub(s, *from, end);
	*segment = (struct jpeg_segment){marker, bytes, str_from(bytes, 4)};
	*from = end;
	return true;
}

static bool is_alone(unsigned marker)
{
	return marker == 0x01 || (marker >= 0xd0 && marker <= JPEG_SOI);
}

/* At the next marker that is no restart. */
size_t jpeg_data_end(str s, size_t from)
{
	for (; from + 1 < s.len; from++) {
		unsigned next = byte(s, from + 1);
		if (byte(s, from) == 0xff && next != 0 && next != 0xff && !is_alone(next))
			return from;
	}
	return s.len;
}

size_t jpeg_scans(str bytes)
{
	struct jpeg_segment segment;
	size_t n = 0;
	for (size_t from = jpeg_begin(bytes); from && jpeg_next(bytes, &from, &segment);)
		if (segment.marker == JPEG_SOS) {
			from = jpeg_data_end(bytes, from);
			n++;
		}
	return n;
}
