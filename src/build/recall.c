#include "build/recall.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "base/pack.h"
#include "build/before.h"
#include "locale/collate.h"
#include "value/packed.h"

struct recalled {
	str path;
	uint64_t id;
	str made;    /* "": nothing is known of the file */
	str outline; /* "": nobody has asked for it */
};

struct recall {
	struct recalled *old;
	size_t nold, ncontent; /* the content's files come first; both parts by path */
	/* By document, what the next build may have: as it was made, or to be packed then. */
	str *made;
	bool *unpacked;
};

/* Titles are kept with their place in the order of a language, which is ICU's. */
static str version_of(const struct build *build, struct arena *arena)
{
	const struct config *config = &build->site.config;
	str version = arena_join(arena, build_version(), S(" ICU "), collator_version(arena));
	for (size_t i = 0; i < config->nlanguages; i++)
		version = arena_join(arena, version, S(" "), config->languages[i].tag);
	return version;
}

/* --- what the last build kept ------------------------------------------------------- */

static void take_old(struct build *build, str text)
{
	struct recall *recall = build->recall;
	struct arena *arena = &build->arena;
	struct unpack unpack = {.rest = text};
	if (!str_eq(unpack_text(&unpack), version_of(build, arena)))
		return;
	size_t n = unpack_count(&unpack, unpack.rest.len);
	recall->ncontent = unpack_count(&unpack, n);
	recall->old = ARENA_ARRAY(arena, struct recalled, n);
	for (size_t i = 0; i < n && !unpack.failed; i++) {
		recall->old[i].path = unpack_text(&unpack);
		recall->old[i].id = unpack_hash(&unpack);
		recall->old[i].made = unpack_text(&unpack);
		recall->old[i].outline = unpack_text(&unpack);
	}
	if (unpack.failed)
		recall->ncontent = 0;
	else
		recall->nold = n;
}

void recall_open(struct build *build)
{
	if (!before_counts(build))
		return;
	build->recall = ARENA_NEW(&build->arena, struct recall);
	build->recall->made = ARENA_ARRAY(&build->arena, str, build->ndocuments);
	build->recall->unpacked = ARENA_ARRAY(&build->arena, bool, build->ndocuments);
	take_old(build, build->remembered.readings);
}

static int compare_path(const void *path, const void *recalled)
{
	return str_cmp(*(const str *)path, ((const struct recalled *)recalled)->path);
}

/* Between two builds few files come or go: most stand where they stood. */
static const struct recalled *find(const struct build *build, const struct document *document)
{
	const struct recall *recall = build->recall;
	size_t at = (size_t)(document - build->documents);
	bool content = at < build->content_entries.len;
	size_t low = content ? 0 : recall->ncontent;
	size_t high = content ? recall->ncontent : recall->nold;
	str path = document->entry->path;
	if (low >= high)
		return NULL;
	if (at >= low && at < high && str_eq(recall->old[at].path, path))
		return &recall->old[at];
	return bsearch(&path, recall->old + low, high - low, sizeof(*recall->old), compare_path);
}

/* --- a file ------------------------------------------------------------------------- */

static void pack_page(struct buf *out, const struct page *page)
{
	const struct page_texts *texts = page_texts(page);
	pack_number(out, page->flags);
	pack_number(out, page->body_start);
	pack_number(out, (uint64_t)page->order);
	pack_number(out, page->open_sections);
	pack_hash(out, page->hash);
	pack_hash(out, texts->front_hash);
	pack_text(out, page->slug);
	pack_text(out, page->title_key);
	pack_text(out, texts->title);
	pack_text(out, texts->description);
	pack_text(out, texts->date);
	value_pack(out, texts->front);
}

static void unpack_page(struct unpack *unpack, struct page *page, struct arena *arena)
{
	struct page_texts *texts = &page->texts_;
	page->flags = (unsigned)unpack_number(unpack);
	page->body_start = unpack_number(unpack);
	page->order = (int64_t)unpack_number(unpack);
	page->open_sections = unpack_number(unpack);
	page->hash = unpack_hash(unpack);
	texts->front_hash = unpack_hash(unpack);
	page->slug = unpack_text(unpack);
	page->title_key = unpack_text(unpack);
	texts->title = unpack_text(unpack);
	texts->description = unpack_text(unpack);
	texts->date = unpack_text(unpack);
	texts->front = value_unpack(unpack, page->source, arena);
}

static void pack_measures(struct buf *out, const struct measures *measures)
{
	const struct shrink *shrink = &measures->shrink;
	pack_number(out, measures->width);
	pack_number(out, measures->height);
	pack_number(out, measures->weight);
	pack_text(out, measures->hash);
	pack_number(out, shrink->anew);
	pack_number(out, shrink->nsizes);
	for (size_t i = 0; i < shrink->nsizes; i++) {
		pack_number(out, shrink->sizes[i].width);
		pack_number(out, shrink->sizes[i].height);
	}
}

