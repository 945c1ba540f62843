/*
 * The one data tree of all parts: front matter, JSON records, strings, and
 * the model as templates see it. A value is small, is passed by value and
 * never changes; what it points at lives in the arena it was made in.
 *
 * Templates and embeds reach everything through value_get(). An object that is
 * computed when asked for (a page, a date with its format) is a view: a class
 * of functions and the thing they look at.
 */
#ifndef VALUE_VALUE_H
#define VALUE_VALUE_H

#include "base/buf.h"
#include "diag/source.h"

enum value_kind {
	VALUE_NONE, /* not there at all */
	VALUE_NULL, /* JSON null: there, but unknown */
	VALUE_BOOL,
	VALUE_INT,
	VALUE_REAL,
	VALUE_STRING,
	VALUE_LIST,
	VALUE_MAP,
	VALUE_VIEW,
};

struct value;
struct value_list;
struct value_map;

/* Every function may be NULL; then the view has no members, is true, prints
 * nothing, is no list. All may be called by many threads at once; new memory
 * comes from `scratch` and lives until the caller resets it. */
struct view_class {
	const char *name; /* "page", for messages */
	struct value (*get)(const void *self, str key, struct arena *scratch);
	str (*text)(const void *self, struct arena *scratch); /* what {{x}} prints, unescaped */
	bool (*is_true)(const void *self);
	size_t (*count)(const void *self); /* set: the view is a list */
	struct value (*at)(const void *self, size_t index, struct arena *scratch);
};

/* 32 bytes: there are a million of them in a large site, and each call passes some. */
struct value {
	enum value_kind kind : 8;
	bool html : 1;    /* of a string or view: its text is HTML already and is not escaped */
	struct span span; /* where it was written; SPAN_NONE for computed values */
	union {
		bool boolean;
		int64_t integer;
		double real;
		str string;
		const struct value_list *list;
		const struct value_map *map;
		struct {
			const struct view_class *class;
			const void *self;
		} view;
	};
};

struct value_list {
	struct value *items;
	size_t len;
	size_t cap;
};

struct value_entry {
	str key;
	struct span key_span;
	struct value value;
};

/* Members in the order they were written; keys are unique. Only value_map_put() adds one:
 * before the entries stands by what they are found. */
struct value_map {
	struct value_entry *entries;
	size_t len;
	size_t cap;
};

struct value value_none(void);
struct value value_null(struct span span);
struct value value_bool(bool b, struct span span);
struct value value_int(int64_t n, struct span span);
struct value value_real(double n, struct span span);
struct value value_string(str s, struct span span); /* borrows s */
struct value value_html(str html);                  /* printed as it is */
struct value value_list(const struct value_list *list, struct span span);
struct value value_map(const struct value_map *map, struct span span);
struct value value_view(const struct view_class *class, const void *self);

/* Growing lists and maps while they are being made. */
void value_list_push(struct arena *arena, struct value_list *list, struct value item);
/* With room for so many members. */
struct value_map *value_map_new(struct arena *arena, size_t room);
/* The key must be new: see value_map_find(). */
void value_map_put(struct arena *arena, struct value_map *map, str key, struct span key_span,
	struct value value);

/* NULL when the key is not there. */
const struct value_entry *value_map_find(const struct value_map *map, str key);

/* One member; VALUE_NONE when there is none. VALUE_NULL has the one member
 * `unknown`, which is true. A list has `first`, `last`, `count`. */
struct value value_get(struct value v, str key, struct arena *scratch);
/* Members along a dotted path. */
struct value value_get_path(struct value v, str path, struct arena *scratch);

/* Shortcuts for maps whose shape has been checked. */
str value_get_str(struct value v, str key); /* "" unless it is a string */
int64_t value_get_int(struct value v, str key, int64_t otherwise);
bool value_get_bool(struct value v, str key); /* false unless it is true */
/* Of a list that may hold anything: "" unless there is a string. */
str value_str_at(struct value list, size_t index);

/* False: none, null, false, "", empty list. Everything else is true. */
bool value_is_true(struct value v);

bool value_is_list(struct value v);
size_t value_count(struct value v); /* of a list; 0 otherwise */
struct value value_at(struct value v, size_t index, struct arena *scratch);

bool value_is_number(struct value v);
double value_number(struct value v); /* 0 when it is none */

/* What {{x}} prints before escaping. Lists and maps print nothing. Numbers
 * print in their shortest form that reads back the same. */
str value_text(struct value v, struct arena *scratch);

/* "text", "a list" …: for messages. */
const char *value_kind_name(struct value v);

bool value_eq(struct value a, struct value b); /* scalars and strings only */

#endif
