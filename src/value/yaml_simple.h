/*
 * Front matter as nearly all of it is written, read without libyaml: lines of
 * `name: value`, below some of them lists of values or of such lines, texts on
 * one line, [lists] and {maps} of texts. What libyaml would make of it comes
 * out, place for place; whatever is written in any other way, and all of which
 * something has to be said, is left to it.
 */
#ifndef VALUE_YAML_SIMPLE_H
#define VALUE_YAML_SIMPLE_H

#include "value/value.h"

/* `text` is UTF-8 and stands at `at`. False: libyaml has to read it, and *out is not set. */
bool yaml_simple(struct arena *arena, str text, struct span at, struct value *out);

#endif
