#include "media/strip.h"

#include "base/endian.h"
#include "media/jpeg.h"

static const unsigned char *at(str bytes, size_t from)
{
	return (const unsigned char *)bytes.ptr + from;
}

/* --- Exif: only which side is up --------------------------------------------------------- */

enum { ORIENTATION = 0x0112, UPRIGHT = 1, TIFF_HEAD = 8, ENTRY = 12 };

static uint32_t number16(const unsigned char *p, bool big)
{
	return big ? big16(p) : little16(p);
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

/* JFIF, the colour profile and Adobe's word on how colours are kept. */
static bool jpeg_keeps(unsigned marker, str payload)
{
	if (marker == JPEG_COM)
		return false;
	if (marker < JPEG_APP0 || marker > JPEG_APP15)
		return true;
	return (marker == JPEG_APP0 && str_starts(payload, S("JFIF\0"))) ||
	       (marker == JPEG_APP2 && str_starts(payload, S("ICC_PROFILE"))) ||
	       marker == JPEG_APP14;
}

static void add_jpeg_orientation(struct buf *out, uint32_t orientation)
{
	if (orientation == UPRIGHT)
		return;
	buf_adds(out, "\xff\xe1\0\x22"
		      "Exif\0\0");
	add_tiff(out, orientation);
}

static bool is_exif(const struct jpeg_segment *segment)
{
	return segment->marker == JPEG_APP1 && str_starts(segment->payload, S("Exif\0\0"));
}

static void add_segment(struct buf *out, const struct jpeg_segment *segment)
{
	if (is_exif(segment))
		add_jpeg_orientation(out, orientation_of(str_from(segment->payload, 6)));
	else if (jpeg_keeps(segment->marker, segment->payload))
		buf_add(out, segment->bytes);
}

/* To the end of the picture: previews and films that telephones append do not go out. */
static bool strip_jpeg(str s, struct buf *out)
{
	struct jpeg_segment segment;
	size_t from = jpeg_begin(s);
	buf_add(out, str_sub(s, 0, from));
	while (jpeg_next(s, &from, &segment)) {
		add_segment(out, &segment);
		if (segment.marker == JPEG_EOI)
			return true;
		if (segment.marker != JPEG_SOS)
			continue;
		size_t end = jpeg_data_end(s, from);
		buf_add(out, str_sub(s, from, end));
		from = end;
	}
	return from == s.len;
}

unsigned strip_side(str s)
{
	struct jpeg_segment segment;
	for (size_t from = jpeg_begin(s); from && jpeg_next(s, &from, &segment);) {
		if (segment.marker == JPEG_SOS)
			break;
		if (is_exif(&segment))
			return orientation_of(str_from(segment.payload, 6));
	}
	return UPRIGHT;
}

/* --- PNG ------------------------------------------------------------------------------- */

/* What is drawn, its colours and its size; frames, if it moves. No text, time, preview, or word on
 * where it comes from. */
static const char png_kept[] = "IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI "
			       "bKGD hIST pHYs sPLT acTL fcTL fdAT ";

/* Names are of four bytes each. */
static bool is_listed(const char *names, str type)
{
	for (str rest = str_of(names); rest.len >= 5; rest = str_from(rest, 5))
		if (str_eq(str_sub(rest, 0, 4), type))
			return true;
	return false;
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
		if (is_listed(png_kept, type))
			buf_add(out, str_sub(s, from, end));
		if (str_eq(type, S("IEND")))
			return true;
		from = end;
	}
	return false;
}

/* --- WebP ------------------------------------------------------------------------------ */

enum { WEBP_HAS_XMP = 0x04, WEBP_HAS_EXIF = 0x08 };

static const char webp_kept[] = "VP8  VP8L VP8X ALPH ANIM ANMF ICCP ";

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
		if (is_listed(webp_kept, type))
			buf_add(out, str_sub(s, from, end));
		if (str_eq(type, S("VP8X")) && size > 0 && !out->overflowed)
			out->data[out->len - (end - from) + 8] &= ~(WEBP_HAS_XMP | WEBP_HAS_EXIF);
		from = end;
	}
	set_little32(out, start + 4, out->len - start - 8);
	return true;
}

/* --- AVIF: nothing is taken out; one that tells something does not go out ------------------ */

static bool avif_tells(str bytes)
{
	return str_find(bytes, S("Exif")) != STR_NONE ||
	       str_find(bytes, S("application/rdf+xml")) != STR_NONE;
}

bool strip_picture(str bytes, struct buf *out)
{
	size_t start = out->len;
	bool done = false;
	if (jpeg_begin(bytes))
		done = strip_jpeg(bytes, out);
	else if (str_starts(bytes, S("\x89PNG\r\n\x1a\n")))
		done = strip_png(bytes, out);
	else if (bytes.len > 12 && str_starts(bytes, S("RIFF")) &&
		 str_eq(str_sub(bytes, 8, 12), S("WEBP")))
		done = strip_webp(bytes, out);
	else if (!str_eq(str_sub(bytes, 4, 12), S("ftypavif")) || !avif_tells(bytes))
		return buf_add(out, bytes), true;
	if (!done)
		buf_truncate(out, start);
	return done;
}
