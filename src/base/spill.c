#include "base/spill.h"

void spill_init(struct spill *spill, spill_fn *take, void *ctx)
{
	*spill = (struct spill){.take = take, .ctx = ctx};
	buf_init(&spill->piece);
}

void spill_all(struct spill *spill)
{
	spill->take(spill->ctx, buf_str(&spill->piece));
	buf_clear(&spill->piece);
}

void spill_release(struct spill *spill)
{
	buf_release(&spill->piece);
}
