#include <criterion/criterion.h>
#include <brotli/decode.h>
#include <zlib.h>

#include "publish/compressor.h"

static void fill(struct buf *page)
{
	buf_init(page);
	for (int i = 0; i < 2000; i++)
		buf_printf(page, "<li>Tikšanās %d</li>\n", i);
}

static void check_gzip(struct compressor *compressor, str page, int level)
{
	struct buf packed, back;
	buf_init(&packed);
	buf_init(&back);
	buf_adds(&packed, "kept");
	cr_assert(compressor_gzip(compressor, page, level, &packed));
	cr_assert(str_starts(buf_str(&packed), S("kept\x1f\x8b\x08")));
	cr_assert_arr_eq(packed.data + 4 + 3, "\0\0\0\0\0", 5, "no flags and no time");
	z_stream zip = {.next_in = (Bytef *)packed.data + 4, .avail_in = (uInt)packed.len - 4};
	cr_assert_eq(inflateInit2(&zip, 31), Z_OK);
	buf_reserve(&back, page.len + 1);
	zip.next_out = (Bytef *)back.data;
	zip.avail_out = (uInt)page.len + 1;
	cr_assert_eq(inflate(&zip, Z_FINISH), Z_STREAM_END);
	buf_grew(&back, zip.total_out);
	inflateEnd(&zip);
	cr_assert(str_eq(buf_str(&back), page));
	buf_release(&packed);
	buf_release(&back);
}

Test(publish_compressor, gzip_gives_the_bytes_back)
{
	struct compressor compressor = {0};
	struct buf page;
	fill(&page);
	for (int level = 1; level <= 12; level++)
		check_gzip(&compressor, buf_str(&page), level);
	check_gzip(&compressor, S(""), 6);
	buf_release(&page);
	compressor_release(&compressor);
}

static void check_brotli(struct compressor *compressor, str page, int level)
{
	struct buf packed, back;
	buf_init(&packed);
	buf_init(&back);
	cr_assert(compressor_brotli(compressor, page, level, &packed));
	size_t len = page.len + 1;
	buf_reserve(&back, len);
	cr_assert_eq(BrotliDecoderDecompress(
			     packed.len, (const uint8_t *)packed.data, &len, (uint8_t *)back.data),
		BROTLI_DECODER_RESULT_SUCCESS);
	buf_grew(&back, len);
	cr_assert(str_eq(buf_str(&back), page));
	buf_release(&packed);
	buf_release(&back);
}

Test(publish_compressor, brotli_gives_the_bytes_back)
{
	struct compressor compressor = {0};
	struct buf page;
	fill(&page);
	for (int level = 0; level <= 11; level++)
		check_brotli(&compressor, buf_str(&page), level);
	check_brotli(&compressor, S(""), 5);
	buf_release(&page);
	compressor_release(&compressor);
}

Test(publish_compressor, is_the_same_twice_and_smaller)
{
	struct compressor compressor = {0};
	struct buf page, first, second;
	fill(&page);
	buf_init(&first);
	buf_init(&second);
	compressor_gzip(&compressor, buf_str(&page), COMPRESSOR_GZIP_LEVEL, &first);
	compressor_gzip(&compressor, buf_str(&page), COMPRESSOR_GZIP_LEVEL, &second);
	cr_assert(str_eq(buf_str(&first), buf_str(&second)));
	cr_assert_lt(first.len, page.len / 4);
	buf_clear(&first);
	buf_clear(&second);
	compressor_brotli(&compressor, buf_str(&page), COMPRESSOR_BROTLI_LEVEL, &first);
	compressor_brotli(&compressor, buf_str(&page), COMPRESSOR_BROTLI_LEVEL, &second);
	cr_assert(str_eq(buf_str(&first), buf_str(&second)));
	cr_assert_lt(first.len, page.len / 4);
	buf_release(&page);
	buf_release(&first);
	buf_release(&second);
	compressor_release(&compressor);
}

Test(publish_compressor, keeps_to_the_limit_of_its_buffer)
{
	struct compressor compressor = {0};
	struct buf page, small;
	fill(&page);
	buf_init_limit(&small, 100);
	cr_assert_not(compressor_gzip(&compressor, buf_str(&page), 9, &small));
	cr_assert(small.overflowed);
	buf_release(&small);
	buf_init_limit(&small, 100);
	cr_assert_not(compressor_brotli(&compressor, buf_str(&page), 9, &small));
	cr_assert(small.overflowed);
	buf_release(&page);
	buf_release(&small);
	compressor_release(&compressor);
}
