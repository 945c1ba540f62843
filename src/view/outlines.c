#include "view/outlines.h"

#include <stdatomic.h>

#include "base/pack.h"

static void pack(struct buf *out, const struct markdown_outline *outline)
{
	pack_number(out, outline->len);
	for (size_t i = 0; i < outline->len; i++) {
		const struct markdown_heading *heading = &outline->headings[i];
		pack_number(out, heading->level);
		pack_text(out, heading->id);
		pack_text(out, heading->text);
		pack_text(out, heading->language);
	}
}

static void unpack(str packed, struct markdown_outline *outline, struct arena *arena)
{
	struct unpack unpack = {.rest = packed};
	outline->len = unpack_count(&unpack, packed.len);
	outline->headings = ARENA_ARRAY(arena, struct markdown_heading, outline->len);
	for (size_t i = 0; i < outline->len; i++) {
		struct markdown_heading *heading = &outline->headings[i];
		heading->level = (unsigned)unpack_number(&unpack);
		heading->id = unpack_text(&unpack);
		heading->text = unpack_text(&unpack);
		heading->language = unpack_text(&unpack);
	}
	if (unpack.failed)
		BUG("an outline that was packed can't be read");
}

static const str *keep(struct arena *arena, const struct markdown_outline *outline)
{
	struct buf out;
	str *packed = ARENA_NEW(arena, str);
	buf_init(&out);
	pack(&out, outline);
	*packed = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return packed;
}

static bool parse(const struct frame *frame, struct markdown_outline *outline)
{
	struct buf file;
	struct arena parsing;
	buf_init(&file);
	arena_init(&parsing);
	bool good = frame_read(frame, &file);
	if (good)
		markdown_headings(str_from(buf_str(&file), frame_page(frame)->body_start),
			&frame->worker->scratch, &parsing, outline);
	arena_release(&parsing);
	buf_release(&file);
	return good;
}

bool outlines_get(const struct frame *frame, struct markdown_outline *outline)
{
	_Atomic(const str *) *slot = &frame->renderer->outlines[frame_page(frame)->entry];
	const str *packed = atomic_load(slot);
	reading_note(INPUT_BODY, frame_page(frame)->entry);
	if (packed) {
		unpack(*packed, outline, &frame->worker->scratch);
		return true;
	}
	if (!parse(frame, outline))
		return false;
	atomic_store(slot, keep(&frame->worker->kept, outline));
	return true;
}
