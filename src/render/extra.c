#include "render/extra.h"

struct extra {
	str kind;
	str name;
	struct value (*get)(const struct frame *frame, const struct record *record);
};

static const struct extra extras[] = {
	{STR_INIT(""), STR_INIT(""), NULL},
};

const char *const extra_names[] = {NULL};

struct value record_extra(const struct frame *frame, const struct record *record, str key)
{
	for (size_t i = 0; i < ARRAY_LEN(extras); i++)
		if (str_eq(extras[i].name, key) && str_eq(extras[i].kind, record->kind->name))
			return extras[i].get(frame, record);
	return value_none();
}
