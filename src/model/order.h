/* What values are sorted by: keys whose bytes stand in the order of a language. */
#ifndef MODEL_ORDER_H
#define MODEL_ORDER_H

#include "model/config.h"

/* Of a number, a text, or a text in several languages; others come first, as empty texts do. */
str order_key(const struct config *config, const struct language *language, struct value v,
	struct arena *arena);

#endif
