#include "build/medium.h"

#include "base/hash.h"
#include "base/path.h"
#include "build/before.h"
#include "build/image.h"
#include "build/picture.h"
#include "locale/collate.h"
#include "media/kind.h"
#include "media/media.h"
#include "media/strip.h"
#include "publish/twin.h"

/* Bytes; on a slow telephone half a minute. */
#define IMAGE_MAX ((size_t)1 << 20)

/* What a file is published by: its bytes, and the rules that it was looked at with. */
static uint64_t verdict(const struct document *document)
{
	return hash64_mix(document->entry->id, S(MEDIA_RULES));
}

/* --- reading -------------------------------------------------------------------------- */

bool medium_is_image(str path)
{
	const struct media_kind *kind = media_kind_of(path_ext(path));
	return kind && (kind->form == MEDIA_PICTURE || kind->form == MEDIA_DRAWING);
}

/* A file that went out before is not looked at again. */
static bool went_out(
	const struct build *build, struct worker *worker, const struct document *document)
{
	str output = collate_compose(document->entry->path, &worker->scratch);
	return before_had(build, output, verdict(document));
}

static void report_heavy(struct worker *worker, const struct document *document)
{
	diag_add(&worker->diags, DIAG_IMAGE_HEAVY, span_file(document->source),
		"this picture has %zu KB, at most %zu are allowed", worker->text.len >> 10,
		IMAGE_MAX >> 10);
	diag_note(&worker->diags, SPAN_NONE,
		"tilts makes .jpg, .png and .webp smaller by itself, others not: make this one "
		"smaller in a picture editor, 1200 dots are wide enough");
}

static void report_secrets(struct worker *worker, const struct document *document)
{
	diag_add(&worker->diags, DIAG_MEDIA_BROKEN, span_file(document->source),
		"what a camera wrote can't be taken out of this picture: it is broken, or an AVIF");
	diag_note(&worker->diags, SPAN_NONE,
		"open it in a picture editor and export it again, as .jpg, .png or .webp");
}

static void measure(struct worker *worker, struct document *document)
{
	struct measures *measures = document->measures;
	buf_clear(&worker->out);
	if (!strip_picture(buf_str(&worker->text), &worker->out))
		report_secrets(worker, document);
	measures->weight = worker->out.len;
	if (!image_size(buf_str(&worker->text), &measures->width, &measures->height))
		measures->width = measures->height = 0;
	if (strip_side(buf_str(&worker->text)) > 4) {
		uint32_t width = measures->width;
		measures->width = measures->height;
		measures->height = width;
	}
	if (!picture_plan(worker, document) && worker->text.len > IMAGE_MAX)
		report_heavy(worker, document);
}

static bool read_needed(struct worker *worker, const struct document *document)
{
	size_t needed = media_needs(document->entry->path);
	struct span span = span_file(document->source);
	buf_clear(&worker->text);
	return needed == SIZE_MAX ? store_read(worker->reader, document->entry, FILE_MAX,
					    &worker->text, span, &worker->diags)
				  : store_read_head(worker->reader, document->entry, needed,
					    &worker->text, span, &worker->diags);
}

static bool goes_out(struct worker *worker, const struct document *document)
{
	return read_needed(worker, document) &&
	       media_check(document->entry->path, buf_str(&worker->text), document->source,
		       &worker->diags);
}

void medium_read(struct build *build, struct worker *worker, struct document *document)
{
	bool image = medium_is_image(document->entry->path);
	if (!image)
		document->measures->weight = store_size(worker->reader, document->entry);
	if (!image && went_out(build, worker, document)) {
		document->usable = true;
		return;
	}
	document->usable = goes_out(worker, document);
	if (document->usable && image)
		measure(worker, document);
}

/* --- publishing ----------------------------------------------------------------------- */

/* An unchanged medium is not even read, unless its bytes are needed for more. */
static bool can_stay_unread(struct build *build, const struct medium *medium, uint64_t id)
{
	const struct sink *sink = build->options->sink;
	if (privacy_wants(medium->output) ||
		(build->options->compress && twin_wants(medium->output)))
		return false;
	if (!before_has(build, medium->output, id))
		return !build->publish && (!sink || sink->lacks_media);
	before_take(build, medium->output);
	return true;
}

/* A picture without what a camera wrote beside it, in worker->out. */
static str without_secrets(struct worker *worker, const struct medium *medium)
{
	buf_clear(&worker->out);
	bool done = medium_is_image(medium->path) &&
		    strip_picture(buf_str(&worker->text), &worker->out);
	return buf_str(done ? &worker->out : &worker->text);
}

static void copy(struct build *build, struct worker *worker, const struct medium *medium)
{
	const struct document *document = &build->documents[medium->entry];
	uint64_t id = verdict(document);
	buf_clear(&worker->text);
	if (can_stay_unread(build, medium, id) ||
		!store_read(worker->reader, document->entry, FILE_MAX, &worker->text,
			span_file(medium->source), &worker->diags))
		return;
	str bytes = without_secrets(worker, medium);
	privacy_scan(&build->privacy[worker - build->workers], medium->output, bytes);
	build_hand_over(build, worker, medium->output, id, bytes);
}

void medium_copy(struct build *build, struct worker *worker, const struct medium *medium)
{
	const struct document *document = &build->documents[medium->entry];
	size_t *load = &build->loads[medium - build->site.media.items];
	*load = document->measures->weight;
	if (!document->usable)
		return;
	if (medium->shrink.nsizes)
		picture_copy(build, worker, medium, verdict(document), load);
	else
		copy(build, worker, medium);
}
