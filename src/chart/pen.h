/*
 * Draws lines and text as SVG. Across, places are parts of the width, 0 to 1;
 * downwards they are pixels. Numbers are written with at most two decimals and
 * without printf(), whose decimal point depends on the machine.
 */
#ifndef CHART_PEN_H
#define CHART_PEN_H

#include "base/buf.h"

#define PEN_LINE   19  /* pixels from one line of text to the next */
#define PEN_LETTER 14  /* the font's size */
#define PEN_WIDTH  288 /* of the narrowest picture, that of a screen of 320 pixels */

struct pen {
	struct buf out;
	double left; /* where words begin, as a part of the width */
	double y;    /* where the next thing begins */
};

/* Patterns of strokes that can be told apart on paper; they repeat. */
#define PEN_PATTERNS 4

void pen_init(struct pen *pen);
/* Wraps everything drawn into <svg>, appends it to `out`, frees the pen. */
void pen_finish(struct pen *pen, str title, str description, struct buf *out);

/* A text, wrapped to what is right of `left`, and behind it a bold one (may be empty); moves down.
 * `bold` makes all of it bold. */
void pen_words(struct pen *pen, str text, str strong, bool bold);

/* One short text whose baseline is at y. `anchor` is "start", "middle", "end". */
void pen_mark(struct pen *pen, double x, double y, const char *anchor, str text);

/* A bar from x1 to x2 in the pattern of series number `series`. */
void pen_bar(struct pen *pen, double x1, double x2, double y, double height, size_t series);

/* A thin line: an axis. */
void pen_axis(struct pen *pen, double x1, double y1, double x2, double y2);
/* A line of a series, and the sign of one of its points. */
void pen_stroke(struct pen *pen, double x1, double y1, double x2, double y2, size_t series);
void pen_point(struct pen *pen, double x, double y, size_t series);

/* The name of a series beside its sign: a piece of bar, or of line with a point. */
void pen_legend(struct pen *pen, str name, size_t series, bool line);

#endif
