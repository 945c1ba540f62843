#include <criterion/criterion.h>

#include "feed/sitemap.h"

/* A site of so many pages, which are all the same one. */
static struct site site_of(struct page *page, size_t npages)
{
	struct site site = {0};
	site.config.base_url = S("https://example.org");
	for (size_t i = 0; i < npages; i++)
		VEC_PUSH(&site.pages, page);
	return site;
}

static size_t count(str text, str what)
{
	size_t n = 0;
	for (size_t at; (at = str_find(text, what)) != STR_NONE; n++)
		text = str_from(text, at + what.len);
	return n;
}

struct written {
	size_t nurls;
	size_t nparts;
	size_t len;
};

static struct written write_file(const struct site *site, size_t file, str name)
{
	struct arena arena;
	struct buf out;
	arena_init(&arena);
	buf_init(&out);
	cr_assert(str_eq(sitemap_write(site, file, &arena, &out), name));
	str text = buf_str(&out);
	struct written written = {count(text, S("<url>")), count(text, S("<sitemap>")), text.len};
	buf_release(&out);
	arena_release(&arena);
	return written;
}

Test(sitemap, a_small_site_has_one_file)
{
	struct page page = {.url = S("/"), .kind = PAGE_CONTENT};
	struct site site = site_of(&page, SITEMAP_MAX);
	cr_assert_eq(sitemap_files(&site), 1);
	cr_assert_eq(write_file(&site, 0, S("sitemap.xml")).nurls, SITEMAP_MAX);
	VEC_FREE(&site.pages);
}

/* The protocol: 50 000 addresses in 50 MiB, here with addresses as long as people's may be. */
Test(sitemap, a_large_site_has_an_index_of_parts)
{
	static char url[2000];
	memset(url, 'a', sizeof(url));
	struct page page = {.url = str_n(url, sizeof(url)), .kind = PAGE_CONTENT};
	struct site site = site_of(&page, SITEMAP_MAX + 1);
	cr_assert_eq(sitemap_files(&site), 3);
	struct written index = write_file(&site, 0, S("sitemap.xml"));
	struct written first = write_file(&site, 1, S("sitemap-1.xml"));
	cr_assert_eq(index.nparts, 2);
	cr_assert_eq(index.nurls, 0);
	cr_assert_eq(first.nurls, SITEMAP_MAX);
	cr_assert_lt(first.len, (size_t)50 << 20);
	cr_assert_eq(write_file(&site, 2, S("sitemap-2.xml")).nurls, 1);
	VEC_FREE(&site.pages);
}
