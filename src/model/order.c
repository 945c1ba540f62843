#include "model/order.h"

#include "locale/collate.h"

/* Numbers as digits of one width, negative ones below. */
static str number_key(double n, struct arena *arena)
{
	return n < 0 ? arena_printf(arena, "-%030.6f", 1e20 + n)
		     : arena_printf(arena, "0%030.6f", n);
}

str order_key(const struct config *config, const struct language *language, struct value v,
	struct arena *arena)
{
	if (v.kind == VALUE_INT)
		return number_key((double)v.integer, arena);
	if (v.kind == VALUE_REAL)
		return number_key(v.real, arena);
	return collator_key(language->order, config_text(config, v, language, NULL), arena);
}
