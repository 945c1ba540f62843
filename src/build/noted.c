#include "build/noted.h"

struct noted noted_by(const struct worker *worker)
{
	return (struct noted){worker->diags.list.len, worker->links.len, worker->pictures.len};
}

static void pack_links(struct buf *out, const struct worker *worker, size_t first)
{
	pack_number(out, worker->links.len - first);
	for (size_t i = first; i < worker->links.len; i++) {
		const struct noted_link *link = &worker->links.items[i];
		pack_number(out, link->page ? link->page->index + 1 : 0);
		pack_text(out, link->target);
		pack_number(out, link->span.source);
		pack_number(out, link->span.start);
		pack_number(out, link->span.end);
	}
}

static void pack_pictures(struct buf *out, const struct worker *worker, size_t first)
{
	pack_number(out, worker->pictures.len - first);
	for (size_t i = first; i < worker->pictures.len; i++) {
		pack_number(out, worker->pictures.items[i].page->index);
		pack_number(out, worker->pictures.items[i].medium);
	}
}

void noted_pack(struct buf *out, const struct worker *worker, struct noted before)
{
	pack_links(out, worker, before.nlinks);
	pack_pictures(out, worker, before.npictures);
}

static void carry_links(const struct build *build, struct worker *worker, struct unpack *unpack)
{
	const page_list *pages = &build->site.pages;
	size_t n = unpack_count(unpack, unpack->rest.len);
	for (size_t i = 0; i < n && !unpack->failed; i++) {
		size_t page = unpack_count(unpack, pages->len);
		struct noted_link link = {
			page ? pages->items[page - 1] : NULL, unpack_text(unpack), SPAN_NONE};
		link.span.source = (uint32_t)unpack_number(unpack);
		link.span.start = (uint32_t)unpack_number(unpack);
		link.span.end = (uint32_t)unpack_number(unpack);
		VEC_PUSH(&worker->links, link);
	}
}

static void carry_pictures(const struct build *build, struct worker *worker, struct unpack *unpack)
{
	const struct site *site = &build->site;
	size_t n = unpack_count(unpack, unpack->rest.len);
	for (size_t i = 0; i < n && !unpack->failed; i++) {
		size_t page = unpack_count(unpack, site->pages.len - 1);
		size_t medium = unpack_count(unpack, site->media.len - 1);
		struct noted_picture shown = {site->pages.items[page], medium};
		VEC_PUSH(&worker->pictures, shown);
	}
}

void noted_carry(const struct build *build, struct worker *worker, struct unpack *unpack)
{
	carry_links(build, worker, unpack);
	carry_pictures(build, worker, unpack);
}
