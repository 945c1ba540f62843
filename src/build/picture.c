#include "build/picture.h"

#include "base/hash.h"
#include "build/before.h"
#include "media/strip.h"

/* --- when it is read
 * ------------------------------------------------------------------------------ */

static bool is_too_large(struct worker *worker, const struct document *document)
{
	const struct measures *measures = document->measures;
	uint64_t dots = (uint64_t)measures->width * measures->height;
	if (dots <= SHRINK_DOTS_MAX)
		return false;
	diag_add(&worker->diags, DIAG_MEDIA_LARGE, span_file(document->source),
		"this picture has %u x %u dots; tilts reads at most %llu million", measures->width,
		measures->height, (unsigned long long)(SHRINK_DOTS_MAX / 1000000));
	diag_note(&worker->diags, SPAN_NONE,
		"make it smaller in a picture editor: 3000 dots are wide enough");
	return true;
}

bool picture_plan(struct worker *worker, struct document *document)
{
	str bytes = buf_str(&worker->text);
	struct measures *measures = document->measures;
	struct shrink *shrink = &measures->shrink;
	if (!shrink_plan(bytes, measures->width, measures->height, shrink))
		return false;
	if (is_too_large(worker, document)) {
		*shrink = (struct shrink){0};
		return false;
	}
	measures->hash = hash_hex(&worker->kept, bytes, 10);
	if (shrink->anew) {
		measures->width = shrink->sizes[shrink->nsizes - 1].width;
		measures->height = shrink->sizes[shrink->nsizes - 1].height;
	}
	return true;
}

/* --- when it is published
 * -------------------------------------------------------------------------- */

/* The size that a telephone takes: 360 dots of two or three screen dots each. */
static size_t telephones(const struct shrink *shrink)
{
	return shrink->nsizes > 1 ? 1 : 0;
}

/* Its files; the last is the one of its own name. */
static size_t files_of(const struct medium *medium, str paths[SHRINK_SIZES + 1])
{
	for (size_t i = 0; i < medium->shrink.nsizes; i++)
		paths[i] = medium->sizes[i];
	paths[medium->shrink.nsizes] = medium->output;
	return medium->shrink.nsizes + 1;
}

static bool stands(struct build *build, str path, uint64_t id, size_t *size)
{
	bool has = before_has(build, path, id);
	*size = has ? before_size(build, path) : 0;
	return has;
}

/* All or none: they are made together. */
static bool all_stand(struct build *build, const struct medium *medium, uint64_t id, size_t *load)
{
	str paths[SHRINK_SIZES + 1];
	size_t n = files_of(medium, paths);
	for (size_t i = 0; i < n; i++) {
		size_t size = 0;
		if (!stands(build, paths[i], id, &size))
			return false;
		if (i == telephones(&medium->shrink))
			*load = size;
	}
	for (size_t i = 0; i < n; i++)
		before_take(build, paths[i]);
	return true;
}

static void report_fault(
	struct worker *worker, const struct medium *medium, enum shrink_fault fault)
{
	struct span at = span_file(medium->source);
	if (fault == SHRINK_PRINT)
		diag_add(&worker->diags, DIAG_MEDIA_BROKEN, at,
			"the colours of this picture are for paper (CMYK)");
	else if (fault == SHRINK_ENDED)
		diag_add(&worker->diags, DIAG_MEDIA_BROKEN, at,
			"reading this picture came to no end, or ended the process that read it");
	else
		diag_add(&worker->diags, DIAG_MEDIA_BROKEN, at,
			"this picture can't be read to its end: it is cut off or damaged");
	diag_note(&worker->diags, SPAN_NONE,
		"open it in a picture editor and export it again, as .jpg, .png or .webp");
}

static void hand_over(struct build *build, struct worker *worker, const struct medium *medium,
	uint64_t id, const struct buf *files, str own)
{
	str paths[SHRINK_SIZES + 1];
	size_t n = files_of(medium, paths);
	for (size_t i = 0; i + 1 < n; i++)
		build_hand_over(build, worker, paths[i], id, buf_str(&files[i]));
	/* A drawing of few colours can be smaller than the same with fewer dots. */
	bool anew = medium->shrink.anew && files[n - 1].len < own.len;
	build_hand_over(build, worker, medium->output, id, anew ? buf_str(&files[n - 1]) : own);
}

static void make(struct build *build, struct worker *worker, const struct medium *medium,
	uint64_t id, size_t *load)
{
	struct buf files[SHRINK_SIZES + 1];
	buf_clear(&worker->out);
	if (!strip_picture(buf_str(&worker->text), &worker->out))
		return; /* it was reported when it was read */
	for (size_t i = 0; i < ARRAY_LEN(files); i++)
		buf_init(&files[i]);
	enum shrink_fault fault = shrink_run(buf_str(&worker->out), &medium->shrink, files);
	if (fault == SHRINK_FINE)
		hand_over(build, worker, medium, id, files, buf_str(&worker->out));
	else
		report_fault(worker, medium, fault);
	*load = files[telephones(&medium->shrink)].len;
	for (size_t i = 0; i < ARRAY_LEN(files); i++)
		buf_release(&files[i]);
}

void picture_copy(struct build *build, struct worker *worker, const struct medium *medium,
	uint64_t id, size_t *load)
{
	const struct document *document = &build->documents[medium->entry];
	buf_clear(&worker->text);
	const struct sink *sink = build->options->sink;
	bool wanted = !sink || !sink->lacks_media;
	if (wanted && !all_stand(build, medium, id, load) &&
		store_read(worker->reader, document->entry, FILE_MAX, &worker->text,
			span_file(medium->source), &worker->diags))
		make(build, worker, medium, id, load);
}
