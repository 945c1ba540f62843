#include "chart/chart.h"

#include <math.h>

#include "chart/lines.h"

#define BAR  13    /* height of a bar in pixels */
#define THIN 4     /* between a text and its bar */
#define SEAM 0.006 /* between the pieces of a bar, as a part of the width */
#define GAP  11    /* between a bar and the next text */

/* --- how far the numbers reach ------------------------------------------------------ */

struct scale {
	double low, high; /* low <= 0 <= high, low < high */
};

static double place_of(const struct scale *scale, double n)
{
	return (n - scale->low) / (scale->high - scale->low);
}

static struct scale scale_new(double low, double high)
{
	struct scale scale = {low < 0 ? low : 0, high > 0 ? high : 0};
	if (scale.low == scale.high)
		scale.high = 1;
	return scale;
}

static struct scale scale_of_values(const struct chart *chart)
{
	double low = 0, high = 0;
	for (size_t s = 0; s < chart->nseries; s++)
		for (size_t i = 0; i < chart->nlabels; i++) {
			const struct chart_value *v = &chart->series[s].values[i];
			low = v->known ? fmin(low, v->n) : low;
			high = v->known ? fmax(high, v->n) : high;
		}
	return scale_new(low, high);
}

static struct scale scale_of_sums(const struct chart *chart)
{
	double low = 0, high = 0;
	for (size_t i = 0; i < chart->nlabels; i++) {
		double below = 0, above = 0;
		for (size_t s = 0; s < chart->nseries; s++) {
			const struct chart_value *v = &chart->series[s].values[i];
			below += v->known && v->n < 0 ? v->n : 0;
			above += v->known && v->n > 0 ? v->n : 0;
		}
		low = fmin(low, below);
		high = fmax(high, above);
	}
	return scale_new(low, high);
}

/* --- bars --------------------------------------------------------------------------- */

static str value_words(const struct chart *chart, const struct chart_value *v)
{
	return v->known ? v->text : chart->unknown;
}

/* What is not nothing can be seen: at least a hair. */
static void draw_bar(struct pen *pen, double from, double to, size_t series)
{
	static const double hair = 0.004;
	if (to - from < hair)
		to = from + hair;
	pen_bar(pen, from, to > 1 ? 1 : to, pen->y, BAR, series);
}

static void draw_value(
	struct pen *pen, const struct scale *scale, const struct chart_value *v, size_t series)
{
	double zero = place_of(scale, 0), at = place_of(scale, v->n);
	pen->y += THIN;
	if (v->known && v->n != 0)
		draw_bar(pen, fmin(zero, at), fmax(zero, at), series);
	if (scale->low < 0)
		pen_axis(pen, zero, pen->y - 2, zero, pen->y + BAR + 2);
	pen->y += v->known && v->n != 0 ? BAR + GAP : GAP;
}

static void draw_bars(const struct chart *chart, struct pen *pen)
{
	struct scale scale = scale_of_values(chart);
	pen_words(pen, chart->series[0].name, S(""), true);
	pen->y += GAP;
	for (size_t i = 0; i < chart->nlabels; i++) {
		const struct chart_value *v = &chart->series[0].values[i];
		pen_words(pen, chart->labels[i], value_words(chart, v), false);
		draw_value(pen, &scale, v, 0);
	}
}

static void draw_grouped(const struct chart *chart, struct pen *pen)
{
	struct scale scale = scale_of_values(chart);
	for (size_t i = 0; i < chart->nlabels; i++) {
		pen_words(pen, chart->labels[i], S(""), true);
		for (size_t s = 0; s < chart->nseries; s++) {
			const struct chart_value *v = &chart->series[s].values[i];
			pen_words(pen, chart->series[s].name, value_words(chart, v), false);
			draw_value(pen, &scale, v, s);
		}
		pen->y += GAP / 2.0;
	}
}

/* --- stacked bars ------------------------------------------------------------------- */

/* "1 257 + 288" in the order of the pieces. */
static void write_parts(const struct chart *chart, size_t label, struct buf *out)
{
	for (size_t s = 0; s < chart->nseries; s++) {
		if (s)
			buf_adds(out, " + ");
		buf_add(out, value_words(chart, &chart->series[s].values[label]));
	}
}

static void draw_stack(
	const struct chart *chart, size_t label, const struct scale *scale, struct pen *pen)
{
	double below = 0, above = 0;
	pen->y += THIN;
	for (size_t s = 0; s < chart->nseries; s++) {
		const struct chart_value *v = &chart->series[s].values[label];
		if (!v->known || v->n == 0)
			continue;
		double *sum = v->n < 0 ? &below : &above;
		double from = place_of(scale, *sum), to = place_of(scale, *sum + v->n);
		*sum += v->n;
		draw_bar(pen, fmin(from, to), fmax(from, to) - SEAM, s);
	}
	if (scale->low < 0)
		pen_axis(pen, place_of(scale, 0), pen->y - 2, place_of(scale, 0), pen->y + BAR + 2);
	if (below < 0 || above > 0)
		pen->y += BAR;
}

static void draw_stacked(const struct chart *chart, struct pen *pen)
{
	struct scale scale = scale_of_sums(chart);
	struct buf parts;
	buf_init(&parts);
	for (size_t s = 0; s < chart->nseries; s++)
		pen_legend(pen, chart->series[s].name, s, false);
	pen->y += GAP;
	for (size_t i = 0; i < chart->nlabels; i++) {
		buf_clear(&parts);
		write_parts(chart, i, &parts);
		pen_words(pen, chart->labels[i], buf_str(&parts), false);
		draw_stack(chart, i, &scale, pen);
		pen->y += GAP;
	}
	buf_release(&parts);
}

/* --- in words ----------------------------------------------------------------------- */

/* "Rīga: 12; Valmiera: 3." or, with several series, "Rīga: vīri 12, sievas 3; …" */
static void describe(const struct chart *chart, struct buf *out)
{
	for (size_t i = 0; i < chart->nlabels; i++) {
		buf_add(out, i ? S("; ") : S(""));
		buf_add(out, chart->labels[i]);
		buf_adds(out, ": ");
		for (size_t s = 0; s < chart->nseries; s++) {
			buf_add(out, s ? S(", ") : S(""));
			if (chart->nseries > 1) {
				buf_add(out, chart->series[s].name);
				buf_add_char(out, ' ');
			}
			buf_add(out, value_words(chart, &chart->series[s].values[i]));
		}
	}
	buf_add_char(out, '.');
}

void chart_draw(const struct chart *chart, struct buf *out)
{
	struct pen pen;
	struct buf words;
	if (!chart->nlabels || !chart->nseries)
		return;
	pen_init(&pen);
	buf_init(&words);
	describe(chart, &words);
	if (chart->type == CHART_LINES && chart->nlabels > 1)
		chart_draw_lines(chart, &pen);
	else if (chart->type == CHART_STACKED && chart->nseries > 1)
		draw_stacked(chart, &pen);
	else if (chart->nseries > 1)
		draw_grouped(chart, &pen);
	else
		draw_bars(chart, &pen);
	pen_finish(&pen, chart->title, buf_str(&words), out);
	buf_release(&words);
}
