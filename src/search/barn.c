#include "search/barn.h"

#include <stdlib.h>

#include "base/pack.h"

/* Words that no page has any more are thrown out together, all pages with them, once they may be
 * most of the table. */
#define TABLE_LEAST 1000

/* --- what the last build kept ------------------------------------------------------- */

static const str *take_texts(struct unpack *unpack, size_t n, struct arena *arena)
{
	str *texts = ARENA_ARRAY(arena, str, n);
	for (size_t i = 0; i < n && !unpack->failed; i++)
		texts[i] = unpack_text(unpack);
	return texts;
}

static void begin(struct barn *barn, size_t npages, size_t nharvests, struct arena *arena)
{
	*barn = (struct barn){.npages = npages, .nharvests = nharvests};
	barn->taken = ARENA_ARRAY(arena, bool, npages);
	barn->known = ARENA_ARRAY(arena, uint32_t *, nharvests);
	barn->pages = ARENA_ARRAY(arena, str, npages);
	for (size_t l = 0; l < LANGUAGES_MAX; l++)
		arena_init(&barn->keys[l].arena);
}

/* False: it is damaged, of another site, or mostly of words that are gone. */
static bool take(struct barn *barn, struct unpack *unpack, struct arena *arena)
{
	size_t most = unpack->rest.len;
	barn->nfirst = unpack_count(unpack, most);
	barn->nforms = unpack_count(unpack, most);
	barn->forms = take_texts(unpack, barn->nforms, arena);
	for (size_t l = 0; l < LANGUAGES_MAX; l++)
		barn->keys[l].packed = unpack_text(unpack);
	bool same = unpack_count(unpack, most) == barn->npages;
	barn->pages = take_texts(unpack, barn->npages, arena);
	return same && !unpack->failed && barn->nforms <= 2 * barn->nfirst + TABLE_LEAST;
}

void barn_open(struct barn *barn, str memory, size_t npages, size_t nharvests, struct arena *arena)
{
	struct unpack unpack = {.rest = memory};
	begin(barn, npages, nharvests, arena);
	if (!take(barn, &unpack, arena))
		begin(barn, npages, nharvests, arena);
	for (size_t i = 0; i < barn->nforms; i++)
		map_put(&barn->numbers, barn->forms[i], (void *)(uintptr_t)(i + 1));
}

void barn_release(struct barn *barn)
{
	for (size_t i = 0; i < barn->nharvests; i++)
		free(barn->known[i]);
	for (size_t l = 0; l < LANGUAGES_MAX; l++) {
		free(barn->keys[l].of_form);
		map_release(&barn->keys[l].learned);
		arena_release(&barn->keys[l].arena);
	}
	map_release(&barn->numbers);
}

/* --- keys --------------------------------------------------------------------------- */

static void unpack_keys(const struct barn *barn, struct barn_keys *keys)
{
	struct unpack unpack = {.rest = keys->packed};
	keys->of_form = xcalloc(barn->nforms + 1, sizeof(*keys->of_form));
	while (unpack.rest.len && !unpack.failed) {
		size_t form = unpack_count(&unpack, barn->nforms);
		keys->of_form[form] = unpack_text(&unpack);
	}
}

str barn_key(struct barn *barn, uint32_t language, str form)
{
	struct barn_keys *keys = &barn->keys[language];
	uintptr_t number = (uintptr_t)map_get(&barn->numbers, form);
	if (!keys->of_form)
		unpack_keys(barn, keys);
	return number ? keys->of_form[number - 1] : S("");
}

void barn_learn(struct barn *barn, uint32_t language, str form, str key)
{
	struct barn_keys *keys = &barn->keys[language];
	str *kept = ARENA_NEW(&keys->arena, str);
	*kept = arena_str(&keys->arena, key);
	map_put(&keys->learned, form, kept);
}

/* --- a page ------------------------------------------------------------------------- */

/* Of a stand, all but the word. */
static uint64_t place_of(const struct stand *stand)
{
	return stand->field + (uint64_t)NFIELDS * stand->section +
	       (uint64_t)NFIELDS * (SECTIONS_MAX + 1) * stand->times;
}

static struct stand stand_at(uint64_t place)
{
	return (struct stand){.field = (uint8_t)(place % NFIELDS),
		.section = (uint8_t)(place / NFIELDS % (SECTIONS_MAX + 1)),
		.times = (uint8_t)(place / NFIELDS / (SECTIONS_MAX + 1))};
}

static uint32_t number_in(struct barn *barn, struct harvest *harvest, size_t n, size_t form)
{
	if (!barn->known[n])
		barn->known[n] = xcalloc(barn->nforms + 1, sizeof(**barn->known));
	uint32_t *known = &barn->known[n][form];
	if (!*known)
		*known = harvest_number(harvest, barn->forms[form]) + 1;
	return *known - 1;
}

static void take_sections(struct unpack *unpack, struct harvest *harvest, struct reaped *page)
{
	page->nsections = (uint32_t)unpack_count(unpack, unpack->rest.len);
	page->sections = ARENA_ARRAY(&harvest->arena, struct section, page->nsections);
	for (size_t i = 0; i < page->nsections; i++) {
		page->sections[i].id = unpack_text(unpack);
		page->sections[i].heading = unpack_text(unpack);
	}
}

