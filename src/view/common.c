#include "view/common.h"

#include "view/lines.h"
#include "view/page.h"

/* What the pages of a language have in common. */
struct shared {
	struct stock stock; /* no parts: not asked for yet */
	struct worker *worker;
	struct lines *lines;
	uint32_t language;
};

struct common {
	struct shared languages[LANGUAGES_MAX];
	size_t ndiags, nlinks, npictures; /* of the worker when a part was begun, */
	struct reading_mark mark;         /* and of what it reads */
};

static void begin(void *ctx)
{
	struct worker *worker = ((struct shared *)ctx)->worker;
	struct common *common = worker->common;
	common->ndiags = worker->diags.list.len;
	common->nlinks = worker->links.len;
	common->npictures = worker->pictures.len;
	worker->is_of_page = worker->is_of_place = false;
	common->mark = reading_part_begin();
}

static enum stock_of end(void *ctx, str text, struct arena *arena, const void **notes)
{
	struct lines *lines = ((struct shared *)ctx)->lines;
	struct worker *worker = ((struct shared *)ctx)->worker;
	const struct common *common = worker->common;
	struct reading_part *part = ARENA_NEW(arena, struct reading_part);
	*part = reading_part_end(common->mark, arena);
	*notes = part;
	if (arena == &worker->lines)
		lines_add(lines, text.len + part->n * sizeof(*part->inputs));
	if (worker->is_of_page || worker->diags.list.len != common->ndiags ||
		worker->links.len != common->nlinks || worker->pictures.len != common->npictures)
		return STOCK_OF_PAGE;
	return worker->is_of_place ? STOCK_OF_PLACE : STOCK_OF_ALL;
}

static bool take(void *ctx, const struct stocked *part)
{
	((struct shared *)ctx)->worker->is_of_place |= part->is_of_place;
	return reading_add_part(part->notes);
}

static stock_slot *line(void *ctx, uint32_t template, struct value thing)
{
	const struct shared *shared = ctx;
	const struct record *record = shared->lines ? view_record_of(thing) : NULL;
	return record ? lines_slot(shared->lines, template, shared->language, record) : NULL;
}

static stock_slot *list(void *ctx, uint32_t section, struct value thing)
{
	const struct shared *shared = ctx;
	const struct page_view *page = shared->lines ? view_page_of(thing) : NULL;
	return page ? lines_list(shared->lines, section, shared->language, page) : NULL;
}

/* The entry of the menu that is current, by its number from 1 on; 0: none is. With it are those
 * that it lies below, and no others. */
static size_t place_of(const struct frame *frame)
{
	const struct site *site = frame->renderer->site;
	for (const struct page *page = frame->page_; page; page = page->parent)
		for (size_t i = 0; i < site->nmenu; i++)
			if (site->menu[frame->language->index][i] == page)
				return i + 1;
	return 0;
}

struct stock *common_stock(const struct frame *frame)
{
	struct worker *worker = frame->worker;
	uint32_t language = frame->language->index;
	if (!worker->common)
		worker->common = ARENA_NEW(&worker->kept, struct common);
	struct shared *shared = &worker->common->languages[language];
	if (!shared->stock.parts) {
		size_t n = frame->renderer->units->set.nparts;
		*shared = (struct shared){.worker = worker, .language = language};
		shared->stock =
			(struct stock){.parts = ARENA_ARRAY(&worker->kept, struct stocked, n),
				.nplaces = frame->renderer->site->nmenu + 1,
				.arena = &worker->kept,
				.ctx = shared,
				.begin = begin,
				.end = end,
				.take = take,
				.line = line,
				.list = list,
				.lines = &worker->lines};
	}
	shared->stock.place = place_of(frame);
	shared->lines = frame->renderer->lines;
	return &shared->stock;
}

void common_forget(struct worker *worker)
{
	worker->common = NULL;
}
