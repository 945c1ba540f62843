#include "search/posts.h"

#include <math.h>
#include <stdlib.h>

#include "model/said.h"

/* --- collecting --------------------------------------------------------------------- */

struct joined {
	struct map numbers;    /* form -> number + 1 among the maker's words */
	uint32_t **of_harvest; /* a harvest's number -> the maker's + 1; 0: not asked yet */
};

static uint32_t join(struct maker *maker, struct joined *joined, size_t h, uint32_t form)
{
	str text = maker->harvests[h].forms.items[form];
	uintptr_t number = (uintptr_t)map_get(&joined->numbers, text);
	if (!number) {
		struct word word = {.form = text};
		VEC_PUSH(&maker->words, word);
		number = maker->words.len;
		map_put(&joined->numbers, text, (void *)number);
	}
	joined->of_harvest[h][form] = (uint32_t)number;
	return (uint32_t)number - 1;
}

static inline uint32_t number_of(
	struct maker *maker, struct joined *joined, size_t h, uint32_t form)
{
	uint32_t known = joined->of_harvest[h][form];
	return known ? known - 1 : join(maker, joined, h, form);
}

static void count_posts(struct maker *maker, struct joined *joined)
{
	for (size_t d = 0; d < maker->docs.len; d++) {
		const struct doc *doc = &maker->docs.items[d];
		for (size_t i = 0; i < doc->reaped->nstands; i++) {
			uint32_t number =
				number_of(maker, joined, doc->harvest, doc->reaped->stands[i].form);
			maker->words.items[number].nposts++;
		}
	}
}

static void make_room(struct maker *maker)
{
	size_t n = 0;
	for (size_t i = 0; i < maker->words.len; i++)
		n += maker->words.items[i].nposts;
	struct post *next = maker->posts = xcalloc(n ? n : 1, sizeof(*next));
	for (size_t i = 0; i < maker->words.len; i++) {
		maker->words.items[i].posts = next;
		next += maker->words.items[i].nposts;
		maker->words.items[i].nposts = 0;
	}
}

static void fill_posts(struct maker *maker, struct joined *joined)
{
	for (size_t d = 0; d < maker->docs.len; d++) {
		const struct doc *doc = &maker->docs.items[d];
		for (size_t i = 0; i < doc->reaped->nstands; i++) {
			const struct stand *stand = &doc->reaped->stands[i];
			struct word *word = &maker->words.items[number_of(
				maker, joined, doc->harvest, stand->form)];
			word->posts[word->nposts++] = (struct post){.doc = (uint32_t)d,
				.field = stand->field,
				.section = stand->section,
				.times = stand->times};
		}
	}
}

/* One word more on one page is to change that page's weights, not everybody's. */
static float in_steps(double average)
{
	return (float)exp(round(log(average) * 10) / 10);
}

static void measure_lengths(struct maker *maker)
{
	for (size_t f = 0; f < NFIELDS; f++) {
		double sum = 0, n = 0;
		for (size_t d = 0; d < maker->docs.len; d++) {
			uint32_t length = maker->docs.items[d].reaped->lengths[f];
			sum += length;
			n += length > 0;
		}
		maker->average[f] = in_steps(n > 0 ? sum / n : 1);
	}
}

static int by_key(const void *a, const void *b)
{
	const struct word *x = a, *y = b;
	int order = str_cmp(x->key, y->key);
	return order ? order : str_cmp(x->form, y->form);
}

static void collect_weak(struct maker *maker)
{
	struct said_list weak = said_weak(maker->site, maker->language, &maker->arena);
	struct buf word;
	buf_init(&word);
	for (size_t i = 0; i < weak.len; i++)
		for (size_t at = 0;
			fold_next(maker->harvests[0].folder, weak.items[i].word, &at, &word);)
			map_put(&maker->weak,
				arena_str(
					&maker->arena, stemmer_key(maker->stemmer, buf_str(&word))),
				maker);
	buf_release(&word);
}

