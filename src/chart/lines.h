/* Lines over an axis of labels; needs two labels or more. */
#ifndef CHART_LINES_H
#define CHART_LINES_H

#include "chart/chart.h"
#include "chart/pen.h"

void chart_draw_lines(const struct chart *chart, struct pen *pen);

#endif
