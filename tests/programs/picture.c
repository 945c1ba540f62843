/*
 * picture KIND WIDTH HEIGHT: a picture on standard output, made of a soft ground with a bright
 * square in its left upper corner. KIND is jpeg, cmyk (a JPEG for printers), or png. The same words
 * give the same bytes.
 */
#include <stdio.h>

#include <jpeglib.h>

#include <png.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static void paint(unsigned char *row, size_t dots, unsigned parts, unsigned y)
{
	for (size_t x = 0; x < dots; x++)
		for (unsigned part = 0; part < parts; part++)
			row[x * parts + part] =
				(unsigned char)(x < 100 && y < 100
							? 250 - 100 * (part > 0)
							: 40 + (x * (part + 1) + 2 * y) / 16 % 160 +
								  (x * x + y * y) % 13);
}

static void write_jpeg(unsigned width, unsigned height, bool cmyk)
{
	struct jpeg_compress_struct info;
	struct jpeg_error_mgr errors;
	unsigned parts = cmyk ? 4 : 3;
	unsigned char *row = calloc(width, parts);
	info.err = jpeg_std_error(&errors);
	jpeg_create_compress(&info);
	jpeg_stdio_dest(&info, stdout);
	info.image_width = width;
	info.image_height = height;
	info.input_components = (int)parts;
	info.in_color_space = cmyk ? JCS_CMYK : JCS_RGB;
	jpeg_set_defaults(&info);
	jpeg_set_quality(&info, 90, TRUE);
	jpeg_start_compress(&info, TRUE);
	while (info.next_scanline < height) {
		paint(row, width, parts, info.next_scanline);
		jpeg_write_scanlines(&info, &row, 1);
	}
	jpeg_finish_compress(&info);
	jpeg_destroy_compress(&info);
	free(row);
}

static void write_png(unsigned width, unsigned height)
{
	png_image image = {.version = PNG_IMAGE_VERSION,
		.width = width,
		.height = height,
		.format = PNG_FORMAT_RGB};
	unsigned char *dots = calloc(width, (size_t)3 * height);
	for (unsigned y = 0; y < height; y++)
		paint(dots + (size_t)3 * width * y, width, 3, y);
	png_image_write_to_stdio(&image, stdout, 0, dots, 0, NULL);
	free(dots);
}

int main(int argc, char **argv)
{
	if (argc != 4)
		return 2;
	unsigned width = (unsigned)atoi(argv[2]), height = (unsigned)atoi(argv[3]);
	if (strcmp(argv[1], "png") == 0)
		write_png(width, height);
	else
		write_jpeg(width, height, strcmp(argv[1], "cmyk") == 0);
	return ferror(stdout) != 0;
}
