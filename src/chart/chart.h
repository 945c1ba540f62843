/*
 * A table of numbers as a picture: inline SVG without viewBox, so that bars
 * grow with the page while letters keep their size, from 320 pixels up. Colour
 * says nothing: every bar has its name and number beside it, series differ by
 * the pattern of their strokes. The whole is an image for screen readers, with
 * a title and all numbers as its description. The same input gives the same
 * bytes; there are no ids, so one page may show one chart twice.
 */
#ifndef CHART_CHART_H
#define CHART_CHART_H

#include "base/buf.h"

enum chart_type { CHART_BARS, CHART_GROUPED, CHART_STACKED, CHART_LINES };

struct chart_value {
	bool known;
	double n;
	str text; /* the number in the page's language */
};

struct chart_series {
	str name;
	const struct chart_value *values; /* one a label */
};

struct chart {
	enum chart_type type;
	str title;
	str unknown; /* what stands for a number nobody knows */
	const str *labels;
	size_t nlabels;
	const struct chart_series *series;
	size_t nseries;
};

/* Appends the <svg>; nothing when there are no labels or no series. All texts
 * are plain and are escaped here. */
void chart_draw(const struct chart *chart, struct buf *out);

#endif
