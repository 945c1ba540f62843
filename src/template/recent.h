/*
 * What views gave for a name while one template is rendered. Templates ask again and again:
 * whether there is a thing, then for the thing, then for what it is in each of its parts; and a
 * view makes each answer anew. One thread's; what is asked later takes the place of what was
 * asked before.
 */
#ifndef TEMPLATE_RECENT_H
#define TEMPLATE_RECENT_H

#include "value/value.h"

/* Few enough to stay in the nearest memory: 16 KB. Four times as many made looking up a fifth
 * dearer and saved no question that could be measured. */
#define RECENT_BITS 8

struct recent_answer {
	const struct view_class *class;
	const void *self;
	const char *key; /* names that are the same have one place: see link.c */
	uint64_t time;
	struct value value;
};

struct recent {
	uint64_t time;      /* answers of another are forgotten */
	struct value other; /* what was asked last of what is no view */
	struct recent_answer slots[1 << RECENT_BITS];
};

static inline void recent_forget(struct recent *recent)
{
	recent->time++;
}

static inline struct recent_answer *recent_slot(
	struct recent *recent, const void *self, const char *key)
{
	uint64_t mixed = (uint64_t)(uintptr_t)self + 31 * (uint64_t)(uintptr_t)key;
	return &recent->slots[mixed * 0x9E3779B97F4A7C15u >> (64 - RECENT_BITS)];
}

/* As value_get(); stands until the next is asked. Values are not passed here: one that was written
 * in pieces and is read as a whole has to be waited for, which was a third of looking up. */
static inline const struct value *recent_get(
	struct recent *recent, const struct value *v, str key, struct arena *scratch)
{
	if (v->kind != VALUE_VIEW) {
		recent->other = value_get(*v, key, scratch);
		return &recent->other;
	}
	struct recent_answer *answer = recent_slot(recent, v->view.self, key.ptr);
	if (answer->time != recent->time || answer->self != v->view.self ||
		answer->key != key.ptr || answer->class != v->view.class)
		*answer = (struct recent_answer){v->view.class, v->view.self, key.ptr, recent->time,
			value_get(*v, key, scratch)};
	return &answer->value;
}

#endif
