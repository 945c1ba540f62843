#include <criterion/criterion.h>

#include "chart/chart.h"

#define LABELS_MAX 40

struct drawing {
	struct buf svg;
	str labels[LABELS_MAX];
	struct chart_value values[3][LABELS_MAX];
	struct chart_series series[3];
	struct chart chart;
};

static void start(struct drawing *d, enum chart_type type, size_t nlabels, size_t nseries)
{
	static const str names[] = {STR_INIT("first"), STR_INIT("second"), STR_INIT("third")};
	*d = (struct drawing){
		.chart = {.type = type, .title = S("A & B"), .unknown = S("not known")}};
	for (size_t s = 0; s < nseries; s++)
		d->series[s] = (struct chart_series){names[s], d->values[s]};
	for (size_t i = 0; i < nlabels; i++)
		d->labels[i] = S("label");
	d->chart.labels = d->labels;
	d->chart.series = d->series;
	d->chart.nlabels = nlabels;
	d->chart.nseries = nseries;
	buf_init(&d->svg);
}

/* A test with an empty drawing `d` that is released at its end. */
#define CHART_TEST(name, type, nlabels, nseries)                                                   \
	static void chart_##name(struct drawing *d);                                               \
	Test(chart, name)                                                                          \
	{                                                                                          \
		struct drawing drawing;                                                            \
		start(&drawing, type, nlabels, nseries);                                           \
		chart_##name(&drawing);                                                            \
		buf_release(&drawing.svg);                                                         \
	}                                                                                          \
	static void chart_##name(struct drawing *d)

static void set(struct drawing *d, size_t series, size_t label, double n, const char *text)
{
	d->values[series][label] = (struct chart_value){true, n, str_of(text)};
}

static size_t count(const struct drawing *d, const char *what)
{
	size_t n = 0;
	str rest = buf_str(&d->svg);
	for (size_t at; (at = str_find(rest, str_of(what))) != STR_NONE; n++)
		rest = str_from(rest, at + 1);
	return n;
}

/* Elements open and close in order; every place lies inside the picture. */
static void expect_sound(const struct drawing *d)
{
	const char *text = d->svg.data;
	cr_expect_eq(count(d, "<text"), count(d, "</text>"));
	cr_expect_eq(count(d, "<svg"), count(d, "</svg>"));
	cr_expect_eq(count(d, "<line"), count(d, "\"/>") - count(d, "<path"));
	cr_expect_eq(count(d, "nan") + count(d, "inf") + count(d, "style=") + count(d, "id="), 0);
	for (const char *at = text; (at = strchr(at, '%')); at++) {
		const char *from = at;
		while (from[-1] != '"' && from[-1] != ' ' && from[-1] != '>')
			from--;
		double percent = strtod(from, NULL);
		cr_expect(percent >= 0 && percent <= 100, "%.*s", (int)(at - from), from);
	}
}

static void draw(struct drawing *d)
{
	chart_draw(&d->chart, &d->svg);
	expect_sound(d);
}

static void expect_has(const struct drawing *d, const char *part)
{
	cr_expect(count(d, part) > 0, "no '%s' in %s", part, d->svg.data);
}

CHART_TEST(bars, CHART_BARS, 3, 1)
{
	d->labels[1] = S("<Iļģuciems> & co");
	set(d, 0, 0, 50, "50");
	set(d, 0, 1, 200, "200");
	set(d, 0, 2, 0, "0");
	draw(d);
	expect_has(d, "role=\"img\"");
	expect_has(d, "<title>A &amp; B</title>");
	expect_has(d, "<desc>label: 50; &lt;Iļģuciems&gt; &amp; co: 200; label: 0.</desc>");
	expect_has(d, "x2=\"25%\"");
	expect_has(d, "x2=\"100%\"");
	cr_expect_eq(count(d, "class=\"bar"), 2, "nothing has no bar");
	expect_has(d, "label <tspan font-weight=\"700\">0</tspan>");
}

Test(chart, all_zero)
{
	static const enum chart_type types[] = {
		CHART_BARS, CHART_GROUPED, CHART_STACKED, CHART_LINES};
	for (size_t t = 0; t < ARRAY_LEN(types); t++)
		for (size_t nlabels = 1; nlabels < 3; nlabels++) {
			struct drawing d;
			start(&d, types[t], nlabels, 2);
			for (size_t i = 0; i < nlabels * 2; i++)
				set(&d, i % 2, i / 2, 0, "0");
			draw(&d);
			cr_expect(d.svg.len > 0);
			buf_release(&d.svg);
		}
}

CHART_TEST(unknown_is_not_nothing, CHART_BARS, 2, 1)
{
	set(d, 0, 0, 7, "7");
	draw(d);
	cr_expect_eq(count(d, "class=\"bar"), 1);
	expect_has(d, "label <tspan font-weight=\"700\">not known</tspan>");
	expect_has(d, "label: not known.");
}

