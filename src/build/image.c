#include "build/image.h"

#include <string.h>

#include "base/ascii.h"
#include "base/endian.h"
#include "check/tag.h"
#include "media/jpeg.h"

static bool png_size(str s, uint32_t *width, uint32_t *height)
{
	const unsigned char *p = (const unsigned char *)s.ptr;
	if (s.len < 24 || !str_starts(s, S("\x89PNG\r\n\x1a\n")))
		return false;
	*width = big32(p + 16);
	*height = big32(p + 20);
	return true;
}

static bool gif_size(str s, uint32_t *width, uint32_t *height)
{
	const unsigned char *p = (const unsigned char *)s.ptr;
	if (s.len < 10 || !str_starts(s, S("GIF8")))
		return false;
	*width = little16(p + 6);
	*height = little16(p + 8);
	return true;
}

/* A start of a frame: C0 … CF but C4, C8, CC. */
static bool is_frame(unsigned marker)
{
	return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 &&
	       marker != 0xcc;
}

static bool jpeg_size(str s, uint32_t *width, uint32_t *height)
{
	struct jpeg_segment segment;
	for (size_t from = jpeg_begin(s); from && jpeg_next(s, &from, &segment);) {
		const unsigned char *p = (const unsigned char *)segment.payload.ptr;
		if (!is_frame(segment.marker) || segment.payload.len < 5)
			continue;
		*height = big16(p + 1);
		*width = big16(p + 3);
		return true;
	}
	return false;
}

/* The three kinds of WebP keep the size in three ways (RFC 9649). */
static bool webp_size(str s, uint32_t *width, uint32_t *height)
{
	const unsigned char *p = (const unsigned char *)s.ptr;
	if (s.len < 30 || !str_starts(s, S("RIFF")) || !str_eq(str_sub(s, 8, 12), S("WEBP")))
		return false;
	str kind = str_sub(s, 12, 16);
	if (str_eq(kind, S("VP8X"))) {
		*width = 1 + (p[24] | little16(p + 25) << 8);
		*height = 1 + (p[27] | little16(p + 28) << 8);
	} else if (str_eq(kind, S("VP8L"))) {
		uint32_t bits = little16(p + 21) | little16(p + 23) << 16;
		*width = (bits & 0x3fff) + 1;
		*height = (bits >> 14 & 0x3fff) + 1;
	} else {
		*width = little16(p + 26) & 0x3fff;
		*height = little16(p + 28) & 0x3fff;
	}
	return true;
}

/* --- SVG: numbers of pixels, or the shape of what is drawn ------------------------ */

#define PIXELS_MAX 100000

/* "320", "320.5" and "320px"; "100%" and "8cm" are no numbers of pixels. */
static bool svg_pixels(str text, uint32_t *out)
{
	int64_t n;
	if (str_ends(text, S("px")))
		text.len -= 2;
	size_t dot = str_find_char(text, '.');
	for (size_t i = dot; i < text.len; i++)
		if (i > dot && !ascii_is_digit(text.ptr[i]))
			return false;
	if (!str_to_int(str_sub(text, 0, dot), &n) || n <= 0 || n > PIXELS_MAX)
		return false;
	*out = (uint32_t)n;
	return true;
}

static bool parts_numbers(char c)
{
	return c == ',' || c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* viewBox: "0 0 320 200" or "0,0,320,200". */
static bool svg_box(str box, uint32_t *width, uint32_t *height)
{
	str numbers[5];
	size_t n = 0;
	for (size_t at = 0, from; at < box.len && n < ARRAY_LEN(numbers); at++) {
		for (from = at; at < box.len && !parts_numbers(box.ptr[at]);)
			at++;
		if (at > from)
			numbers[n++] = str_sub(box, from, at);
	}
	return n == 4 && svg_pixels(numbers[2], width) && svg_pixels(numbers[3], height);
}

/* The first element's own words; the box has at least their shape. */
static bool svg_size(str s, uint32_t *width, uint32_t *height)
{
	str element = S(""), box = S("");
	bool wide = false, high = false;
	struct tags tags = {.html = s, .xml = true};
	while (tag_next(&tags, &element) && str_starts(element, S("?")))
		;
	if (!str_eq(element, S("svg")))
		return false;
	for (struct attribute at; tag_attribute(&tags, &at);) {
		if (str_eq(at.name, S("width")))
			wide = svg_pixels(str_trim(at.value), width);
		else if (str_eq(at.name, S("height")))
			high = svg_pixels(str_trim(at.value), height);
		else if (str_eq(at.name, S("viewBox")))
			box = at.value;
	}
	return (wide && high) || svg_box(box, width, height);
}

bool image_size(str bytes, uint32_t *width, uint32_t *height)
{
	return png_size(bytes, width, height) || jpeg_size(bytes, width, height) ||
	       gif_size(bytes, width, height) || webp_size(bytes, width, height) ||
	       svg_size(bytes, width, height);
}
