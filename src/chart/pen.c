#include "chart/pen.h"

#include <math.h>

#include "base/utf8.h"

/* --- numbers and texts -------------------------------------------------------------- */

static void add_number(struct buf *out, double n)
{
	int64_t hundredths = (int64_t)llround(n * 100);
	if (hundredths < 0)
		buf_add_char(out, '-');
	hundredths = hundredths < 0 ? -hundredths : hundredths;
	buf_add_int(out, hundredths / 100);
	int fraction = (int)(hundredths % 100);
	if (!fraction)
		return;
	buf_add_char(out, '.');
	buf_add_char(out, (char)('0' + fraction / 10));
	if (fraction % 10)
		buf_add_char(out, (char)('0' + fraction % 10));
}

static void add_attribute(struct buf *out, const char *name, double n, const char *unit)
{
	buf_add_char(out, ' ');
	buf_add(out, str_of(name));
	buf_adds(out, "=\"");
	add_number(out, n);
	buf_add(out, str_of(unit));
	buf_add_char(out, '"');
}

static void add_across(struct buf *out, const char *name, double part)
{
	add_attribute(out, name, part * 100, part > 0 || part < 0 ? "%" : "");
}

/* The text escaped for SVG. */
static void escape(struct buf *out, str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		if (c == '&')
			buf_adds(out, "&amp;");
		else if (c == '<')
			buf_adds(out, "&lt;");
		else if (c == '>')
			buf_adds(out, "&gt;");
		else
			buf_add_char(out, c);
	}
}

/* --- wrapping ----------------------------------------------------------------------- */

/* Hundredths of the font's size, as in DejaVu Sans: telephones have narrower fonts. */
#define NARROW  38
#define USUAL   63
#define CAPITAL 72
#define WIDE    93
#define BOLDER  1.13

static bool is_one_of(str letters, uint32_t letter)
{
	for (size_t at = 0; at < letters.len;)
		if (utf8_next(letters, &at) == letter)
			return true;
	return false;
}

/* Most letters are ASCII, and found without decoding the list. */
static bool is_ascii_of(str letters, uint32_t letter)
{
	return str_find_char(letters, (char)letter) != STR_NONE;
}

static unsigned letter_width(uint32_t letter)
{
	bool ascii = letter < 0x80;
	bool capital = (letter >= 'A' && letter <= 'Z') || (letter >= 0x410 && letter <= 0x42f);
	if (ascii ? is_ascii_of(S(" !'()*,-./:;I[]fijlrt|"), letter)
		  : is_one_of(S("īļ“”„"), letter))
		return NARROW;
	if (ascii ? is_ascii_of(S("%+@MWmw"), letter) : is_one_of(S("—ЖМФШЩЫЮжмфшщыю"), letter))
		return WIDE;
	return capital ? CAPITAL : USUAL;
}

static double letter_pixels(uint32_t letter, bool bold)
{
	return letter_width(letter) * PEN_LETTER / 100.0 * (bold ? BOLDER : 1);
}

static double text_pixels(str text, bool bold)
{
	double pixels = 0;
	for (size_t at = 0; at < text.len;)
		pixels += letter_pixels(utf8_next(text, &at), bold);
	return pixels;
}

/* Bytes of what fits into so many pixels; at least one letter. */
static size_t prefix_len(str text, double pixels, bool bold)
{
	for (size_t at = 0; at < text.len;) {
		size_t before = at;
		pixels -= letter_pixels(utf8_next(text, &at), bold);
		if (pixels < 0 && before > 0)
			return before;
	}
	return text.len;
}

/* Cuts off what fits on one line: whole words, or part of one that is longer
 * than a line. */
static str cut_line(str *rest, double pixels, bool bold)
{
	size_t fits = prefix_len(*rest, pixels, bold), end = fits;
	if (fits < rest->len && rest->ptr[fits] != ' ') {
		size_t space = str_rfind_char(str_sub(*rest, 0, fits), ' ');
		end = space == STR_NONE || space == 0 ? fits : space;
	}
	str line = str_sub(*rest, 0, end);
	*rest = str_from(*rest, end);
	while (rest->len && rest->ptr[0] == ' ')
		*rest = str_from(*rest, 1);
	return line;
}

static void open_text(struct pen *pen, bool bold)
{
	pen->y += PEN_LINE;
	buf_adds(&pen->out, "<text");
	if (pen->left > 0)
		add_across(&pen->out, "x", pen->left);
	add_attribute(&pen->out, "y", pen->y - 5, "");
	if (bold)
		buf_adds(&pen->out, " font-weight=\"700\"");
	buf_adds(&pen->out, ">");
}

static void add_strong(struct pen *pen, str strong)
{
	buf_adds(&pen->out, "<tspan font-weight=\"700\">");
	escape(&pen->out, strong);
	buf_adds(&pen->out, "</tspan>");
}

