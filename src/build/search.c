/* The words of each page while it is rendered, and the index of each language from them. */
#include "build/before.h"
#include "build/ledger.h"

#include <stdlib.h>

#include "model/said.h"
#include "search/form.h"
#include "search/make.h"

/* --- texts ------------------------------------------------------------------------------ */

/* A page that was made. */
struct sheaf {
	const struct page *page;
	struct said_list said;
	struct buf html;
	str read;      /* as much of that as is read: text_main() */
	bool is_known; /* its words are those of before */
};

/* One thread's, of the rack at hand. */
struct shelf {
	struct sheaf sheaves[RACK_PAGES]; /* in order of their pages */
	size_t nsheaves, ntaken;
	struct buf texts; /* of the pages so far of the shelf that is filled */
};

static void prepare_shelves(struct build *build)
{
	build->nshelves = harvest_nshelves(&build->site);
	build->shelves = xcalloc(build->jobs, sizeof(*build->shelves));
	for (unsigned i = 0; i < build->jobs; i++) {
		buf_init(&build->shelves[i].texts);
		for (size_t p = 0; p < RACK_PAGES; p++)
			buf_init(&build->shelves[i].sheaves[p].html);
	}
	ledger_expect(build, LEDGER_SHELVES, build->nshelves);
}

static void release_shelves(struct build *build)
{
	for (unsigned i = 0; build->shelves && i < build->jobs; i++) {
		buf_release(&build->shelves[i].texts);
		for (size_t p = 0; p < RACK_PAGES; p++)
			buf_release(&build->shelves[i].sheaves[p].html);
	}
	free(build->shelves);
	build->shelves = NULL;
}

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
	build->harvests =
		xcalloc_aligned(build->jobs, sizeof(*build->harvests), _Alignof(struct harvest));
	for (unsigned i = 0; i < build->jobs; i++)
		harvest_init(&build->harvests[i], &build->site, folder, &build->words);
	prepare_shelves(build);
}

static struct shelf *shelf_of(const struct build *build, const struct worker *worker)
{
	return &build->shelves[worker - build->workers];
}

static struct harvest *harvest_of(const struct build *build, const struct worker *worker)
{
	return &build->harvests[worker - build->workers];
}

static void put_sections(
	struct build *build, struct worker *worker, const struct page *page, str text)
{
	str section;
	for (uint32_t n = 0; str_cut(&text, '\n', &section); n++)
		build_put(build, worker, harvest_text_path(page, n, &worker->scratch), section);
}

static void put_text(struct build *build, struct worker *worker, const struct page *page, str text)
{
	if (harvest_cuts(harvest_of(build, worker)))
		put_sections(build, worker, page, text);
	else if (build->nshelves)
		buf_add(&shelf_of(build, worker)->texts, text);
	else
		build_put(build, worker, harvest_text_path(page, 0, &worker->scratch), text);
}

static void reap(struct build *build, struct worker *worker, const struct page *page,
	struct said_list said, str html)
{
	struct harvest *harvest = harvest_of(build, worker);
	put_text(build, worker, page, harvest_page(harvest, page, said, html));
	ledger_note_words(build, page->index, harvest_hash(harvest));
}

/* The page is not copied: another buffer takes the place of its own. */
static void bind(struct build *build, struct worker *worker, const struct sheaf *sheaf)
{
	struct shelf *shelf = shelf_of(build, worker);
	struct sheaf *bound = &shelf->sheaves[shelf->nsheaves++];
	struct buf other = bound->html;
	*bound = *sheaf;
	bound->html = worker->out;
	worker->out = other;
}

void build_harvest(struct build *build, struct worker *worker, const struct page *page)
{
	if (!build->harvests || !harvest_wants(page))
		return;
	struct sheaf sheaf = {page, .said = harvest_ask(harvest_of(build, worker), page)};
	sheaf.read = text_main(buf_str(&worker->out));
	uint64_t sight = harvest_sight(page, sheaf.said, sheaf.read);
	ledger_note_sight(build, worker, sight);
	sheaf.is_known = ledger_carry_words(build, worker, page->index, sight);
	if (build->nshelves) {
		bind(build, worker, &sheaf);
		return;
	}
	if (!sheaf.is_known)
		reap(build, worker, page, sheaf.said, sheaf.read);
	harvest_forget(harvest_of(build, worker));
}

/* The text of a page whose words are those of before. */
static void put_known(struct build *build, struct worker *worker, const struct page *page, str html)
{
	put_text(build, worker, page, harvest_text(harvest_of(build, worker), html));
}

/* Of a page that was carried over, which is read where it stands. */
static void take_carried(struct build *build, struct worker *worker, const struct page *page)
{
	if (!harvest_wants(page) || !ledger_carried(build, LEDGER_PAGES, page->index))
		return;
	buf_clear(&worker->out);
	if (before_read(build, page->output, &worker->out, &worker->diags))
		put_known(build, worker, page, buf_str(&worker->out));
}

