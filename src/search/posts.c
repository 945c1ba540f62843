#include "search/posts.h"

#include <math.h>
#include <stdlib.h>

#include "model/said.h"

/* --- collecting --------------------------------------------------------------------- */

/* On how many pages a word of the crop stands, and how many of these posts need a tally of their
 * own. */
struct standing {
	uint32_t posts, tallies;
};

static void count_posts(const struct maker *maker, struct standing *standing)
{
	for (size_t d = 0; d < maker->docs.len; d++) {
		struct stands stands = stands_of(maker->docs.items[d].reaped->stands);
		while (stands_next(&stands)) {
			standing[stands.form].posts++;
			standing[stands.form].tallies += stands.is_apart;
		}
	}
}

/* Puts each post behind those of its word, and its tally too: they are weighed word by word. `ends`
 * tells where those of each word end. */
static void place_posts(const struct maker *maker, struct standing *ends)
{
	for (uint32_t d = 0; d < maker->docs.len; d++) {
		struct stands stands = stands_of(maker->docs.items[d].reaped->stands);
		while (stands_next(&stands)) {
			struct standing *end = &ends[stands.form];
			union post *post = &maker->posts[end->posts++];
			if (stands.is_apart) {
				post->found = (struct found){d, true, end->tallies & 0x7fffffff};
				stands_tally(&stands, &maker->tallies[end->tallies++]);
			} else {
				in_body word = stands_in_body(&stands);
				post->found = (struct found){d, false, word & 0x7fffffff};
			}
		}
	}
}

static str key_of(struct maker *maker, uint32_t word)
{
	struct barn *barn = maker->crop->barn;
	uint32_t language = maker->language->index;
	str key = barn ? barn_key(barn, language, word) : S("");
	if (key.len)
		return key;
	key = stemmer_key(maker->stemmer, maker->crop->words->forms.items[word]);
	return barn ? barn_learn(barn, language, word, key) : arena_str(&maker->arena, key);
}

/* Posts and tallies of the words in order of their numbers: from how many there are of each to
 * where they begin; gives how many there are of all. */
static struct standing line_up(struct standing *standing, size_t n)
{
	struct standing all = {0};
	for (size_t i = 0; i < n; i++) {
		struct standing of_word = standing[i];
		standing[i] = all;
		all.posts += of_word.posts;
		all.tallies += of_word.tallies;
	}
	return all;
}

/* `ends` tells of each word where its posts end, now that they are placed. */
static void collect_word(struct maker *maker, const struct standing *ends, uint32_t number)
{
	uint32_t begin = number ? ends[number - 1].posts : 0;
	struct word word = {.form = maker->crop->words->forms.items[number],
		.posts = maker->posts + begin,
		.nposts = ends[number].posts - begin,
		.number = number};
	if (!word.nposts)
		return;
	word.key = key_of(maker, number);
	VEC_PUSH(&maker->words, word);
}

/* First those of the last build in its order, which is theirs still; nearly all are. */
static void collect_placed(struct maker *maker, const struct standing *ends, size_t n)
{
	struct barn *barn = maker->crop->barn;
	bool *is_old = xzeroed(n + 1, sizeof(*is_old));
	const uint32_t *order = NULL;
	size_t norder = barn ? barn_order(barn, maker->language->index, &order) : 0;
	for (size_t i = 0; i < norder; i++) {
		is_old[order[i]] = true;
		collect_word(maker, ends, order[i]);
	}
	for (uint32_t i = 0; i < n; i++)
		if (!is_old[i])
			collect_word(maker, ends, i);
	free(is_old);
}

static void collect_words(struct maker *maker)
{
	size_t n = maker->crop->words->forms.len;
	struct standing *standing = xzeroed(n + 1, sizeof(*standing));
	count_posts(maker, standing);
	struct standing all = line_up(standing, n);
	maker->tallies = xmalloc((all.tallies + (size_t)1) * sizeof(*maker->tallies));
	maker->posts = xmalloc((all.posts + (size_t)1) * sizeof(*maker->posts));
	place_posts(maker, standing);
	collect_placed(maker, standing, n);
	free(standing);
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
		for (size_t at = 0; fold_next(maker->folder, weak.items[i].word, &at, &word);)
			map_put(&maker->weak,
				arena_str(
					&maker->arena, stemmer_key(maker->stemmer, buf_str(&word))),
				maker);
	buf_release(&word);
}