static void unpack_measures(struct unpack *unpack, struct measures *measures)
{
	struct shrink *shrink = &measures->shrink;
	measures->width = (uint32_t)unpack_number(unpack);
	measures->height = (uint32_t)unpack_number(unpack);
	measures->weight = unpack_number(unpack);
	measures->hash = unpack_text(unpack);
	shrink->anew = unpack_number(unpack);
	shrink->nsizes = unpack_count(unpack, SHRINK_SIZES);
	for (size_t i = 0; i < shrink->nsizes; i++) {
		shrink->sizes[i].width = (uint32_t)unpack_number(unpack);
		shrink->sizes[i].height = (uint32_t)unpack_number(unpack);
	}
}

static void pack_document(struct buf *out, const struct document *document)
{
	pack_number(out, document->kind);
	if (document->page)
		pack_page(out, document->page);
	else if (document->kind == DOCUMENT_MEDIUM)
		pack_measures(out, document->measures);
	else
		value_pack(out, document->json);
}

static void unpack_document(struct unpack *unpack, struct document *document, struct arena *arena)
{
	document->usable = true;
	if (document->page) {
		unpack_page(unpack, document->page, arena);
	} else if (document->kind == DOCUMENT_MEDIUM) {
		unpack_measures(unpack, document->measures);
	} else {
		document->json = value_unpack(unpack, document->source, arena);
	}
}

/* False: it was a file of another kind. The document's texts are slices of what was made. */
static bool take(struct document *document, str made, struct arena *arena)
{
	struct unpack unpack = {.rest = made};
	if (unpack_number(&unpack) != document->kind)
		return false;
	unpack_document(&unpack, document, arena);
	if (unpack.failed)
		BUG("what was kept under a seal can't be read");
	return true;
}

static size_t number_of(const struct build *build, const struct document *document)
{
	return (size_t)(document - build->documents);
}

static void take_outline(struct build *build, struct worker *worker, size_t number, str outline)
{
	if (!outline.len)
		return;
	str *kept = ARENA_NEW(&worker->kept, str);
	*kept = arena_str(&worker->kept, outline);
	atomic_store(&build->outlines[number], kept);
}

bool recall_take(struct build *build, struct worker *worker, struct document *document)
{
	const struct recalled *old = build->recall ? find(build, document) : NULL;
	if (!old || !old->made.len || old->id != document->entry->id)
		return false;
	/* The site lives longer than what the last build kept. */
	if (!take(document, arena_str(&worker->kept, old->made), &worker->kept))
		return false;
	build->recall->made[number_of(build, document)] = old->made;
	take_outline(build, worker, number_of(build, document), old->outline);
	return true;
}

/* Records are filled in with what they quote of others: what they were before is kept, and their
 * texts are slices of it. */
static str note_json(struct worker *worker, struct document *document)
{
	struct buf made;
	buf_init(&made);
	pack_document(&made, document);
	str kept = arena_str(&worker->kept, buf_str(&made));
	buf_release(&made);
	take(document, kept, &worker->kept);
	return kept;
}

bool recall_note(struct build *build, struct worker *worker, struct document *document)
{
	struct recall *recall = build->recall;
	if (!recall)
		return false;
	if (document->page || document->kind == DOCUMENT_MEDIUM)
		recall->unpacked[number_of(build, document)] = true;
	else
		recall->made[number_of(build, document)] = note_json(worker, document);
	return true;
}

/* --- for the next build ------------------------------------------------------------- */

static str outline_of(const struct build *build, size_t document)
{
	bool content = document < build->content_entries.len;
	const str *outline = content ? atomic_load(&build->outlines[document]) : NULL;
	return outline ? *outline : S("");
}

static void add_made(struct buf *out, const struct build *build, size_t document, struct buf *fresh)
{
	const struct recall *recall = build->recall;
	buf_clear(fresh);
	if (recall->unpacked[document])
		pack_document(fresh, &build->documents[document]);
	pack_text(out, recall->unpacked[document] ? buf_str(fresh) : recall->made[document]);
}

void recall_write(const struct build *build, struct spill *spill)
{
	struct buf *out = &spill->piece, fresh;
	struct arena arena;
	arena_init(&arena);
	buf_init(&fresh);
	pack_text(out, version_of(build, &arena));
	arena_release(&arena);
	pack_number(out, build->ndocuments);
	pack_number(out, build->content_entries.len);
	for (size_t i = 0; i < build->ndocuments; i++) {
		pack_text(out, build->documents[i].entry->path);
		pack_hash(out, build->documents[i].entry->id);
		add_made(out, build, i, &fresh);
		pack_text(out, outline_of(build, i));
		spill_some(spill);
	}
	buf_release(&fresh);
}
