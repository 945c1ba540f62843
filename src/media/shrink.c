#include "media/shrink.h"

#include <string.h>

#include "sys/child.h"
#include "sys/confine.h"

enum {
	LIGHT_WIDTH = 480,       /* a picture this narrow needs no other size */
	LIGHT_BYTES = 300 << 10, /* in its own name, for browsers that know no WebP */
	HEIGHT_MAX = 8192,       /* a WebP has at most twice as many rows */
	WORK_S = 60,
	SILENCE_MS = 90 * 1000,
	PIECE = CHILD_MESSAGE_MAX / 2,
};

/* The portal's column has 672 dots at most; telephones and good screens want twice and more. */
static const uint32_t widths[SHRINK_SIZES] = {480, 960, 1440};

/* --- the plan ------------------------------------------------------------------------------------
 */

/* Chunks of frames stand before the data (PNG, third edition, 11.3.6); WebP has a flag. */
static bool moves(str bytes, enum raster_form form)
{
	enum { WEBP_MOVES = 0x02 };
	if (form == RASTER_PNG) {
		size_t frames = str_find(bytes, S("acTL"));
		return frames != STR_NONE && frames < str_find(bytes, S("IDAT"));
	}
	return form == RASTER_WEBP && bytes.len > 20 && str_eq(str_sub(bytes, 12, 16), S("VP8X")) &&
	       (bytes.ptr[20] & WEBP_MOVES);
}

static uint32_t scaled(uint32_t n, uint32_t to, uint32_t of)
{
	uint64_t rounded = ((uint64_t)n * to + of / 2) / of;
	return rounded ? (uint32_t)rounded : 1;
}

/* Where the widths end: at its own, or where it would be too high. */
static uint32_t widest(uint32_t width, uint32_t height)
{
	uint32_t most = width < widths[SHRINK_SIZES - 1] ? width : widths[SHRINK_SIZES - 1];
	uint64_t fits = (uint64_t)width * HEIGHT_MAX / height;
	if (fits >= most)
		return most;
	return fits ? (uint32_t)fits : 1;
}

bool shrink_plan(str bytes, uint32_t width, uint32_t height, struct shrink *out)
{
	enum raster_form form;
	bool light = width <= LIGHT_WIDTH && height <= HEIGHT_MAX && bytes.len <= LIGHT_BYTES;
	if (!raster_form_of(bytes, &form) || !width || !height || light || moves(bytes, form))
		return false;
	uint32_t most = widest(width, height);
	*out = (struct shrink){.anew = bytes.len > LIGHT_BYTES};
	for (size_t i = 0; i < SHRINK_SIZES && widths[i] < most; i++)
		out->sizes[out->nsizes++] = (struct shrink_size){widths[i], 0};
	out->sizes[out->nsizes++] = (struct shrink_size){most, 0};
	for (size_t i = 0; i < out->nsizes; i++)
		out->sizes[i].height = scaled(height, out->sizes[i].width, width);
	return true;
}

/* --- the work, in a process of its own
 * ------------------------------------------------------------ */

struct task {
	str bytes;
	const struct shrink *shrink;
};

/* The widest first: each is made of the one before. */
static bool make(struct raster *raster, const struct task *task, struct buf *files)
{
	const struct shrink *shrink = task->shrink;
	enum raster_form own = RASTER_JPEG;
	raster_form_of(task->bytes, &own);
	bool done = true;
	for (size_t i = shrink->nsizes; done && i-- > 0;) {
		done = raster_shrink(raster, shrink->sizes[i].width, shrink->sizes[i].height) &&
		       raster_write(raster, RASTER_WEBP, &files[i]);
		if (done && shrink->anew && i + 1 == shrink->nsizes)
			done = raster_write(raster, own, &files[shrink->nsizes]);
	}
	return done;
}

/* A file is told by its length, then come its pieces. */
static void send_file(int line, str file)
{
	child_send(line, str_n((const char *)&file.len, sizeof(file.len)));
	for (; file.len; file = str_from(file, PIECE))
		child_send(line, str_sub(file, 0, PIECE));
}

static void work(void *ctx, int line)
{
	const struct task *task = ctx;
	struct shrink_size most = task->shrink->sizes[task->shrink->nsizes - 1];
	struct buf files[SHRINK_SIZES + 1];
	enum raster_fault fault;
	confine(&(struct confines){.processor_s = WORK_S});
	for (size_t i = 0; i < ARRAY_LEN(files); i++)
		buf_init(&files[i]);
	struct raster *raster = raster_read(task->bytes, most.width, most.height, &fault);
	if (raster && !make(raster, task, files))
		fault = RASTER_BROKEN;
	char verdict = fault == RASTER_FINE    ? SHRINK_FINE
		       : fault == RASTER_PRINT ? SHRINK_PRINT
					       : SHRINK_BROKEN;
	child_send(line, str_n(&verdict, 1));
	for (size_t i = 0; fault == RASTER_FINE && i < ARRAY_LEN(files); i++)
		send_file(line, buf_str(&files[i]));
	/* The process ends here, and with it all that it holds. */
}

/* --- what comes back
 * ------------------------------------------------------------------------------ */

static bool receive_file(int line, struct buf *out)
{
	struct buf length;
	buf_init(&length);
	size_t len = 0;
	bool said =
		child_receive(line, SILENCE_MS, &length) == CHILD_SAID && length.len == sizeof(len);
	if (said)
		memcpy(&len, length.data, sizeof(len));
	buf_release(&length);
	while (said && out->len < len)
		said = child_receive(line, SILENCE_MS, out) == CHILD_SAID && !out->overflowed;
	return said && out->len == len;
}

static enum shrink_fault receive(int line, struct buf *files)
{
	struct buf verdict;
	buf_init(&verdict);
	enum shrink_fault fault = SHRINK_ENDED;
	if (child_receive(line, SILENCE_MS, &verdict) == CHILD_SAID && verdict.len == 1 &&
		verdict.data[0] <= SHRINK_PRINT)
		fault = (enum shrink_fault)verdict.data[0];
	buf_release(&verdict);
	for (size_t i = 0; fault == SHRINK_FINE && i <= SHRINK_SIZES; i++)
		if (!receive_file(line, &files[i]))
			fault = SHRINK_ENDED;
	return fault;
}

enum shrink_fault shrink_run(
	str bytes, const struct shrink *shrink, struct buf files[SHRINK_SIZES + 1])
{
	struct task task = {bytes, shrink};
	struct child child;
	struct arena arena;
	if (child_start(work, &task, &child) != 0)
		return SHRINK_ENDED;
	enum shrink_fault fault = receive(child.line, files);
	arena_init(&arena);
	if (fault == SHRINK_ENDED)
		child_kill(&child, &arena);
	else
		child_end(&child, &arena);
	arena_release(&arena);
	return fault;
}