static str key_of(struct maker *maker, str form)
{
	uint32_t language = maker->language->index;
	str key = maker->barn ? barn_key(maker->barn, language, form) : S("");
	if (key.len)
		return key;
	key = arena_str(&maker->arena, stemmer_key(maker->stemmer, form));
	if (maker->barn)
		barn_learn(maker->barn, language, form, key);
	return key;
}

void posts_collect(struct maker *maker)
{
	struct joined joined = {0};
	joined.of_harvest = ARENA_ARRAY(&maker->arena, uint32_t *, maker->nharvests);
	for (size_t h = 0; h < maker->nharvests; h++)
		joined.of_harvest[h] =
			ARENA_ARRAY(&maker->arena, uint32_t, maker->harvests[h].forms.len + 1);
	count_posts(maker, &joined);
	make_room(maker);
	fill_posts(maker, &joined);
	map_release(&joined.numbers);
	measure_lengths(maker);
	for (size_t i = 0; i < maker->words.len; i++)
		maker->words.items[i].key = key_of(maker, maker->words.items[i].form);
	VEC_SORT(&maker->words, by_key);
	collect_weak(maker);
}

void posts_release(struct maker *maker)
{
	map_release(&maker->weak);
	free(maker->posts);
	VEC_FREE(&maker->words);
}

/* --- weighing ----------------------------------------------------------------------- */

/*
 * BM25F (Robertson, Zaragoza 2009) with one thing changed: each field has a rarity
 * (idf) of its own. A word that stands in one page's keywords is rare there, however
 * often the others mention it. tests/search/questions.tsv holds the weights.
 */
struct weight {
	float worth;      /* of the field */
	float saturation; /* how soon more of the same says nothing new */
	float length;     /* how much long fields are made to pay, 0 to 1 */
};

static const struct weight weights[NFIELDS] = {
	[FIELD_TITLE] = {10.0F, 0.8F, 0.5F},
	[FIELD_KEYWORDS] = {6.0F, 3.0F, 0.2F},
	[FIELD_HEADINGS] = {3.0F, 1.0F, 0.3F},
	[FIELD_DESCRIPTION] = {2.5F, 0.8F, 0.3F},
	[FIELD_BODY] = {1.2F, 1.5F, 0.6F},
};

/* So few pages do not show what stands everywhere. */
#define FEW_PAGES 20

/* What is left of the rarity of a word that stands everywhere. */
#define LEAST_RARITY 0.05F

/* Of the rarity of a word that tells of whom somebody asks. */
#define WEAK_RARITY 0.25F

/* The words of one key, and what is known of them together. */
struct family {
	struct word *words;
	size_t n;
	float rarity[NFIELDS];
	uint16_t *times; /* by doc and field: all forms together */
	uint32_t *docs;  /* those with any, in no order */
	size_t ndocs;
};

/* Words that stand on most pages, the site's own subject and the small words of the
 * language, weigh little anywhere: from a tenth of all pages on less and less. */
static float rarity_of(size_t with, size_t everywhere, size_t ndocs)
{
	float n = (float)(ndocs > FEW_PAGES ? ndocs : FEW_PAGES), df = (float)with;
	float rarity = logf(1 + (n - df + 0.5F) / (df + 0.5F));
	float known = log10f((n + FEW_PAGES) / (float)everywhere);
	return rarity * fminf(1, fmaxf(LEAST_RARITY, known));
}

static void count_family(const struct maker *maker, struct family *family)
{
	size_t with[NFIELDS] = {0};
	family->ndocs = 0;
	for (size_t w = 0; w < family->n; w++)
		for (size_t i = 0; i < family->words[w].nposts; i++) {
			const struct post *post = &family->words[w].posts[i];
			uint16_t *times = &family->times[post->doc * (NFIELDS + 1)];
			with[post->field] += times[post->field] == 0;
			times[post->field] = (uint16_t)(times[post->field] + post->times);
			if (!times[NFIELDS]++)
				family->docs[family->ndocs++] = post->doc;
		}
	float part = map_has(&maker->weak, family->words[0].key) ? WEAK_RARITY : 1;
	for (size_t f = 0; f < NFIELDS; f++)
		family->rarity[f] = part * rarity_of(with[f], family->ndocs, maker->docs.len);
}

