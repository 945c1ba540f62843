/* Lines over an axis of labels; needs two labels or more. */
#ifndef RENDER_CHART_LINES_H
#define RENDER_CHART_LINES_H

#include "render/chart.h"
#include "render/pen.h"

void chart_draw_lines(const struct chart *chart, struct pen *pen);

#endif
