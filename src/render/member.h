/*
 * A view's members as a table: name and getter. view_member() finds the row;
 * the same table gives the names that templates may use.
 */
#ifndef RENDER_MEMBER_H
#define RENDER_MEMBER_H

#include "value/value.h"

struct member {
	str name;
	struct value (*get)(const void *self, struct arena *scratch);
};

#define MEMBER(member_name, getter)                                                                \
	{                                                                                          \
		STR_INIT(member_name), (getter)                                                    \
	}

static inline struct value view_member(const struct member *members, size_t nmembers, str key,
	const void *self, struct arena *scratch)
{
	for (size_t i = 0; i < nmembers; i++)
		if (str_eq(members[i].name, key))
			return members[i].get(self, scratch);
	return value_none();
}

#endif
