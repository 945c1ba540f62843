#include "chart/qr.h"

#include <qrencode.h>

#include "base/buf.h"
#include "template/escape.h"

#define QUIET 4 /* modules of white around */

static bool is_dark(const QRcode *code, int x, int y)
{
	return x < code->width && code->data[y * code->width + x] & 1;
}

static void add_number(struct buf *out, str before, int n)
{
	buf_add(out, before);
	buf_add_int(out, n);
}

/* Each row's dark runs as lines one module wide: "h7m2 0" is seven dark, two
 * light. The pen begins each row in the middle of its first module. */
static void add_row(struct buf *out, const QRcode *code, int y)
{
	int pen = 0;
	add_number(out, S("M"), QUIET);
	add_number(out, S(" "), y + QUIET);
	buf_add(out, S(".5"));
	for (int x = 0, end; x < code->width; x = end) {
		for (end = x + 1;
			end < code->width && is_dark(code, end, y) == is_dark(code, x, y);)
			end++;
		if (!is_dark(code, x, y))
			continue;
		if (x > pen) {
			add_number(out, S("m"), x - pen);
			buf_add(out, S(" 0"));
		}
		add_number(out, S("h"), end - x);
		pen = end;
	}
}

static void add_svg(struct buf *out, const QRcode *code, str text)
{
	int side = code->width + 2 * QUIET;
	buf_printf(out,
		"<svg class=\"qr\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
		"shape-rendering=\"crispEdges\"><title>",
		side, side, side * 3, side * 3);
	escape_html(out, text);
	buf_printf(out,
		"</title><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path stroke=\"#000\" d=\"", side,
		side);
	for (int y = 0; y < code->width; y++)
		add_row(out, code, y);
	buf_adds(out, "\"/></svg>");
}

str qr_svg(str text, struct arena *arena)
{
	struct buf out;
	QRcode *code =
		QRcode_encodeData((int)text.len, (const unsigned char *)text.ptr, 0, QR_ECLEVEL_M);
	if (!code)
		return S("");
	buf_init(&out);
	add_svg(&out, code, text);
	str svg = arena_str(arena, buf_str(&out));
	buf_release(&out);
	QRcode_free(code);
	return svg;
}
