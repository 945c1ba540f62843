/*
 * A view's members as a table: name and getter. view_member() finds the row;
 * the same table gives the names that templates may use (names.c).
 */
#ifndef VIEW_MEMBER_H
#define VIEW_MEMBER_H

#include "value/value.h"

struct member {
	str name;
	struct value (*get)(const void *self, struct arena *scratch);
};

#define MEMBER(member_name, getter)                                                                \
	{                                                                                          \
		STR_INIT(member_name), (getter)                                                    \
	}

struct members {
	const struct member *rows;
	size_t n;
};

#define MEMBERS(table)                                                                             \
	{                                                                                          \
		(table), ARRAY_LEN(table)                                                          \
	}

static inline struct value view_member(
	const struct members *members, str key, const void *self, struct arena *scratch)
{
	for (size_t i = 0; i < members->n; i++)
		if (str_eq(members->rows[i].name, key))
			return members->rows[i].get(self, scratch);
	return value_none();
}

/* --- what getters give -------------------------------------------------------------- */

/* An empty text is as good as none: what stands around it in a template is left out. */
static inline struct value filled(str s)
{
	return s.len ? value_string(s, SPAN_NONE) : value_none();
}

static inline struct value truth(bool b)
{
	return value_bool(b, SPAN_NONE);
}

#endif
