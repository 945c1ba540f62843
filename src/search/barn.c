#include "search/barn.h"

#include <stdlib.h>

#include "base/pack.h"

/* Words that no page has any more are thrown out together, all pages with them, once they may be
 * most of the table. */
#define TABLE_LEAST 1000

/* --- what the last build kept ------------------------------------------------------- */

static void begin(struct barn *barn, size_t npages, struct lexicon *words, struct arena *arena)
{
	lexicon_release(words);
	*words = (struct lexicon){0};
	*barn = (struct barn){.words = words, .npages = npages};
	barn->taken = ARENA_ARRAY(arena, bool, npages);
	barn->pages = ARENA_ARRAY(arena, str, npages);
	for (size_t l = 0; l < LANGUAGES_MAX; l++)
		arena_init(&barn->keys[l].arena);
}

static const str *take_pages(struct unpack *unpack, size_t n, struct arena *arena)
{
	str *pages = ARENA_ARRAY(arena, str, n);
	for (size_t i = 0; i < n && !unpack->failed; i++)
		pages[i] = unpack_text(unpack);
	return pages;
}

/* False: it is damaged, of another site, or mostly of words that are gone. */
static bool take(struct barn *barn, struct unpack *unpack, struct arena *arena)
{
	size_t most = unpack->rest.len;
	barn->nfirst = unpack_count(unpack, most);
	size_t nwords = unpack_count(unpack, most);
	for (size_t i = 0; i < nwords && !unpack->failed; i++)
		lexicon_add(barn->words, unpack_text(unpack));
	barn->nkept = barn->words->forms.len;
	for (size_t l = 0; l < LANGUAGES_MAX; l++)
		barn->keys[l].packed = unpack_text(unpack);
	bool same = unpack_count(unpack, most) == barn->npages;
	barn->pages = take_pages(unpack, barn->npages, arena);
	return same && !unpack->failed && nwords <= 2 * barn->nfirst + TABLE_LEAST;
}

void barn_open(
	struct barn *barn, str memory, size_t npages, struct lexicon *words, struct arena *arena)
{
	struct unpack unpack = {.rest = memory};
	begin(barn, npages, words, arena);
	if (!take(barn, &unpack, arena))
		begin(barn, npages, words, arena);
}

void barn_release(struct barn *barn)
{
	for (size_t l = 0; l < LANGUAGES_MAX; l++) {
		free(barn->keys[l].of_word);
		free(barn->keys[l].order);
		arena_release(&barn->keys[l].arena);
	}
}

/* --- keys --------------------------------------------------------------------------- */

static struct barn_keys *keys_of(struct barn *barn, uint32_t language)
{
	struct barn_keys *keys = &barn->keys[language];
	struct unpack unpack = {.rest = keys->packed};
	size_t n = barn->words->forms.len;
	if (keys->of_word)
		return keys;
	keys->of_word = xcalloc(n + 1, sizeof(*keys->of_word));
	keys->order = xmalloc((n + 1) * sizeof(*keys->order));
	while (unpack.rest.len && keys->norder < n) {
		size_t word = unpack_count(&unpack, n);
		keys->of_word[word] = unpack_text(&unpack);
		keys->order[keys->norder++] = (uint32_t)word;
	}
	return keys;
}

str barn_key(struct barn *barn, uint32_t language, uint32_t word)
{
	return keys_of(barn, language)->of_word[word];
}

str barn_learn(struct barn *barn, uint32_t language, uint32_t word, str key)
{
	struct barn_keys *keys = keys_of(barn, language);
	keys->order[keys->norder++] = word;
	return keys->of_word[word] = arena_str(&keys->arena, key);
}

size_t barn_order(struct barn *barn, uint32_t language, const uint32_t **words)
{
	const struct barn_keys *keys = keys_of(barn, language);
	*words = keys->order;
	return keys->norder;
}

uint32_t *barn_line_up(struct barn *barn, uint32_t language, size_t n)
{
	struct barn_keys *keys = keys_of(barn, language);
	keys->norder = n;
	return keys->order;
}

