/*
 * Drawings (SVG 2) are programs to a browser that opens them by themselves. They
 * are read as XML, by expat, and go out only when each element and attribute is
 * one that draws: names by their namespace's URI, not by prefix.
 */
#ifndef MEDIA_SVG_H
#define MEDIA_SVG_H

#include "diag/diag.h"

/* False: reported at its place, with what may be done (media-svg). */
bool svg_check(str bytes, uint32_t source, struct diags *diags);

#endif
