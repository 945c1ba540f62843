/* The words of each page while it is rendered, and the index of each language from them. */
#include "build/before.h"
#include "build/ledger.h"

#include <stdlib.h>

#include "search/make.h"

void build_prepare_search(struct build *build)
{
	if (!value_get_bool(build->site.config.json, S("search")))
		return;
	const struct folder *folder = folder_new(&build->arena);
	if (before_counts(build)) {
		build->barn = ARENA_NEW(&build->arena, struct barn);
		/* Keys of words rest on the tilts that found them, and on which language is which.
		 */
		barn_open(build->barn, ledger_knows(build) ? build->remembered.harvests : S(""),
			build->site.pages.len, &build->words, &build->arena);
	}
	build->harvests = xcalloc(build->jobs, sizeof(*build->harvests));
	for (unsigned i = 0; i < build->jobs; i++)
		harvest_init(&build->harvests[i], &build->site, folder, &build->words);
}

static void put_sections(
	struct build *build, struct worker *worker, const struct page *page, str text)
{
	str section;
	for (uint32_t n = 0; str_cut(&text, '\n', &section); n++)
		build_put(build, worker, harvest_text_path(page, n, &worker->scratch), section);
}

void build_harvest(struct build *build, struct worker *worker, const struct page *page, str html)
{
	if (!build->harvests || !harvest_wants(page))
		return;
	struct harvest *harvest = &build->harvests[worker - build->workers];
	str text = harvest_page(harvest, page, html);
	if (harvest_cuts(harvest))
		put_sections(build, worker, page, text);
	else
		build_put(build, worker, harvest_text_path(page, 0, &worker->scratch), text);
	ledger_note_words(build, worker, harvest_hash(harvest));
}

/* --- indexes whose pages all have the words of before are as before ----------------------------
 */

static bool is_wanted(const struct build *build, const struct page *page, size_t language)
{
	const struct language *l = &build->site.config.languages[language];
	bool original = l->of.len && page->language->index == l->original;
	return (page->language == l || original) && harvest_wants(page);
}

static bool is_current(struct build *build, size_t language)
{
	for (size_t i = 0; i < build->site.pages.len; i++)
		if (is_wanted(build, build->site.pages.items[i], language) &&
			!ledger_has_words(build, i))
			return false;
	return ledger_carry(build, &build->workers[0], LEDGER_INDEXES, language);
}

/* A page that was carried over was harvested before; else it is read where it stands. */
static void harvest_carried(struct build *build, struct worker *worker, size_t index)
{
	const struct page *page = build->site.pages.items[index];
	bool wanted = false;
	for (size_t l = 0; l < build->site.config.nlanguages; l++)
		wanted |= !ledger_carried(build, LEDGER_INDEXES, l) && is_wanted(build, page, l);
	if (!wanted || !ledger_carried(build, LEDGER_PAGES, index))
		return;
	struct harvest *harvest = &build->harvests[worker - build->workers];
	buf_clear(&worker->out);
	if (!barn_take(build->barn, harvest, page) &&
		before_read(build, page->output, &worker->out, &worker->diags))
		harvest_page(harvest, page, buf_str(&worker->out));
}

struct putting {
	struct build *build;
	struct worker *worker;
};

static void put(void *ctx, str path, str bytes)
{
	const struct putting *putting = ctx;
	build_put(putting->build, putting->worker, path, bytes);
}

static void make_one(struct build *build, struct worker *worker, size_t index)
{
	struct putting putting = {build, worker};
	struct make_sink sink = {&putting, put};
	if (ledger_carried(build, LEDGER_INDEXES, index))
		return;
	ledger_begin(build, worker, LEDGER_INDEXES);
	struct crop crop = {build->harvests, build->jobs, &build->words, build->barn};
	make_index(&build->site, &build->site.config.languages[index], &crop, &sink);
	ledger_end(build, worker, LEDGER_INDEXES, index);
}

void build_search(struct build *build)
{
	size_t nlanguages = build->site.config.nlanguages, ncurrent = 0;
	if (!build->harvests)
		return;
	ledger_expect(build, LEDGER_INDEXES, nlanguages);
	for (size_t l = 0; l < nlanguages; l++)
		ncurrent += is_current(build, l);
	if (ncurrent < nlanguages)
		build_parallel(build, build->site.pages.len, harvest_carried);
	harvest_join(build->harvests, build->jobs, &build->words);
	build_parallel(build, nlanguages, make_one);
}

void build_keep_search(const struct build *build, struct buf *out)
{
	size_t npages = build->site.pages.len;
	if (!build->barn)
		return;
	bool *stands = xcalloc(npages + 1, sizeof(*stands));
	for (size_t i = 0; i < npages; i++)
		stands[i] = ledger_carried(build, LEDGER_PAGES, i);
	barn_write(build->barn, build->harvests, build->jobs, stands, out);
	free(stands);
}

void build_release_search(struct build *build)
{
	if (build->barn)
		barn_release(build->barn);
	for (unsigned i = 0; build->harvests && i < build->jobs; i++)
		harvest_release(&build->harvests[i]);
	lexicon_release(&build->words);
	free(build->harvests);
	build->harvests = NULL;
	build->barn = NULL;
}