/* --- a page ------------------------------------------------------------------------- */

/* All that is left of the page, where it is: what the last build kept outlives the harvest. */
static void take_stands(const struct barn *barn, struct unpack *unpack, struct reaped *page)
{
	struct stands stands = stands_of(unpack->rest);
	struct tally tally;
	page->stands = unpack->rest;
	while (stands_next(&stands)) {
		unpack->failed |= stands.form >= barn->nkept;
		if (stands.is_apart)
			stands_tally(&stands, &tally);
		else
			stands_in_body(&stands);
	}
	unpack->failed |= stands.forms.failed || stands.tallies.failed;
}

bool barn_take(struct barn *barn, struct harvest *harvest, const struct page *page)
{
	struct unpack unpack = {.rest = barn->pages[page->index]};
	struct reaped reaped = {.page = page};
	if (!unpack.rest.len)
		return false;
	for (size_t f = 0; f < NFIELDS; f++)
		reaped.lengths[f] = (uint32_t)unpack_number(&unpack);
	reaped.cut = unpack_count(&unpack, 1);
	reaped.sections = unpack_text(&unpack);
	take_stands(barn, &unpack, &reaped);
	if (unpack.failed)
		BUG("what was kept under a seal can't be read");
	barn->taken[page->index] = true;
	VEC_PUSH(&harvest->pages, reaped);
	return true;
}

static void pack_page(struct buf *out, const struct reaped *page)
{
	buf_clear(out);
	for (size_t f = 0; f < NFIELDS; f++)
		pack_number(out, page->lengths[f]);
	pack_number(out, page->cut);
	pack_text(out, page->sections);
	buf_add(out, page->stands);
}

/* --- for the next build ------------------------------------------------------------- */

static void write_words(const struct barn *barn, struct spill *spill)
{
	struct buf *out = &spill->piece;
	size_t nwords = barn->words->forms.len;
	pack_number(out, barn->nfirst ? barn->nfirst : nwords);
	pack_number(out, nwords);
	for (size_t i = 0; i < nwords; i++)
		pack_text(out, barn->words->forms.items[i]);
	spill_some(spill);
}

static void write_keys(const struct barn_keys *keys, struct buf *out)
{
	struct buf packed;
	buf_init(&packed);
	for (size_t i = 0; i < keys->norder; i++) {
		pack_number(&packed, keys->order[i]);
		pack_text(&packed, keys->of_word[keys->order[i]]);
	}
	pack_text(out, keys->of_word ? buf_str(&packed) : keys->packed);
	buf_release(&packed);
}

static void write_pages(const struct barn *barn, const struct reaped *const *fresh,
	const bool *stands, struct spill *spill)
{
	struct buf page, *out = &spill->piece;
	buf_init(&page);
	pack_number(out, barn->npages);
	for (size_t i = 0; i < barn->npages; i++) {
		if (fresh[i])
			pack_page(&page, fresh[i]);
		pack_text(out, fresh[i] ? buf_str(&page) : stands[i] ? barn->pages[i] : S(""));
		spill_some(spill);
	}
	buf_release(&page);
}

void barn_write(const struct barn *barn, const struct harvest *harvests, size_t nharvests,
	const bool *stands, struct spill *out)
{
	/* What was harvested by this build itself, by index. */
	const struct reaped **fresh = xcalloc(barn->npages + 1, sizeof(const struct reaped *));
	for (size_t h = 0; h < nharvests; h++)
		for (size_t i = 0; i < harvests[h].pages.len; i++) {
			const struct reaped *page = &harvests[h].pages.items[i];
			if (!barn->taken[page->page->index])
				fresh[page->page->index] = page;
		}
	write_words(barn, out);
	for (size_t l = 0; l < LANGUAGES_MAX; l++)
		write_keys(&barn->keys[l], &out->piece);
	write_pages(barn, fresh, stands, out);
	free(fresh);
}