static void take_sheaf(struct build *build, struct worker *worker, const struct sheaf *sheaf)
{
	if (sheaf->is_known)
		put_known(build, worker, sheaf->page, sheaf->read);
	else
		reap(build, worker, sheaf->page, sheaf->said, sheaf->read);
}

static void take_one(struct build *build, struct worker *worker, size_t index)
{
	struct shelf *shelf = shelf_of(build, worker);
	const struct page *page = build->site.pages.items[index];
	if (shelf->ntaken < shelf->nsheaves && shelf->sheaves[shelf->ntaken].page == page)
		take_sheaf(build, worker, &shelf->sheaves[shelf->ntaken++]);
	else
		take_carried(build, worker, page);
}

/* The last shelf has as many texts as others: the rest is empty. */
static void fill_shelf(struct build *build, struct worker *worker, size_t first)
{
	struct shelf *shelf = shelf_of(build, worker);
	buf_clear(&shelf->texts);
	for (size_t i = first; i < first + SHELF_PAGES; i++) {
		if (i < build->site.pages.len)
			take_one(build, worker, i);
		buf_add_char(&shelf->texts, FORM_TEXT_END);
	}
}

static void put_shelf(struct build *build, struct worker *worker, size_t shelf)
{
	const page_list *pages = &build->site.pages;
	size_t first = shelf * SHELF_PAGES, end = first, ncarried = 0;
	while (end < pages->len && end < first + SHELF_PAGES)
		ncarried += ledger_carried(build, LEDGER_PAGES, end++);
	if (ncarried == end - first && ledger_carry(build, worker, LEDGER_SHELVES, shelf))
		return;
	ledger_begin(build, worker, LEDGER_SHELVES, shelf);
	fill_shelf(build, worker, first);
	build_put(build, worker, harvest_shelf_path(shelf, &worker->scratch),
		buf_str(&shelf_of(build, worker)->texts));
	ledger_end(build, worker, LEDGER_SHELVES, shelf);
}

/* The pages of a rack one after the other: each by itself, between two that are rendered, would
 * find neither code nor tables in the cache; that took a fifth longer. */
void build_shelve(struct build *build, struct worker *worker, size_t rack)
{
	struct shelf *shelf = shelf_of(build, worker);
	size_t first = rack * RACK_SHELVES;
	for (size_t i = first; i < build->nshelves && i < first + RACK_SHELVES; i++)
		put_shelf(build, worker, i);
	shelf->nsheaves = shelf->ntaken = 0;
	harvest_forget(harvest_of(build, worker));
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

/* A page that has its words of before was harvested then; else it is read where it stood. */
static void harvest_carried(struct build *build, struct worker *worker, size_t index)
{
	const struct page *page = build->site.pages.items[index];
	bool wanted = false;
	for (size_t l = 0; l < build->site.config.nlanguages; l++)
		wanted |= !ledger_carried(build, LEDGER_INDEXES, l) && is_wanted(build, page, l);
	if (!wanted || !ledger_carried_words(build, index))
		return;
	struct harvest *harvest = harvest_of(build, worker);
	buf_clear(&worker->out);
	if (!barn_take(build->barn, harvest, page) &&
		before_read(build, page->output, &worker->out, &worker->diags))
		harvest_page(harvest, page, harvest_ask(harvest, page), buf_str(&worker->out));
	harvest_forget(harvest);
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
	ledger_begin(build, worker, LEDGER_INDEXES, index);
	struct crop crop = {build->harvests, build->jobs, &build->words, build->barn};
	make_index(&build->site, &build->site.config.languages[index], &crop, &sink);
	ledger_end(build, worker, LEDGER_INDEXES, index);
}

void build_search(struct build *build)
{
	size_t nlanguages = build->site.config.nlanguages, ncurrent = 0;
	if (!build->harvests)
		return;
	/* As large as the largest pages: room for the indexes, when most memory is asked for. */
	release_shelves(build);
	ledger_expect(build, LEDGER_INDEXES, nlanguages);
	for (size_t l = 0; l < nlanguages; l++)
		ncurrent += is_current(build, l);
	if (ncurrent < nlanguages)
		build_parallel(build, build->site.pages.len, harvest_carried);
	for (unsigned i = 0; i < build->jobs; i++)
		harvest_end(&build->harvests[i]);
	build_parallel(build, nlanguages, make_one);
}

void build_keep_search(const struct build *build, struct spill *out)
{
	size_t npages = build->site.pages.len;
	if (!build->barn)
		return;
	bool *stands = xcalloc(npages + 1, sizeof(*stands));
	for (size_t i = 0; i < npages; i++)
		stands[i] = ledger_carried_words(build, i);
	barn_write(build->barn, build->harvests, build->jobs, stands, out);
	free(stands);
}

void build_release_search(struct build *build)
{
	if (build->barn)
		barn_release(build->barn);
	release_shelves(build);
	for (unsigned i = 0; build->harvests && i < build->jobs; i++)
		harvest_release(&build->harvests[i]);
	lexicon_release(&build->words);
	free(build->harvests);
	build->harvests = NULL;
	build->barn = NULL;
}
