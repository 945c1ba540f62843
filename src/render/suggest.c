#include "render/suggest.h"

#include "base/path.h"

/* How many letters may differ; fewer in short names. */
enum { NEAR = 3 };

struct search {
	const struct frame *frame;
	str wanted;
	str best;
	unsigned distance; /* of the best */
};

static struct search search_of(const struct frame *frame, str wanted)
{
	size_t len = path_stem(path_name(wanted)).len;
	return (struct search){frame, wanted, S(""), len < 4 ? 2 : len < 9 ? 3 : NEAR + 1};
}

static void consider(struct search *search, str candidate)
{
	unsigned distance = str_distance(candidate, search->wanted, NEAR);
	if (distance >= search->distance)
		return;
	search->distance = distance;
	search->best = candidate;
}

static void note_path(const struct frame *frame, str dir, str path)
{
	if (path.len)
		diag_note(&frame->worker->diags, SPAN_NONE, "did you mean '%.*s'?",
			STR_ARGS(path_relative(&frame->worker->scratch, dir, path)));
}

/* --- pages -------------------------------------------------------------------------- */

static bool is_file(const struct page *page)
{
	return page->kind == PAGE_CONTENT && !(page->flags & PAGE_FALLBACK);
}

static bool has_page(const struct site *site, str path)
{
	for (size_t i = 0; i < site->pages.len; i++)
		if (is_file(site->pages.items[i]) && str_eq(site->pages.items[i]->path, path))
			return true;
	return false;
}

/* "sazina/" and "sazina" for sazina/index.md, "zvani" for zvani.md. */
static str completed(const struct frame *frame, str path)
{
	static const str endings[] = {STR_INIT("/index.md"), STR_INIT(".md")};
	for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
		str whole = arena_join(&frame->worker->scratch, path, endings[i], S(""));
		if (has_page(frame->renderer->site, whole))
			return whole;
	}
	return S("");
}

/* The file has moved: the name is the same, the folder another. */
static str same_name(const struct frame *frame, str path)
{
	const struct site *site = frame->renderer->site;
	for (size_t i = 0; i < site->pages.len; i++) {
		const struct page *page = site->pages.items[i];
		if (is_file(page) && page->language == frame_page(frame)->body_language &&
			!(page->flags & PAGE_IS_INDEX) &&
			str_eq(path_name(page->path), path_name(path)))
			return page->path;
	}
	return S("");
}

/* In the same language: "lv/zvani.md" is one letter from nothing in "en/". */
static bool is_beside(const struct page *page, str path)
{
	str folder = str_sub(path, 0, str_find_char(path, '/'));
	return str_eq(page->language->code, folder) || page->language->index == 0;
}

void suggest_page_file(const struct frame *frame, str dir, str path)
{
	const struct site *site = frame->renderer->site;
	const struct page *draft = map_get(&site->drafts, path);
	struct search search = search_of(frame, path);
	if (draft) {
		diag_note(&frame->worker->diags, span_file(draft->source),
			"this page is a draft; only --drafts publishes it");
		return;
	}
	search.best = completed(frame, path);
	for (size_t i = 0; !search.best.len && i < site->pages.len; i++)
		if (is_file(site->pages.items[i]) && is_beside(site->pages.items[i], path))
			consider(&search, site->pages.items[i]->path);
	note_path(frame, dir, search.best.len ? search.best : same_name(frame, path));
}

/* --- media, records ----------------------------------------------------------------- */

static str same_medium_name(const struct site *site, str path)
{
	for (size_t i = 0; i < site->media.len; i++)
		if (str_eq_nocase(path_name(site->media.items[i].path), path_name(path)))
			return site->media.items[i].path;
	return S("");
}

void suggest_medium_file(const struct frame *frame, str dir, str path)
{
	const struct site *site = frame->renderer->site;
	struct search search = search_of(frame, path);
	search.best = same_medium_name(site, path);
	for (size_t i = 0; !search.best.len && i < site->media.len; i++)
		consider(&search, site->media.items[i].path);
	note_path(frame, dir, search.best);
}

void suggest_record(const struct frame *frame, str ref)
{
	const struct site *site = frame->renderer->site;
	struct search search = search_of(frame, ref);
	for (size_t k = 0; k < site->nkinds; k++)
		for (size_t i = 0; i < site->kinds[k]->nrecords; i++)
			consider(&search, arena_join(&frame->worker->scratch, site->kinds[k]->name,
						  S("/"), site->kinds[k]->records[i]->id));
	if (search.best.len)
		diag_note(&frame->worker->diags, SPAN_NONE, "did you mean 'record:%.*s'?",
			STR_ARGS(search.best));
	else if (str_find_char(ref, '/') == STR_NONE)
		diag_note(&frame->worker->diags, SPAN_NONE,
			"write the kind and the id: record:kind/id");
}