bool barn_take(struct barn *barn, struct harvest *harvest, size_t n, const struct page *page)
{
	struct unpack unpack = {.rest = barn->pages[page->index]};
	struct reaped reaped = {.page = page};
	if (!unpack.rest.len)
		return false;
	for (size_t f = 0; f < NFIELDS; f++)
		reaped.lengths[f] = (uint32_t)unpack_number(&unpack);
	reaped.cut = unpack_count(&unpack, 1);
	take_sections(&unpack, harvest, &reaped);
	reaped.nstands = (uint32_t)unpack_count(&unpack, unpack.rest.len);
	struct stand *stands = ARENA_ARRAY(&harvest->arena, struct stand, reaped.nstands);
	for (size_t i = 0; i < reaped.nstands; i++) {
		size_t form = unpack_count(&unpack, barn->nforms - 1);
		stands[i] = stand_at(unpack_number(&unpack));
		stands[i].form = number_in(barn, harvest, n, form);
	}
	if (unpack.failed)
		BUG("what was kept under a seal can't be read");
	reaped.stands = stands;
	barn->taken[page->index] = true;
	VEC_PUSH(&harvest->pages, reaped);
	return true;
}

/* --- for the next build ------------------------------------------------------------- */

/* The table as it grows while pages are packed. */
struct packing {
	const struct barn *barn;
	struct map added; /* form -> its number + 1; behind those of the barn */
	size_t nbefore;   /* forms of the barn; 0 when none of its pages is left */
	struct buf page;
	str *pages;
	struct arena arena;
};

static uint64_t number_of(struct packing *p, str form)
{
	uintptr_t number = p->nbefore ? (uintptr_t)map_get(&p->barn->numbers, form) : 0;
	if (!number)
		number = (uintptr_t)map_get(&p->added, form);
	if (number)
		return number - 1;
	number = p->nbefore + p->added.len + 1;
	map_put(&p->added, form, (void *)number);
	return number - 1;
}

static void pack_page(struct packing *p, const struct harvest *harvest, const struct reaped *page)
{
	struct buf *out = &p->page;
	buf_clear(out);
	for (size_t f = 0; f < NFIELDS; f++)
		pack_number(out, page->lengths[f]);
	pack_number(out, page->cut);
	pack_number(out, page->nsections);
	for (size_t i = 0; i < page->nsections; i++) {
		pack_text(out, page->sections[i].id);
		pack_text(out, page->sections[i].heading);
	}
	pack_number(out, page->nstands);
	for (size_t i = 0; i < page->nstands; i++) {
		pack_number(out, number_of(p, harvest->forms.items[page->stands[i].form]));
		pack_number(out, place_of(&page->stands[i]));
	}
	p->pages[page->page->index] = arena_str(&p->arena, buf_str(out));
}

static void pack_pages(struct packing *p, const struct harvest *harvests)
{
	for (size_t h = 0; h < p->barn->nharvests; h++)
		for (size_t i = 0; i < harvests[h].pages.len; i++) {
			const struct reaped *page = &harvests[h].pages.items[i];
			if (!p->barn->taken[page->page->index])
				pack_page(p, &harvests[h], page);
		}
}

static void write_forms(const struct packing *p, struct buf *out)
{
	size_t nforms = p->nbefore + p->added.len;
	pack_number(out, p->nbefore ? p->barn->nfirst : nforms);
	pack_number(out, nforms);
	for (size_t i = 0; i < p->nbefore; i++)
		pack_text(out, p->barn->forms[i]);
	for (size_t i = 0; i < p->added.len; i++)
		pack_text(out, p->added.entries[i].key);
}

static void write_keys(struct packing *p, const struct barn_keys *keys, struct buf *out)
{
	struct buf *packed = &p->page;
	buf_clear(packed);
	if (p->nbefore)
		buf_add(packed, keys->packed);
	for (size_t i = 0; i < keys->learned.len; i++) {
		const struct map_entry *entry = &keys->learned.entries[i];
		pack_number(packed, number_of(p, entry->key));
		pack_text(packed, *(const str *)entry->value);
	}
	pack_text(out, buf_str(packed));
}

/* Words that only keys name must have their numbers before the table is written. */
static void number_learned(struct packing *p)
{
	for (size_t l = 0; l < LANGUAGES_MAX; l++)
		for (size_t i = 0; i < p->barn->keys[l].learned.len; i++)
			number_of(p, p->barn->keys[l].learned.entries[i].key);
}

static void keep_pages(struct packing *p, const bool *stands)
{
	const struct barn *barn = p->barn;
	for (size_t i = 0; i < barn->npages; i++) {
		if (!stands[i] || !barn->pages[i].len)
			continue;
		p->pages[i] = barn->pages[i];
		p->nbefore = barn->nforms;
	}
}

void barn_write(const struct barn *barn, const struct harvest *harvests, const bool *stands,
	struct buf *out)
{
	struct packing p = {.barn = barn};
	arena_init(&p.arena);
	buf_init(&p.page);
	p.pages = ARENA_ARRAY(&p.arena, str, barn->npages);
	keep_pages(&p, stands);
	pack_pages(&p, harvests);
	number_learned(&p);
	write_forms(&p, out);
	for (size_t l = 0; l < LANGUAGES_MAX; l++)
		write_keys(&p, &barn->keys[l], out);
	pack_number(out, barn->npages);
	for (size_t i = 0; i < barn->npages; i++)
		pack_text(out, p.pages[i]);
	map_release(&p.added);
	buf_release(&p.page);
	arena_release(&p.arena);
}
