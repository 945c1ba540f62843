/*
 * The web application manifest (W3C) of a language: with it a phone can put the
 * portal on its home screen, under its short name and icon. The icons are the
 * assets icon.svg and icon-maskable.svg; a site without the first has no manifest.
 */
#ifndef FEED_WEBMANIFEST_H
#define FEED_WEBMANIFEST_H

#include "model/site.h"

/* `assets`: name -> address below the root (a str). False: none is wanted. */
bool webmanifest_write(const struct site *site, const struct language *language,
	const struct map *assets, struct arena *arena, struct buf *out);

#endif
