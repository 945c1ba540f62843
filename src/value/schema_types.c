/* What values a schema allows, in words. */
#include "base/messages.h"
#include "value/schema.h"

#define KIND(kind) (1u << VALUE_##kind)

void schema_write_types(unsigned types, struct buf *out)
{
	static const struct {
		const char *name;
		unsigned kinds;
	} names[] = {{N_("text"), KIND(STRING)}, {N_("a number"), KIND(INT) | KIND(REAL)},
		{N_("a whole number"), KIND(INT)}, {N_("true or false"), KIND(BOOL)},
		{N_("a list [ ]"), KIND(LIST)}, {N_("an object { }"), KIND(MAP)},
		{"null", KIND(NULL)}};
	const char *chosen[ARRAY_LEN(names)];
	size_t n = 0;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		if ((types & names[i].kinds) != names[i].kinds)
			continue;
		types &= ~names[i].kinds;
		chosen[n++] = names[i].kinds == KIND(NULL) ? names[i].name : _(names[i].name);
	}
	for (size_t i = 0; i < n; i++)
		buf_printf(out, "%s%s", i == 0 ? "" : i + 1 < n ? ", " : _(" or "), chosen[i]);
}