static void keep_order(const struct maker *maker)
{
	struct barn *barn = maker->crop->barn;
	size_t n = barn ? maker->words.len : 0;
	uint32_t *order = barn ? barn_line_up(barn, maker->language->index, n) : NULL;
	for (size_t i = 0; i < n; i++)
		order[i] = maker->words.items[i].number;
}

void posts_collect(struct maker *maker)
{
	collect_words(maker);
	VEC_SORT(&maker->words, by_key);
	keep_order(maker);
	collect_weak(maker);
}

void posts_release(struct maker *maker)
{
	map_release(&maker->weak);
	free(maker->posts);
	free(maker->tallies);
	VEC_FREE(&maker->words);
}

/* --- weighing ----------------------------------------------------------------------- */

/*
 * BM25F (Robertson, Zaragoza 2009) with one thing changed: each field has a rarity
 * (idf) of its own. A word that stands in one page's keywords is rare there, however
 * often the others mention it. A keyword that comes back in several phrases is the surer
 * sign, so that it saturates late; and what people have many names for does not pay for
 * them, so that length counts little. tests/search/questions.tsv holds the weights.
 */
struct weight {
	float worth;      /* of the field */
	float saturation; /* how soon more of the same says nothing new */
	float length;     /* how much long fields are made to pay, 0 to 1 */
};

static const struct weight weights[NFIELDS] = {
	[FIELD_TITLE] = {10.0F, 0.8F, 0.5F},
	[FIELD_KEYWORDS] = {6.0F, 6.0F, 0.1F},
	[FIELD_HEADINGS] = {3.0F, 1.0F, 0.3F},
	[FIELD_DESCRIPTION] = {2.5F, 0.8F, 0.3F},
	[FIELD_BODY] = {1.2F, 1.5F, 0.2F},
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
	float worth[NFIELDS]; /* the most that they weigh in a field, times without end */
	uint16_t *times;      /* by doc and field: all forms together */
	size_t with[NFIELDS]; /* docs with any in a field */
	uint32_t *docs;       /* those with any, in no order */
	size_t ndocs;
};

/* One word more on one page is to change that page's weights, not everybody's. */
static float in_steps(double average)
{
	return (float)exp(round(log(average) * 10) / 10);
}

static void weigh_lengths(struct maker *maker)
{
	for (size_t f = 0; f < NFIELDS; f++) {
		const struct weight *weight = &weights[f];
		double sum = 0, n = 0;
		for (size_t d = 0; d < maker->docs.len; d++) {
			uint32_t length = maker->docs.items[d].reaped->lengths[f];
			sum += length;
			n += length > 0;
		}
		float average = in_steps(n > 0 ? sum / n : 1);
		for (size_t d = 0; d < maker->docs.len; d++) {
			struct doc *doc = &maker->docs.items[d];
			float length = (float)doc->reaped->lengths[f] / average;
			doc->pays[f] =
				weight->saturation * (1 - weight->length + weight->length * length);
		}
	}
}

/* Words that stand on most pages, the site's own subject and the small words of the
 * language, weigh little anywhere: from a tenth of all pages on less and less. */
static float rarity_of(size_t with, size_t everywhere, size_t ndocs)
{
	float n = (float)(ndocs > FEW_PAGES ? ndocs : FEW_PAGES), df = (float)with;
	float rarity = logf(1 + (n - df + 0.5F) / (df + 0.5F));
	float known = log10f((n + FEW_PAGES) / (float)everywhere);
	return rarity * fminf(1, fmaxf(LEAST_RARITY, known));
}

static inline void count_times(
	struct family *family, uint16_t *times, uint16_t share, enum field field)
{
	family->with[field] += share && !times[field];
	times[field] = (uint16_t)(times[field] + share);
}

static void count_post(const struct maker *maker, struct family *family, const struct found *found)
{
	uint16_t *times = &family->times[found->doc * (NFIELDS + 1)];
	if (found->apart)
		for (size_t f = 0; f < NFIELDS; f++)
			count_times(family, times, maker->tallies[found->rest].times[f], f);
	else
		count_times(family, times, in_body_times(found->rest), FIELD_BODY);
	family->docs[family->ndocs] = found->doc;
	family->ndocs += !times[NFIELDS];
	times[NFIELDS] = 1;
}