CHART_TEST(negative, CHART_BARS, 2, 1)
{
	set(d, 0, 0, -10, "−10");
	set(d, 0, 1, 30, "30");
	draw(d);
	expect_has(d, "x1=\"0\" ");
	expect_has(d, "x2=\"25%\" "); /* the zero line, where one bar ends and one begins */
	expect_has(d, "x1=\"25%\" ");
	expect_has(d, "x2=\"100%\" ");
	cr_expect_eq(count(d, "class=\"axis"), 2);
}

CHART_TEST(tiny_is_visible, CHART_BARS, 2, 1)
{
	set(d, 0, 0, 1, "1");
	set(d, 0, 1, 1e9, "1 000 000 000");
	draw(d);
	expect_has(d, "x2=\"0.4%\"");
}

CHART_TEST(stacked, CHART_STACKED, 2, 3)
{
	for (size_t s = 0; s < 3; s++)
		set(d, s, 0, 25, "25");
	set(d, 0, 1, 100, "100");
	draw(d);
	cr_expect_eq(count(d, "class=\"bar"), 3 + 4, "legend and pieces");
	expect_has(d, "25 + 25 + 25");
	expect_has(d, "100 + not known + not known");
	expect_has(d, "x1=\"50%\""); /* the third piece begins where two have ended */
	cr_expect_eq(count(d, "stroke-dasharray=\"2 2\""), 2, "the third's own pattern");
}

CHART_TEST(grouped, CHART_GROUPED, 2, 2)
{
	for (size_t i = 0; i < 4; i++)
		set(d, i % 2, i / 2, (double)(i + 1) * 5, "n");
	draw(d);
	cr_expect_eq(count(d, ">first "), 2, "each bar has its name");
	cr_expect_eq(count(d, ">second "), 2);
	expect_has(d, "x2=\"25%\"");
}

CHART_TEST(lines_break_where_nobody_knows, CHART_LINES, 5, 1)
{
	set(d, 0, 0, 1, "1");
	set(d, 0, 1, 2, "2");
	set(d, 0, 3, 4, "4");
	set(d, 0, 4, -1, "-1");
	draw(d);
	cr_expect_eq(count(d, "class=\"run"), 1 + 2, "one in the legend, two between neighbours");
	cr_expect_eq(count(d, "class=\"point"), 1 + 4);
	expect_has(d, ">4</text>");
}

/* One point is no line: it is drawn as a bar. */
CHART_TEST(one_row, CHART_LINES, 1, 1)
{
	set(d, 0, 0, 5, "5");
	draw(d);
	cr_expect_eq(count(d, "class=\"bar"), 1);
}

CHART_TEST(forty_rows, CHART_LINES, 40, 2)
{
	for (size_t i = 0; i < 80; i++)
		set(d, i % 2, i / 2, (double)(i * i), "12 345");
	draw(d);
	cr_expect_leq(count(d, "12 345</text>"), 12, "numbers do not run into each other");
	cr_expect_geq(count(d, "12 345</text>"), 2);
	buf_release(&d->svg);
	start(d, CHART_BARS, 40, 1);
	for (size_t i = 0; i < 40; i++)
		set(d, 0, i, (double)i, "1");
	draw(d);
	cr_expect_eq(count(d, "class=\"bar"), 39);
}

/* Words are kept whole, a word longer than a line is cut between letters. */
CHART_TEST(long_labels, CHART_BARS, 2, 1)
{
	d->labels[0] = S("Aaaaaaaaaa bbbbbbbbbbb ccccccccccc dddddddddd eeeeeeeee");
	d->labels[1] = S("ēēēēēēēēēēēēēēēēēēēēēēēēēēēēēēēēēēēēēēēē");
	set(d, 0, 0, 1, "1");
	set(d, 0, 1, 1, "1");
	draw(d);
	expect_has(d, ">Aaaaaaaaaa bbbbbbbbbbb</text>");
	expect_has(d, ">ccccccccccc dddddddddd eeeeeeeee</text>");
	expect_has(d, "\">ēēēēēēēēēēēēēēēēēēēēēēēēēēēēēēēē</text>");
	expect_has(d, "\">ēēēēēēēē <tspan");
}

/* Some alphabets are wider, and so is bold: what fills a line in Latin does not fit in Russian. */
CHART_TEST(wide_letters, CHART_GROUPED, 2, 1)
{
	d->labels[0] = S("Il til fit, il til fit, il til fit, il til");
	d->labels[1] = S("Цесисское воспитательное учреждение");
	set(d, 0, 0, 1, "1");
	set(d, 0, 1, 1, "1");
	draw(d);
	expect_has(d, ">Il til fit, il til fit, il til fit, il til <tspan");
	expect_has(d, ">Цесисское воспитательное</text>");
	expect_has(d, ">учреждение <tspan");
}

CHART_TEST(nothing_to_draw, CHART_BARS, 0, 1)
{
	chart_draw(&d->chart, &d->svg);
	start(d, CHART_BARS, 1, 0);
	chart_draw(&d->chart, &d->svg);
	cr_expect_eq(d->svg.len, 0);
}
