#include "media/strip.h"

static uint32_t big16(const unsigned char *p)
{
	return (uint32_t)p[0] << 8 | p[1];
}

static uint32_t big32(const unsigned char *p)
{
	return big16(p) << 16 | big16(p + 2);
}

static uint32_t little32(const unsigned char *p)
{
	return (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
}

static const unsigned char *at(str bytes, size_t from)
{
	return (const unsigned char *)bytes.ptr + from;
}

/* --- Exif: only which side is up --------------------------------------------------------- */

enum { ORIENTATION = 0x0112, UPRIGHT = 1, TIFF_HEAD = 8, ENTRY = 12 };

static uint32_t number16(const unsigned char *p, bool big)
{
	return big ? big16(p) : (uint32_t)p[1] << 8 | p[0];
}

static uint32_t number32(const unsigned char *p, bool big)
{
	return big ? big32(p) : little32(p);
}

/* Of the TIFF inside Exif, its first directory; 1 when it does not say. */
static uint32_t orientation_of(str tiff)
{
	if (tiff.len < TIFF_HEAD + 2)
		return UPRIGHT;
	bool big = tiff.ptr[0] == 'M';
	size_t dir = number32(at(tiff, 4), big);
	if (dir > tiff.len - 2)
		return UPRIGHT;
	size_t n = number16(at(tiff, dir), big);
	for (size_t i = 0; i < n && dir + 2 + (i + 1) * ENTRY <= tiff.len; i++) {
		const unsigned char *entry = at(tiff, dir + 2 + i * ENTRY);
		uint32_t value = number16(entry + 8, big);
		if (number16(entry, big) == ORIENTATION && value >= UPRIGHT && value <= 8)
			return value;
	}
	return UPRIGHT;
}

/* A TIFF of one entry. */
static void add_tiff(struct buf *out, uint32_t orientation)
{
	buf_adds(out, "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
	buf_add_char(out, (char)orientation);
	buf_adds(out, "\0\0\0\0\0\0");
}

/* --- JPEG ------------------------------------------------------------------------------ */

enum {
	SOI = 0xd8,
	EOI = 0xd9,
	SOS = 0xda,
	APP0 = 0xe0,
	APP1 = 0xe1,
	APP2 = 0xe2,
	APP14 = 0xee,
	APP15 = 0xef,
	COM = 0xfe
};

/* JFIF, the colour profile and Adobe's word on how colours are kept. */
static bool jpeg_keeps(unsigned marker, str payload)
{
	if (marker == COM)
		return false;
	if (marker < APP0 || marker > APP15)
		return true;
	return marker == APP0 || marker == APP14 ||
	       (marker == APP2 && str_starts(payload, S("ICC_PROFILE")));
}

static void add_jpeg_orientation(struct buf *out, uint32_t orientation)
{
	if (orientation == UPRIGHT)
		return;
	buf_adds(out, "\xff\xe1\0\x22"
		      "Exif\0\0");
	add_tiff(out, orientation);
}

static bool is_alone(unsigned marker)
{
	return marker == 0x01 || (marker >= 0xd0 && marker <= SOI);
}

/* Where the data behind a SOS ends: at the next marker that is no restart. */
static size_t scan_end(str s, size_t from)
{
	for (; from + 1 < s.len; from++) {
		unsigned next = *at(s, from + 1);
		if (*at(s, from) == 0xff && next != 0 && next != 0xff && !is_alone(next))
			return from;
	}
	return s.len;
}

static void add_segment(struct buf *out, unsigned marker, str segment)
{
	str payload = str_from(segment, 4);
	if (marker == APP1 && str_starts(payload, S("Exif\0\0")))
		add_jpeg_orientation(out, orientation_of(str_from(payload, 6)));
	else if (jpeg_keeps(marker, payload))
		buf_add(out, segment);
}

/* To the end of the picture: previews and films that telephones append do not go out. */
static bool strip_jpeg(str s, struct buf *out)
{
	size_t from = 2;
	buf_add(out, str_sub(s, 0, 2));
	while (from + 2 <= s.len && *at(s, from) == 0xff) {
		unsigned marker = *at(s, from + 1);
		if (marker == EOI)
			return buf_adds(out, "\xff\xd9"), true;
		if (marker == 0xff) {
			from++;
			continue;
		}
		size_t end = from + 4 <= s.len ? from + 2 + big16(at(s, from + 2)) : 0;
		if (end > s.len || end < from + 4)
			return false;
		add_segment(out, marker, str_sub(s, from, end));
		from = marker == SOS ? scan_end(s, end) : end;
		if (marker == SOS)
			buf_add(out, str_sub(s, end, from));
	}
	return from == s.len;
}

/* The Exif of a JPEG says that it lies on one side: 5 to 8. */
bool strip_lies(str s)
{
	for (size_t from = 2; str_starts(s, S("\xff\xd8")) && from + 4 <= s.len &&
			      *at(s, from) == 0xff && *at(s, from + 1) != SOS;
		from += 2 + big16(at(s, from + 2))) {
		str payload = str_sub(s, from + 4, from + 2 + big16(at(s, from + 2)));
		if (*at(s, from + 1) == APP1 && str_starts(payload, S("Exif\0\0")))
			return orientation_of(str_from(payload, 6)) > 4;
	}
	return false;
}

/* --- PNG ------------------------------------------------------------------------------- */

static bool png_keeps(str type)
{
	static const str gone[] = {STR_INIT("eXIf"), STR_INIT("tEXt"), STR_INIT("zTXt"),
		STR_INIT("iTXt"), STR_INIT("tIME")};
	for (size_t i = 0; i < ARRAY_LEN(gone); i++)
		if (str_eq(type, gone[i]))
			return false;
	return true;
}

static bool strip_png(str s, struct buf *out)
{
	size_t from = 8;
	buf_add(out, str_sub(s, 0, 8));
	while (from + 12 <= s.len) {
		str type = str_sub(s, from + 4, from + 8);
		size_t end = from + 12 + (size_t)big32(at(s, from));
		if (end > s.len)
			return false;
		if (png_keeps(type))
			buf_add(out, str_sub(s, from, end));
		if (str_eq(type, S("IEND")))
			return true;
		from = end;
	}
	return false;
}

/* --- WebP ------------------------------------------------------------------------------ */

enum { WEBP_HAS_XMP = 0x04, WEBP_HAS_EXIF = 0x08 };

static void set_little32(struct buf *out, size_t where, size_t n)
{
	for (size_t i = 0; i < 4; i++)
		out->data[where + i] = (char)(n >> 8 * i & 0xff);
}

static bool strip_webp(str s, struct buf *out)
{
	size_t start = out->len, from = 12;
	buf_add(out, str_sub(s, 0, 12));
	while (from + 8 <= s.len) {
		str type = str_sub(s, from, from + 4);
		size_t size = little32(at(s, from + 4)), end = from + 8 + size + (size & 1);
		if (end > s.len)
			return false;
		if (!str_eq(type, S("EXIF")) && !str_eq(type, S("XMP ")))
			buf_add(out, str_sub(s, from, end));
		if (str_eq(type, S("VP8X")) && size > 0 && !out->overflowed)
			out->data[out->len - (end - from) + 8] &= ~(WEBP_HAS_XMP | WEBP_HAS_EXIF);
		from = end;
	}
	set_little32(out, start + 4, out->len - start - 8);
	return true;
}

bool strip_picture(str bytes, struct buf *out)
{
	size_t start = out->len;
	bool done = false;
	if (str_starts(bytes, S("\xff\xd8")))
		done = strip_jpeg(bytes, out);
	else if (str_starts(bytes, S("\x89PNG\r\n\x1a\n")))
		done = strip_png(bytes, out);
	else if (bytes.len > 12 && str_starts(bytes, S("RIFF")) &&
		 str_eq(str_sub(bytes, 8, 12), S("WEBP")))
		done = strip_webp(bytes, out);
	else
		return buf_add(out, bytes), true;
	if (!done)
		buf_truncate(out, start);
	return done;
}
