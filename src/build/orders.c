#include "build/orders.h"

#include "base/pack.h"
#include "locale/collate.h"

static void take_one(struct build *build, str tag, str order)
{
	const struct config *config = &build->site.config;
	for (size_t i = 0; i < config->nlanguages; i++)
		if (str_eq(config->languages[i].tag, tag))
			build->found.orders[i] = order;
}

void orders_take(struct build *build)
{
	struct unpack unpack = {.rest = build->remembered.orders};
	build->found.orders = ARENA_ARRAY(&build->arena, str, build->site.config.nlanguages);
	if (!str_eq(unpack_text(&unpack), build_version()))
		return;
	while (unpack.rest.len && !unpack.failed) {
		str tag = unpack_text(&unpack);
		take_one(build, tag, unpack_text(&unpack));
	}
}

void orders_write(const struct build *build, struct buf *out)
{
	const struct config *config = &build->site.config;
	struct buf order;
	buf_init(&order);
	pack_text(out, build_version());
	for (size_t i = 0; i < config->nlanguages; i++) {
		const struct language *language = &config->languages[i];
		if (language->of.len)
			continue;
		buf_clear(&order);
		collator_keep(language->order, &order);
		pack_text(out, language->tag);
		pack_text(out, buf_str(&order));
	}
	buf_release(&order);
}
