/* render: each page's body, then its template, then straight to publishing. */
#include "base/hash.h"
#include "base/path.h"
#include "base/slim.h"
#include "build/build.h"
#include "build/ledger.h"
#include "feed/offline.h"
#include "media/media.h"
#include "feed/webmanifest.h"
#include "query/query.h"
#include "search/harvest.h"
#include "view/lines.h"

/* --- assets: names with a hash of their content ------------------------------------- */

/* "assets/portal.css" -> "assets/portal.1a2b3c4d5e.css" */
static str hashed_path(str path, str bytes, struct arena *arena)
{
	str hash = hash_hex(arena, bytes, 10), ext = path_ext(path);
	str stem = arena_join(arena, path_stem(path), S("."), hash);
	return ext.len ? arena_join(arena, stem, S("."), ext) : stem;
}

/* What goes out: scripts and style sheets without what is for who edits them. */
static str published(str path, str bytes, struct buf *out)
{
	if (!str_eq(path_ext(path), S("css")) && !str_eq(path_ext(path), S("js")))
		return bytes;
	buf_clear(out);
	slim_add(bytes, out);
	return buf_str(out);
}

static void add_asset(struct build *build, const struct document *document)
{
	struct worker *worker = &build->workers[0];
	str path = document->entry->path;
	buf_clear(&worker->text);
	if (!store_read(worker->template_reader, document->entry, FILE_MAX, &worker->text,
		    span_file(document->source), &build->diags))
		return;
	if (media_is_pointer(buf_str(&worker->text)))
		media_report_pointer(document->source, &build->diags);
	str bytes = published(path, buf_str(&worker->text), &worker->out);
	str output = hashed_path(path, bytes, &build->arena);
	str *url = ARENA_NEW(&build->arena, str);
	*url = arena_join(&build->arena, S("/"), output, S(""));
	map_put(&build->renderer.assets,
		units_add_asset(&build->units, str_from(path, sizeof("assets/") - 1)), url);
	build_put(build, worker, output, bytes);
}

static void add_assets(struct build *build)
{
	for (size_t i = 0; i < build->ndocuments; i++)
		if (build->documents[i].kind == DOCUMENT_ASSET)
			add_asset(build, &build->documents[i]);
}

/* Pages lead to them, so they are made before. */
static void add_manifests(struct build *build)
{
	const struct site *site = &build->site;
	struct worker *worker = &build->workers[0];
	str *urls = ARENA_ARRAY(&build->arena, str, site->config.nlanguages);
	for (size_t i = 0; i < site->config.nlanguages; i++) {
		const struct language *language = &site->config.languages[i];
		buf_clear(&worker->out);
		if (!webmanifest_write(
			    site, language, &build->renderer.assets, &build->arena, &worker->out))
			continue;
		str path =
			arena_join(&build->arena, S("assets/"), language->code, S(".webmanifest"));
		str output = hashed_path(path, buf_str(&worker->out), &build->arena);
		urls[i] = arena_join(&build->arena, S("/"), output, S(""));
		build_put(build, worker, output, buf_str(&worker->out));
	}
	build->renderer.manifests = urls;
}

/* --- pages -------------------------------------------------------------------------- */

static void take_page(struct build *build, struct worker *worker, const struct page *page)
{
	build->page_hashes[page->index] = build_put_page(build, worker, page);
	build_harvest(build, worker, page);
}

static void render_one(struct build *build, struct worker *worker, size_t index)
{
	const struct page *page = build->site.pages.items[index];
	if (ledger_carry(build, worker, LEDGER_PAGES, index))
		return;
	ledger_begin(build, worker, LEDGER_PAGES, index);
	if (render_page(&build->renderer, worker, page))
		take_page(build, worker, page);
	ledger_end(build, worker, LEDGER_PAGES, index);
}

/* Pages whose texts stand on the shelves of one rack. */
static void render_some(struct build *build, struct worker *worker, size_t rack)
{
	size_t first = rack * RACK_PAGES;
	for (size_t i = first; i < build->site.pages.len && i < first + RACK_PAGES; i++)
		render_one(build, worker, i);
	build_shelve(build, worker, rack);
}

static void render_alias(struct build *build, struct worker *worker, size_t index)
{
	const struct redirect *redirect = &build->site.redirects.items[index];
	if (render_redirect(&build->renderer, worker, redirect))
		build_put(build, worker, redirect->output, buf_str(&worker->out));
}

static const struct page *page_at(const struct build *build, str output)
{
	for (size_t i = 0; i < build->site.pages.len; i++)
		if (str_eq(build->site.pages.items[i]->output, output))
			return build->site.pages.items[i];
	return NULL;
}

/* For somebody who waits for it: all that is said of it is said when its turn comes. */
static void render_first(struct build *build)
{
	const struct sink *sink = build->options->sink;
	struct worker *worker = &build->workers[0];
	bool wanted = sink && sink->first.len && !build->diags.nerrors;
	const struct page *page = wanted ? page_at(build, sink->first) : NULL;
	if (page && render_page(&build->renderer, worker, page) && !worker->diags.nerrors)
		sink->made(sink->ctx, page->output, buf_str(&worker->out));
	worker->links.len = 0;
	diags_release(&worker->diags);
}

static void render_all(struct build *build)
{
	struct lines *lines = lines_new(&build->site, &build->units);
	build->renderer.lines = lines;
	if (build->nshelves)
		build_parallel(
			build, (build->nshelves + RACK_SHELVES - 1) / RACK_SHELVES, render_some);
	else
		build_parallel(build, build->site.pages.len, render_one);
	build->renderer.lines = NULL;
	lines_free(lines);
	for (unsigned i = 0; i < build->jobs; i++)
		arena_release(&build->workers[i].lines);
}

static void prepare_checks(struct build *build)
{
	for (unsigned i = 0; i < build->jobs; i++)
		privacy_init(&build->privacy[i], build->site.config.base_url);
	budget_init(&build->budget, &build->site, &build->diags);
}

bool build_render(struct build *build)
{
	size_t before = build->diags.nerrors;
	renderer_init(&build->renderer, &build->site, &build->units, &build->arena);
	build->renderer.entries = build->content_entries.items;
	build->renderer.texts = build->texts;
	build->renderer.outlines = build->outlines;
	build->renderer.offline = offline_mode(&build->site) == OFFLINE_ON && !build->options->sink;
	prepare_checks(build);
	add_assets(build);
	add_manifests(build);
	build->renderer.lists = lists_cache_new(&build->site, &build->units, &build->arena);
	build->page_hashes = ARENA_ARRAY(&build->arena, uint64_t, build->site.pages.len);
	ledger_open(build);
	build_prepare_search(build);
	ledger_expect(build, LEDGER_PAGES, build->site.pages.len);
	render_first(build);
	render_all(build);
	build_parallel(build, build->site.redirects.len, render_alias);
	return build->diags.nerrors == before;
}
