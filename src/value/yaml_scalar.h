/*
 * What a plain scalar is by the core schema of YAML 1.2 (section 10.3.2).
 * Private to value/yaml.c.
 */
#ifndef VALUE_YAML_SCALAR_H
#define VALUE_YAML_SCALAR_H

#include "diag/diag.h"
#include "value/value.h"

/* Borrows `text`. Numbers that can't be kept are reported and stay text. */
struct value yaml_scalar(str text, struct span span, struct diags *diags);

#endif