void pen_words(struct pen *pen, str text, str strong, bool bold)
{
	double last = 0, width = PEN_WIDTH * (1 - pen->left);
	for (str rest = text; rest.len;) {
		str line = cut_line(&rest, width, bold);
		last = text_pixels(line, bold) + letter_pixels(' ', bold);
		open_text(pen, bold);
		escape(&pen->out, line);
		if (rest.len)
			buf_adds(&pen->out, "</text>");
	}
	if (!text.len) {
		open_text(pen, bold);
	} else if (strong.len && last + text_pixels(strong, true) > width) {
		buf_adds(&pen->out, "</text>");
		open_text(pen, bold);
	} else if (strong.len) {
		buf_add_char(&pen->out, ' ');
	}
	if (strong.len)
		add_strong(pen, strong);
	buf_adds(&pen->out, "</text>");
}

void pen_mark(struct pen *pen, double x, double y, const char *anchor, str text)
{
	buf_adds(&pen->out, "<text");
	add_across(&pen->out, "x", x);
	add_attribute(&pen->out, "y", y, "");
	if (strcmp(anchor, "start") != 0)
		buf_printf(&pen->out, " text-anchor=\"%s\"", anchor);
	buf_adds(&pen->out, ">");
	escape(&pen->out, text);
	buf_adds(&pen->out, "</text>");
}

/* --- strokes ------------------------------------------------------------------------ */

/* Solid, wide stripes, narrow stripes, dots. */
static const char *const bar_dashes[PEN_PATTERNS] = {"", "7 2", "2 2", "1 4"};
static const char *const line_dashes[PEN_PATTERNS] = {"", "8 4", "2 4", "10 4 2 4"};

static void add_line(struct pen *pen, double x1, double y1, double x2, double y2)
{
	buf_adds(&pen->out, "<line");
	add_across(&pen->out, "x1", x1);
	add_attribute(&pen->out, "y1", y1, "");
	add_across(&pen->out, "x2", x2);
	add_attribute(&pen->out, "y2", y2, "");
	buf_adds(&pen->out, " stroke=\"currentColor\"");
}

static void add_style(struct pen *pen, const char *class, size_t series, double width,
	const char *const dashes[PEN_PATTERNS])
{
	size_t pattern = series % PEN_PATTERNS;
	buf_printf(&pen->out, " class=\"%s s%zu\"", class, pattern + 1);
	add_attribute(&pen->out, "stroke-width", width, "");
	if (dashes[pattern][0])
		buf_printf(&pen->out, " stroke-dasharray=\"%s\"", dashes[pattern]);
	buf_adds(&pen->out, "/>");
}

void pen_bar(struct pen *pen, double x1, double x2, double y, double height, size_t series)
{
	add_line(pen, x1, y + height / 2, x2, y + height / 2);
	add_style(pen, "bar", series, height, bar_dashes);
}

void pen_stroke(struct pen *pen, double x1, double y1, double x2, double y2, size_t series)
{
	add_line(pen, x1, y1, x2, y2);
	add_style(pen, "run", series, 2, line_dashes);
}

void pen_axis(struct pen *pen, double x1, double y1, double x2, double y2)
{
	add_line(pen, x1, y1, x2, y2);
	buf_adds(&pen->out, " class=\"axis\" stroke-opacity=\".45\"/>");
}

/* Disc, square, triangle, ring: paths around 0,0, moved by an <svg> of their
 * own, because a path can't stand at a part of the width. */
void pen_point(struct pen *pen, double x, double y, size_t series)
{
	static const char *const shapes[PEN_PATTERNS] = {"M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0",
		"M-5-5h10v10h-10z", "M0-6l6 11h-12z", "M0-7l7 7l-7 7l-7-7z"};
	size_t pattern = series % PEN_PATTERNS;
	buf_adds(&pen->out, "<svg overflow=\"visible\"");
	add_across(&pen->out, "x", x);
	add_attribute(&pen->out, "y", y, "");
	buf_printf(&pen->out, "><path class=\"point s%zu\" d=\"%s\"/></svg>", pattern + 1,
		shapes[pattern]);
}

void pen_legend(struct pen *pen, str name, size_t series, bool line)
{
	static const double width = 0.12, indent = 0.15;
	double middle = pen->y + PEN_LINE / 2.0;
	if (line) {
		pen_stroke(pen, 0, middle, width, middle, series);
		pen_point(pen, width / 2, middle, series);
	} else {
		pen_bar(pen, 0, width, middle - 6, 12, series);
	}
	pen->left = indent;
	pen_words(pen, name, S(""), false);
	pen->left = 0;
}

/* --- the whole ---------------------------------------------------------------------- */

void pen_init(struct pen *pen)
{
	*pen = (struct pen){.y = 0};
	buf_init(&pen->out);
}

void pen_finish(struct pen *pen, str title, str description, struct buf *out)
{
	buf_adds(out, "<svg role=\"img\" width=\"100%\"");
	add_attribute(out, "height", ceil(pen->y), "");
	add_attribute(out, "font-size", PEN_LETTER, "");
	buf_adds(out, " fill=\"currentColor\"><title>");
	escape(out, title);
	buf_adds(out, "</title><desc>");
	escape(out, description);
	buf_adds(out, "</desc>");
	buf_add(out, buf_str(&pen->out));
	buf_adds(out, "</svg>");
	buf_release(&pen->out);
}
