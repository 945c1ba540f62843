/* Options from a file: lines "name = value", empty ones, and comments, which begin
 * with '#'. What they mean is no matter here. */
#ifndef CMD_SETTINGS_H
#define CMD_SETTINGS_H

#include "base/arena.h"
#include "base/vec.h"

struct setting {
	const char *place; /* "FILE:3" */
	str name;
	str value;
};
typedef VEC(struct setting) setting_list;

/* Texts live in `arena`; the caller frees the list. False, with a complaint that has its
 * place: the file can't be read, or a line is no setting or is there twice. */
bool settings_read(str path, struct arena *arena, setting_list *out);

#endif
