/* JPEG by libjpeg-turbo. */
#include <stdio.h>

#include <jpeglib.h>

#include <jerror.h>
#include <setjmp.h>
#include <stdlib.h>

#include "media/raster_part.h"

enum { QUALITY = 80 };
#define MEMORY_MAX (512L << 20)

/* What libjpeg ends with instead of the process. */
struct trouble {
	struct jpeg_error_mgr manager;
	jmp_buf out;
	bool cut; /* the data ends before the picture does */
};

static void give_up(j_common_ptr info)
{
	longjmp(((struct trouble *)info->err)->out, 1);
}

/* Of its warnings those count that leave a part of the picture grey. */
static void take_warning(j_common_ptr info, int level)
{
	struct trouble *trouble = (struct trouble *)info->err;
	if (level < 0 &&
		(info->err->msg_code == JWRN_JPEG_EOF || info->err->msg_code == JWRN_HIT_MARKER))
		trouble->cut = true;
}

static struct jpeg_error_mgr *trouble_begin(struct trouble *trouble)
{
	jpeg_std_error(&trouble->manager);
	trouble->manager.error_exit = give_up;
	trouble->manager.emit_message = take_warning;
	return &trouble->manager;
}

/* --- reading ------------------------------------------------------------------------------------
 */

/* Halves, quarters and eighths cost least to read. */
static void choose_scale(struct jpeg_decompress_struct *info, uint32_t width, uint32_t height)
{
	info->scale_num = 1;
	for (info->scale_denom = 8; info->scale_denom > 1; info->scale_denom /= 2)
		if (info->image_width / info->scale_denom >= width &&
			info->image_height / info->scale_denom >= height)
			break;
}

static void read_profile(struct jpeg_decompress_struct *info, struct raster *raster)
{
	JOCTET *profile;
	unsigned len;
	if (!jpeg_read_icc_profile(info, &profile, &len))
		return;
	if (len <= PROFILE_MAX && info->out_color_space != JCS_GRAYSCALE)
		buf_add(&raster->profile, str_n((const char *)profile, len));
	free(profile);
}

static void read_rows(struct jpeg_decompress_struct *info, struct raster *raster)
{
	while (info->output_scanline < info->output_height) {
		size_t at = (size_t)info->output_scanline * (size_t)raster->picture.argb_stride;
		JSAMPROW row = (JSAMPROW)(raster->picture.argb + at);
		jpeg_read_scanlines(info, &row, 1);
	}
}

static bool is_big_endian(void)
{
	const uint16_t one = 1;
	return *(const unsigned char *)&one == 0;
}

static enum raster_fault read_picture(struct jpeg_decompress_struct *info, str bytes,
	uint32_t width, uint32_t height, struct raster *raster)
{
	info->mem->max_memory_to_use = MEMORY_MAX;
	jpeg_save_markers(info, JPEG_APP0 + 2, 0xffff);
	jpeg_mem_src(info, (const unsigned char *)bytes.ptr, bytes.len);
	jpeg_read_header(info, TRUE);
	if (info->jpeg_color_space == JCS_CMYK || info->jpeg_color_space == JCS_YCCK)
		return RASTER_PRINT;
	choose_scale(info, width, height);
	info->dct_method = JDCT_ISLOW;
	info->out_color_space = is_big_endian() ? JCS_EXT_ARGB : JCS_EXT_BGRA;
	jpeg_start_decompress(info);
	if (!raster_allot(raster, info->output_width, info->output_height))
		return RASTER_BROKEN;
	read_rows(info, raster);
	read_profile(info, raster);
	jpeg_finish_decompress(info);
	return RASTER_FINE;
}

enum raster_fault raster_read_jpeg(
	str bytes, uint32_t width, uint32_t height, struct raster *raster)
{
	struct jpeg_decompress_struct info;
	struct trouble trouble = {0};
	volatile enum raster_fault fault = RASTER_BROKEN;
	info.err = trouble_begin(&trouble);
	jpeg_create_decompress(&info);
	if (!setjmp(trouble.out))
		fault = read_picture(&info, bytes, width, height, raster);
	jpeg_destroy_decompress(&info);
	return fault == RASTER_FINE && trouble.cut ? RASTER_BROKEN : fault;
}

/* --- writing ------------------------------------------------------------------------------------
 */

static void write_row(struct jpeg_compress_struct *info, const WebPPicture *p, unsigned char *row)
{
	const uint32_t *dots = p->argb + (size_t)info->next_scanline * (size_t)p->argb_stride;
	for (int x = 0; x < p->width; x++) {
		row[3 * x] = (unsigned char)(dots[x] >> 16);
		row[3 * x + 1] = (unsigned char)(dots[x] >> 8);
		row[3 * x + 2] = (unsigned char)dots[x];
	}
	jpeg_write_scanlines(info, &row, 1);
}

static void write_picture(struct jpeg_compress_struct *info, const struct raster *raster,
	unsigned char *row, unsigned char **bytes, unsigned long *len)
{
	jpeg_mem_dest(info, bytes, len);
	info->image_width = (JDIMENSION)raster->picture.width;
	info->image_height = (JDIMENSION)raster->picture.height;
	info->input_components = 3;
	info->in_color_space = JCS_RGB;
	jpeg_set_defaults(info);
	jpeg_set_quality(info, QUALITY, TRUE);
	jpeg_simple_progression(info);
	info->optimize_coding = TRUE;
	info->dct_method = JDCT_ISLOW;
	jpeg_start_compress(info, TRUE);
	if (raster->profile.len)
		jpeg_write_icc_profile(
			info, (const JOCTET *)raster->profile.data, (unsigned)raster->profile.len);
	while (info->next_scanline < info->image_height)
		write_row(info, &raster->picture, row);
	jpeg_finish_compress(info);
}

bool raster_write_jpeg(const struct raster *raster, struct buf *out)
{
	struct jpeg_compress_struct info;
	struct trouble trouble = {0};
	unsigned char *bytes = NULL, *row = xcalloc((size_t)raster->picture.width, 3);
	unsigned long len = 0;
	volatile bool done = false;
	info.err = trouble_begin(&trouble);
	jpeg_create_compress(&info);
	if (!setjmp(trouble.out)) {
		write_picture(&info, raster, row, &bytes, &len);
		done = true;
	}
	jpeg_destroy_compress(&info);
	if (done)
		buf_add(out, str_n((const char *)bytes, len));
	free(bytes);
	free(row);
	return done;
}
