#include "build/image.h"

#include <string.h>

/* Pictures above this size are not measured: sizes stand near the beginning,
 * but git blobs are read whole. */
#define MEASURE_MAX ((size_t)64 << 20)

static uint32_t big16(const unsigned char *p)
{
	return (uint32_t)p[0] << 8 | p[1];
}

static uint32_t big32(const unsigned char *p)
{
	return big16(p) << 16 | big16(p + 2);
}

static uint32_t little16(const unsigned char *p)
{
	return (uint32_t)p[1] << 8 | p[0];
}

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

/* Walks the markers to the first start-of-frame (C0 … CF but C4, C8, CC). */
static bool jpeg_size(str s, uint32_t *width, uint32_t *height)
{
	const unsigned char *p = (const unsigned char *)s.ptr;
	if (s.len < 4 || p[0] != 0xff || p[1] != 0xd8)
		return false;
	for (size_t at = 2; at + 9 < s.len && p[at] == 0xff;) {
		unsigned marker = p[at + 1];
		if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 &&
			marker != 0xcc) {
			*height = big16(p + at + 5);
			*width = big16(p + at + 7);
			return true;
		}
		at += 2 + big16(p + at + 2);
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

static bool svg_attribute(str tag, str name, uint32_t *out)
{
	int64_t n;
	size_t at = str_find(tag, name);
	if (at == STR_NONE)
		return false;
	str rest = str_from(tag, at + name.len);
	str value = str_sub(rest, 0, str_find_char(rest, '"'));
	if (str_ends(value, S("px")))
		value.len -= 2;
	if (!str_to_int(value, &n) || n <= 0 || n > 100000)
		return false;
	*out = (uint32_t)n;
	return true;
}

static bool svg_size(str s, uint32_t *width, uint32_t *height)
{
	size_t at = str_find(str_sub(s, 0, 4096), S("<svg"));
	if (at == STR_NONE)
		return false;
	str rest = str_from(s, at);
	str tag = str_sub(rest, 0, str_find_char(rest, '>'));
	return svg_attribute(tag, S(" width=\""), width) &&
	       svg_attribute(tag, S(" height=\""), height);
}

bool image_size(str bytes, uint32_t *width, uint32_t *height)
{
	return png_size(bytes, width, height) || jpeg_size(bytes, width, height) ||
	       gif_size(bytes, width, height) || webp_size(bytes, width, height) ||
	       svg_size(bytes, width, height);
}

void image_measure(struct worker *worker, struct document *document)
{
	document->usable = true;
	buf_clear(&worker->text);
	if (!store_read(worker->reader, document->entry, MEASURE_MAX, &worker->text,
		    span_file(document->source), &worker->diags))
		return;
	if (!image_size(buf_str(&worker->text), &document->width, &document->height))
		document->width = document->height = 0;
}
