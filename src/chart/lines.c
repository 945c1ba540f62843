#include "chart/lines.h"

#include <math.h>

#include "base/utf8.h"

#define PLOT   150 /* height of the part with the lines, in pixels */
#define ABOVE  22  /* room for the numbers over the highest point */
#define APART  15  /* between two numbers at one place */
#define MARGIN 0.06

/* Letters that stand side by side at 288 pixels. */
#define ROW_LETTERS 36
#define LABEL_MAX   12

struct plot {
	const struct chart *chart;
	struct pen *pen;
	double top;       /* y of the highest value */
	double low, high; /* values at the bottom and the top */
	size_t step;      /* every how many labels there is room for a text */
};

static double x_at(const struct plot *plot, size_t label)
{
	double last = (double)(plot->chart->nlabels - 1);
	return MARGIN + (1 - 2 * MARGIN) * (double)label / last;
}

static double y_at(const struct plot *plot, double n)
{
	return plot->top + PLOT * (plot->high - n) / (plot->high - plot->low);
}

static const struct chart_value *value_at_label(
	const struct chart *chart, size_t series, size_t label)
{
	return &chart->series[series].values[label];
}

static void find_reach(struct plot *plot)
{
	const struct chart *chart = plot->chart;
	for (size_t s = 0; s < chart->nseries; s++)
		for (size_t i = 0; i < chart->nlabels; i++) {
			const struct chart_value *v = value_at_label(chart, s, i);
			plot->low = v->known ? fmin(plot->low, v->n) : plot->low;
			plot->high = v->known ? fmax(plot->high, v->n) : plot->high;
		}
	if (plot->low == plot->high)
		plot->high = 1;
}

static size_t widest_text(const struct chart *chart)
{
	size_t widest = 1;
	for (size_t i = 0; i < chart->nlabels; i++) {
		size_t letters = utf8_count(chart->labels[i]);
		letters = letters > LABEL_MAX ? LABEL_MAX : letters;
		widest = letters > widest ? letters : widest;
		for (size_t s = 0; s < chart->nseries; s++) {
			letters = utf8_count(value_at_label(chart, s, i)->text);
			widest = letters > widest ? letters : widest;
		}
	}
	return widest + 1;
}

static bool has_text(const struct plot *plot, size_t label)
{
	return label % plot->step == 0;
}

/* --- the parts ---------------------------------------------------------------------- */

static void draw_series(const struct plot *plot, size_t s)
{
	for (size_t i = 0; i < plot->chart->nlabels; i++) {
		const struct chart_value *v = value_at_label(plot->chart, s, i);
		if (!v->known)
			continue;
		const struct chart_value *before = i ? value_at_label(plot->chart, s, i - 1) : NULL;
		if (before && before->known)
			pen_stroke(plot->pen, x_at(plot, i - 1), y_at(plot, before->n),
				x_at(plot, i), y_at(plot, v->n), s);
		pen_point(plot->pen, x_at(plot, i), y_at(plot, v->n), s);
	}
}

/* The numbers at one place from the highest down, kept apart. */
static void draw_numbers(const struct plot *plot, size_t label)
{
	double limit = INFINITY, above = -INFINITY;
	for (size_t n = 0; n < plot->chart->nseries; n++) {
		const struct chart_value *next = NULL;
		for (size_t s = 0; s < plot->chart->nseries; s++) {
			const struct chart_value *v = value_at_label(plot->chart, s, label);
			if (v->known && v->n < limit && (!next || v->n > next->n))
				next = v;
		}
		if (!next)
			return;
		double y = fmax(y_at(plot, next->n) - 10, above + APART);
		pen_mark(plot->pen, x_at(plot, label), y, "middle", next->text);
		above = y;
		limit = next->n;
	}
}

static str short_label(str label)
{
	size_t at = 0;
	for (size_t n = 0; n < LABEL_MAX && at < label.len; n++)
		utf8_next(label, &at);
	return str_sub(label, 0, at);
}

static const char *anchor_of(const struct plot *plot, size_t label)
{
	if (utf8_count(plot->chart->labels[label]) <= 4)
		return "middle";
	if (label == 0)
		return "start";
	return label + 1 == plot->chart->nlabels ? "end" : "middle";
}

static void draw_labels(const struct plot *plot, double y)
{
	for (size_t i = 0; i < plot->chart->nlabels; i++)
		if (has_text(plot, i))
			pen_mark(plot->pen, x_at(plot, i), y, anchor_of(plot, i),
				short_label(plot->chart->labels[i]));
}

void chart_draw_lines(const struct chart *chart, struct pen *pen)
{
	struct plot plot = {.chart = chart, .pen = pen};
	size_t letters = widest_text(chart) * (chart->nlabels - 1);
	plot.step = (letters + ROW_LETTERS - 1) / ROW_LETTERS;
	plot.step = plot.step ? plot.step : 1;
	find_reach(&plot);
	for (size_t s = 0; s < chart->nseries; s++)
		pen_legend(pen, chart->series[s].name, s, true);
	plot.top = pen->y + ABOVE;
	double bottom = plot.top + PLOT + (double)(chart->nseries - 1) * APART / 2;
	pen_axis(pen, 0, y_at(&plot, 0), 1, y_at(&plot, 0));
	for (size_t s = 0; s < chart->nseries; s++)
		draw_series(&plot, s);
	for (size_t i = 0; i < chart->nlabels; i++)
		if (has_text(&plot, i))
			draw_numbers(&plot, i);
	draw_labels(&plot, bottom + PEN_LINE + 2);
	pen->y = bottom + PEN_LINE + 8;
}
