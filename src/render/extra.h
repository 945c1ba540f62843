/*
 * What records of certain kinds can show beyond their fields: a prison its
 * next days, a dataset its chart. Each is a row of a table.
 */
#ifndef RENDER_EXTRA_H
#define RENDER_EXTRA_H

#include "render/frame.h"

struct value record_extra(const struct frame *frame, const struct record *record, str key);

/* The names of all extras, NULL-terminated, for checking templates. */
extern const char *const extra_names[];

#endif
