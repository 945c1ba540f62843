/* One row of visiting hours, as templates see it. */
#ifndef VIEW_HOURS_H
#define VIEW_HOURS_H

#include "view/frame.h"
#include "view/object.h"

/* Empty texts and VALUE_NONE are what is not known or does not apply. */
struct hours {
	str opens; /* "14:00" */
	str closes;
	str starts_by;
	str registration;
	str closes_after;    /* in words, when not on the same day: "the next day" */
	struct value length; /* in hours */
	struct value note;
	struct value reason; /* of an exception; hours_put() leaves it to the caller */
};

/* `row` is one of `regular` or an exception; VALUE_NONE gives nothing known. */
struct hours hours_of(const struct frame *frame, struct value row);

/* Puts a member for each field. */
void hours_put(const struct frame *frame, struct object object, const struct hours *hours);

/* "13:00–13:45", "13:00", "–13:45" or "" */
str hours_span(str from, str to, struct arena *arena);

#endif