/* What a form's share of its family weighs in one field of a page. */
static float weigh(const struct maker *maker, const struct family *family, const struct post *post)
{
	const struct doc *doc = &maker->docs.items[post->doc];
	const struct weight *weight = &weights[post->field];
	float times = family->times[post->doc * (NFIELDS + 1) + post->field];
	float length = (float)doc->reaped->lengths[post->field] / maker->average[post->field];
	float pays = weight->saturation * (1 - weight->length + weight->length * length);
	float whole = weight->worth * family->rarity[post->field] * (1 + weight->saturation) *
		      times / (times + pays);
	return doc->prior * whole * (float)post->times / times;
}

/* The page itself, when its title or keywords say most; a heading's section; else the one where the
 * word stands most often. */
static void take_section(struct post *kept, const struct post *post, float *best, float weight)
{
	float counts = post->field <= FIELD_HEADINGS ? 1000 + weight
		       : post->field == FIELD_BODY   ? weight
						     : -1;
	if (counts <= *best)
		return;
	*best = counts;
	kept->section = post->section;
}

static uint16_t rounded(float weight)
{
	return (uint16_t)fminf(roundf(weight < 1.5F ? 0 : weight), WEIGHT_MAX);
}

static void weigh_word(const struct maker *maker, const struct family *family, struct word *word)
{
	size_t n = 0;
	for (size_t i = 0; i < word->nposts;) {
		uint32_t doc = word->posts[i].doc;
		struct post kept = {.doc = doc};
		float head = 0, body = 0, best = -0.5F;
		for (; i < word->nposts && word->posts[i].doc == doc; i++) {
			float weight = weigh(maker, family, &word->posts[i]);
			*(word->posts[i].field >= FIELD_DESCRIPTION ? &body : &head) += weight;
			take_section(&kept, &word->posts[i], &best, weight);
		}
		kept.head = rounded(head);
		kept.body = rounded(body);
		word->posts[n++] = kept;
	}
	word->nposts = n;
}

static void weigh_family(const struct maker *maker, struct family *family)
{
	count_family(maker, family);
	for (size_t w = 0; w < family->n; w++)
		weigh_word(maker, family, &family->words[w]);
	for (size_t i = 0; i < family->ndocs; i++)
		memset(&family->times[family->docs[i] * (NFIELDS + 1)], 0,
			(NFIELDS + 1) * sizeof(*family->times));
}

/* What others' pages rest on: nobody in need looks for it first. */
static bool is_evidence(str kind)
{
	return str_eq(kind, S("sources")) || str_eq(kind, S("datasets"));
}

static float prior_of(const struct maker *maker, const struct page *page)
{
	str status = value_get_str(
		page->record ? record_facts(page->record)->json : page_texts(page)->front,
		S("status"));
	float prior = page->language == maker->language ? 1 : 0.8F;
	if (str_eq(status, S("planned")) || str_eq(status, S("abroad")))
		prior *= 0.25F;
	if (page->record && is_evidence(page->record->kind->name))
		prior *= 0.5F;
	if (page->record && !page->record->is_shown)
		prior *= 0.3F;
	return prior;
}

void posts_weigh(struct maker *maker)
{
	struct family family = {
		.times = xcalloc(maker->docs.len * (NFIELDS + 1) + 1, sizeof(uint16_t)),
		.docs = xcalloc(maker->docs.len + 1, sizeof(uint32_t))};
	for (size_t d = 0; d < maker->docs.len; d++)
		maker->docs.items[d].prior = prior_of(maker, maker->docs.items[d].reaped->page);
	for (size_t i = 0; i < maker->words.len; i += family.n) {
		family.words = &maker->words.items[i];
		for (family.n = 1; i + family.n < maker->words.len &&
				   str_eq(family.words[0].key, family.words[family.n].key);)
			family.n++;
		weigh_family(maker, &family);
	}
	free(family.times);
	free(family.docs);
}
