#include "view/common.h"

struct common {
	struct stock stocks[LANGUAGES_MAX]; /* no parts: not asked for yet */
	size_t ndiags, nlinks, npictures;   /* of the worker when a part was begun, */
	struct reading_mark mark;           /* and of what it reads */
};

static void begin(void *ctx)
{
	struct worker *worker = ctx;
	struct common *common = worker->common;
	common->ndiags = worker->diags.list.len;
	common->nlinks = worker->links.len;
	common->npictures = worker->pictures.len;
	worker->is_of_page = false;
	common->mark = reading_part_begin();
}

static bool end(void *ctx, const void **notes)
{
	struct worker *worker = ctx;
	const struct common *common = worker->common;
	struct reading_part *part = ARENA_NEW(&worker->kept, struct reading_part);
	*part = reading_part_end(common->mark, &worker->kept);
	*notes = part;
	return !worker->is_of_page && worker->diags.list.len == common->ndiags &&
	       worker->links.len == common->nlinks && worker->pictures.len == common->npictures;
}

static bool take(void *ctx, const void *notes)
{
	UNUSED(ctx);
	return reading_add_part(notes);
}

struct stock *common_stock(const struct frame *frame)
{
	struct worker *worker = frame->worker;
	if (!worker->common)
		worker->common = ARENA_NEW(&worker->kept, struct common);
	struct stock *stock = &worker->common->stocks[frame->language->index];
	if (!stock->parts) {
		size_t n = frame->renderer->units->set.nparts;
		*stock = (struct stock){ARENA_ARRAY(&worker->kept, struct stocked, n),
			&worker->kept, worker, begin, end, take};
	}
	return stock;
}

void common_forget(struct worker *worker)
{
	worker->common = NULL;
}
