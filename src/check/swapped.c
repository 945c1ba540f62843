/* Folders of languages that changed places: Russian in all of lv/, and Latvian in all of ru/. */
#include "check/swapped.h"

#include "locale/script.h"

/* Of fewer it may be that they are still to be translated. */
enum { PAGES_MIN = 3 };

struct tally {
	size_t pages, foreign;
	const struct page *first; /* of the foreign ones */
};

static bool is_foreign(enum script own, str text)
{
	if (script_has_cyrillic(text) == (own == SCRIPT_CYRILLIC))
		return false;
	struct script_count count = script_count(text);
	return own == SCRIPT_CYRILLIC ? count.latin > 0
				      : own == SCRIPT_LATIN && count.cyrillic > count.latin;
}

static void add(struct tally *tally, const struct page *page)
{
	bool foreign = is_foreign(page->language->script, page_texts(page)->description);
	tally->pages++;
	tally->foreign += foreign;
	if (foreign && !tally->first)
		tally->first = page;
}

/* Nearly all: a page may have nothing but a name in its description. */
static bool is_of_another(const struct tally *tally)
{
	return tally->pages >= PAGES_MIN && tally->foreign * 10 >= tally->pages * 9;
}

static void report(const struct tally *tally, const struct language *a, const struct language *b,
	struct diags *diags)
{
	diag_add(diags, DIAG_LANGUAGES_SWAPPED, span_file(tally->first->source),
		"the pages of '%.*s' are written in the letters of '%.*s', "
		"and those of '%.*s' in the letters of '%.*s'",
		STR_ARGS(a->code), STR_ARGS(b->code), STR_ARGS(b->code), STR_ARGS(a->code));
	diag_note(diags, SPAN_NONE, "did the folders '%.*s' and '%.*s' change places?",
		STR_ARGS(a->code), STR_ARGS(b->code));
}

bool swapped_check(
	const struct config *config, struct page *const *pages, size_t n, struct diags *diags)
{
	size_t before = diags->nerrors;
	struct tally tallies[LANGUAGES_MAX] = {0};
	for (size_t i = 0; i < n; i++)
		add(&tallies[pages[i]->language->index], pages[i]);
	for (size_t a = 0; a < config->nlanguages; a++)
		for (size_t b = a + 1; b < config->nlanguages; b++)
			if (is_of_another(&tallies[a]) && is_of_another(&tallies[b]) &&
				config->languages[a].script != config->languages[b].script)
				report(&tallies[a], &config->languages[a], &config->languages[b],
					diags);
	return diags->nerrors == before;
}
