#include "render/note.h"

#include "base/hash.h"

void note_anchor(struct frame *frame, const struct page *page, str anchor, struct span span)
{
	struct noted_link link = {page, arena_str(&frame->worker->kept, anchor), span};
	VEC_PUSH(&frame->worker->links, link);
}

void note_output(struct frame *frame, str url, struct span span)
{
	struct noted_link link = {NULL, arena_str(&frame->worker->kept, url), span};
	VEC_PUSH(&frame->worker->links, link);
}

static int compare(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

void note_headings(struct frame *frame)
{
	struct anchors *anchors = &frame->renderer->anchors[frame_page(frame)->index];
	anchors->hashes = ARENA_ARRAY(&frame->worker->kept, uint32_t, frame->outline.len);
	anchors->len = 0; /* a preview takes a page again and again */
	for (size_t i = 0; i < frame->outline.len; i++)
		anchors->hashes[anchors->len++] = (uint32_t)hash64(frame->outline.headings[i].id);
	vec_sort(anchors->hashes, anchors->len, sizeof(*anchors->hashes), compare);
}
