#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

#include <criterion/criterion.h>

#include "media/raster_part.h"
#include "media/shrink.h"

/* --- which side is up ---------------------------------------------------------------- */

enum { WIDTH = 32, HEIGHT = 16, MARK = 8 };

/* As a camera writes it: white in the first corner, grey in the one at the end of the first row. */
static unsigned char brightness(int x, int y)
{
	return y >= MARK ? 0 : x < MARK ? 255 : x >= WIDTH - MARK ? 128 : 0;
}

static void write_rows(struct jpeg_compress_struct *info)
{
	while (info->next_scanline < HEIGHT) {
		unsigned char row[WIDTH];
		JSAMPROW rows = row;
		for (int x = 0; x < WIDTH; x++)
			row[x] = brightness(x, (int)info->next_scanline);
		jpeg_write_scanlines(info, &rows, 1);
	}
}

static void write_jpeg(char side, struct buf *out)
{
	struct jpeg_compress_struct info;
	struct jpeg_error_mgr errors;
	unsigned char *bytes = NULL,
		      exif[] = "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0.\0\0\0\0\0";
	unsigned long len = 0;
	exif[25] = (unsigned char)side;
	info.err = jpeg_std_error(&errors);
	jpeg_create_compress(&info);
	jpeg_mem_dest(&info, &bytes, &len);
	info.image_width = WIDTH;
	info.image_height = HEIGHT;
	info.input_components = 1;
	info.in_color_space = JCS_GRAYSCALE;
	jpeg_set_defaults(&info);
	jpeg_start_compress(&info, TRUE);
	jpeg_write_marker(&info, JPEG_APP0 + 1, exif, sizeof(exif) - 1);
	write_rows(&info);
	jpeg_finish_compress(&info);
	jpeg_destroy_compress(&info);
	buf_add(out, str_n((const char *)bytes, len));
	free(bytes);
}

/* Blue alone tells, the picture is grey: "TL" is top left. */
static int bright_at(const struct raster *raster, const char *corner)
{
	const WebPPicture *p = &raster->picture;
	int x = corner[1] == 'L' ? 2 : p->width - 3, y = corner[0] == 'T' ? 2 : p->height - 3;
	return (int)(p->argb[y * p->argb_stride + x] & 0xff);
}

/* Exif 2.32, 4.6.4: where the first row begins and ends, when the picture stands. */
Test(shrink, pictures_stand_upright)
{
	static const char *const corners[][2] = {{"TL", "TR"}, {"TR", "TL"}, {"BR", "BL"},
		{"BL", "BR"}, {"TL", "BL"}, {"TR", "BR"}, {"BR", "TR"}, {"BL", "TL"}};
	for (char side = 1; side <= 8; side++) {
		struct buf jpeg;
		enum raster_fault fault;
		buf_init(&jpeg);
		write_jpeg(side, &jpeg);
		struct raster *raster = raster_read(buf_str(&jpeg), 1, 1, &fault);
		cr_assert(raster, "side %d", side);
		raster_free(raster);
		raster = raster_read(buf_str(&jpeg), WIDTH, WIDTH, &fault);
		cr_assert_eq(raster->picture.width, side > 4 ? HEIGHT : WIDTH);
		cr_assert_gt(bright_at(raster, corners[side - 1][0]), 230, "side %d", side);
		int end = bright_at(raster, corners[side - 1][1]);
		cr_assert(end > 100 && end < 156, "side %d: %d", side, end);
		raster_free(raster);
		buf_release(&jpeg);
	}
}

/* --- what is made -------------------------------------------------------------------- */

static const char jpeg_head[] = "\xff\xd8\xff\xe0";

static struct shrink plan(str bytes, uint32_t width, uint32_t height)
{
	struct shrink shrink = {0};
	shrink_plan(bytes, width, height, &shrink);
	return shrink;
}

static void expect_sizes(uint32_t width, uint32_t height, const char *sizes)
{
	struct buf text;
	buf_init(&text);
	struct shrink shrink = plan(str_of(jpeg_head), width, height);
	for (size_t i = 0; i < shrink.nsizes; i++)
		buf_printf(&text, "%ux%u ", shrink.sizes[i].width, shrink.sizes[i].height);
	cr_assert(str_eq(buf_str(&text), str_of(sizes)), "%.*s", STR_ARGS(buf_str(&text)));
	buf_release(&text);
}

Test(shrink, no_size_is_larger_than_the_picture)
{
	expect_sizes(480, 300, "");
	expect_sizes(481, 300, "480x299 481x300 ");
	expect_sizes(900, 600, "480x320 900x600 ");
	expect_sizes(1440, 9, "480x3 960x6 1440x9 ");
	expect_sizes(8160, 6120, "480x360 960x720 1440x1080 ");
	expect_sizes(1000, 1, "480x1 960x1 1000x1 ");
	expect_sizes(0, 0, "");
	/* A long picture of a screen: no size is higher than 8192. */
	expect_sizes(1000, 20000, "409x8180 ");
}

Test(shrink, what_moves_goes_out_as_it_is)
{
	str still = S("\x89PNG\r\n\x1a\n....IDATacTL"),
	    moves = S("\x89PNG\r\n\x1a\n....acTL....IDAT");
	str webp = S("RIFF....WEBPVP8X....\x02........."),
	    quiet = S("RIFF....WEBPVP8X....\x10.........");
	cr_assert_eq(plan(still, 600, 600).nsizes, 2);
	cr_assert_eq(plan(moves, 600, 600).nsizes, 0);
	cr_assert_eq(plan(webp, 600, 600).nsizes, 0);
	cr_assert_eq(plan(quiet, 600, 600).nsizes, 2);
	cr_assert_eq(plan(S("GIF89a"), 600, 600).nsizes, 0);
}

Test(shrink, a_broken_picture_ends_nothing)
{
	struct shrink shrink = plan(str_of(jpeg_head), 600, 600);
	struct buf files[SHRINK_SIZES + 1];
	for (size_t i = 0; i < ARRAY_LEN(files); i++)
		buf_init(&files[i]);
	cr_assert_eq(shrink_run(S("\xff\xd8\xff\xe0\0\4no"), &shrink, files), SHRINK_BROKEN);
	cr_assert_eq(shrink_run(S("\x89PNG\r\n\x1a\nno"), &shrink, files), SHRINK_BROKEN);
	cr_assert_eq(shrink_run(S("RIFF\4\0\0\0WEBP"), &shrink, files), SHRINK_BROKEN);
}
