/* The names that a drawing may use. */
#ifndef MEDIA_SVG_NAMES_H
#define MEDIA_SVG_NAMES_H

#include "base/str.h"

bool svg_has_element(str uri, str name);
bool svg_has_attribute(str uri, str name);

/* Is the value of such an attribute CSS, in which an address may stand? */
bool svg_is_style(str name);

/* A namespace of notes that drawing programs leave and no browser knows. */
bool svg_is_inert(str uri);

#endif
