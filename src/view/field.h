/* One field of a record, shown by its schema in the frame's language. */
#ifndef VIEW_FIELD_H
#define VIEW_FIELD_H

#include "view/frame.h"

/* "14:00" as the reader's language writes it: with strings.time_sign, one character, if there is
 * one. */
str view_time(const struct frame *frame, str time);

/* A string that is the same in every language: a street, a title. */
struct value view_plain(const struct frame *frame, struct value text);
struct value view_phone(const struct frame *frame, str number);
struct value view_email(const struct frame *frame, str email);
struct value view_uri(const struct frame *frame, str uri);
struct value view_number(const struct frame *frame, struct value number);

#endif
