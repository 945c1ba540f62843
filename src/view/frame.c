#include "view/frame.h"

struct formatter *frame_formatter(const struct frame *frame)
{
	struct formatter **slot = &frame->worker->formatters[frame->language->index];
	if (!*slot)
		*slot = formatter_new(frame->language->tag);
	return *slot;
}

str frame_markdown(const struct frame *frame, str markdown, struct span at)
{
	return frame->renderer->markdown(frame, markdown, at, NULL);
}

#define TEXT_MAX ((size_t)8 << 20)

bool frame_read(const struct frame *frame, struct buf *text)
{
	const struct page *page = frame_page(frame);
	const struct renderer *renderer = frame->renderer;
	reading_note(INPUT_BODY, page->entry);
	if (renderer->texts && renderer->texts[page->entry].len) {
		buf_add(text, renderer->texts[page->entry]);
		return true;
	}
	return store_read(frame->worker->reader, &renderer->entries[page->entry], TEXT_MAX, text,
		span_file(page->source), &frame->worker->diags);
}