static void count_family(const struct maker *maker, struct family *family)
{
	memset(family->with, 0, sizeof(family->with));
	family->ndocs = 0;
	for (size_t w = 0; w < family->n; w++)
		for (size_t i = 0; i < family->words[w].nposts; i++)
			count_post(maker, family, &family->words[w].posts[i].found);
	float part = map_has(&maker->weak, family->words[0].key) ? WEAK_RARITY : 1;
	for (size_t f = 0; f < NFIELDS; f++) {
		float rarity = part * rarity_of(family->with[f], family->ndocs, maker->docs.len);
		family->worth[f] = weights[f].worth * rarity * (1 + weights[f].saturation);
	}
}

/* What a form's share of its family, times in one field, weighs on a page. */
static inline float weigh(const struct maker *maker, const struct family *family, uint32_t number,
	uint16_t share, enum field field)
{
	const struct doc *doc = &maker->docs.items[number];
	float times = family->times[number * (NFIELDS + 1) + field];
	float whole = family->worth[field] * times / (times + doc->pays[field]);
	return doc->prior * whole * (float)share / times;
}

/* The page itself, when its title or keywords say most; a heading's section; else the one in whose
 * body the word stands most often. */
static uint8_t section_of(const struct tally *tally, const float by_field[NFIELDS])
{
	float title = by_field[FIELD_TITLE], keywords = by_field[FIELD_KEYWORDS];
	float page = title > keywords ? title : keywords;
	uint16_t headings = tally->times[FIELD_HEADINGS];
	float heading = headings ? by_field[FIELD_HEADINGS] * tally->most / headings : 0;
	return heading > page ? tally->heading : page > 0 ? 0 : tally->section;
}

/* As roundf(), which would be called for each of very many. */
static uint32_t rounded(float weight)
{
	uint32_t whole = (uint32_t)(weight < WEIGHT_MAX ? weight : WEIGHT_MAX);
	return weight < 1.5F ? 0 : whole + (whole < WEIGHT_MAX && weight - (float)whole >= 0.5F);
}

static struct weighed weigh_apart(
	const struct maker *maker, const struct family *family, const struct found *found)
{
	const struct tally *tally = &maker->tallies[found->rest];
	float by_field[NFIELDS] = {0};
	for (size_t f = 0; f < NFIELDS; f++)
		if (tally->times[f])
			by_field[f] = weigh(maker, family, found->doc, tally->times[f], f);
	return (struct weighed){
		.doc = found->doc,
		.section = section_of(tally, by_field),
		.head = rounded(by_field[FIELD_TITLE] + by_field[FIELD_KEYWORDS] +
				by_field[FIELD_HEADINGS]) &
			0xfff,
		.body = rounded(by_field[FIELD_DESCRIPTION] + by_field[FIELD_BODY]) & 0xfff,
	};
}

/* Of a word that stands in the text alone: most do. */
static struct weighed weigh_in_body(
	const struct maker *maker, const struct family *family, const struct found *found)
{
	uint16_t times = in_body_times(found->rest);
	return (struct weighed){
		.doc = found->doc,
		.section = in_body_section(found->rest),
		.body = rounded(weigh(maker, family, found->doc, times, FIELD_BODY)) & 0xfff,
	};
}

static void weigh_word(const struct maker *maker, const struct family *family, struct word *word)
{
	for (size_t i = 0; i < word->nposts; i++) {
		struct found found = word->posts[i].found;
		word->posts[i].weighed = found.apart ? weigh_apart(maker, family, &found)
						     : weigh_in_body(maker, family, &found);
	}
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
	/* A page tells of what there is instead, too; a record has nothing else to offer. */
	if (str_eq(status, S("planned")) || str_eq(status, S("abroad")))
		prior *= page->record ? 0.25F : 0.5F;
	if (page->record && is_evidence(page->record->kind->name))
		prior *= 0.5F;
	if (page->record && !page->record->is_shown)
		prior *= 0.3F;
	return prior;
}

void posts_weigh(struct maker *maker)
{
	struct family family = {
		.times = xzeroed(maker->docs.len * (NFIELDS + 1) + 1, sizeof(uint16_t)),
		.docs = xcalloc(maker->docs.len + 1, sizeof(uint32_t))};
	weigh_lengths(maker);
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
