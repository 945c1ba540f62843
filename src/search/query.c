#include "search/query.h"

#include <stdlib.h>

#include "search/wanted.h"

/* Of a form's weight, in hundredths: the very word with its marks; without them; another form of
 * the word; a word that differs in its marks when marks were typed (kāzas, kazas). */
#define EXACT_MARKED 150
#define EXACT        130
#define OTHER_FORM   100
#define OTHER_MARKS  40
/* Of a score, in hundredths: what a page keeps that has none of the words' worth. */
#define KEEPS 40
/* What a word counts that nothing was found for. */
#define WORTH_UNKNOWN 12
/* With fewer pages that have all words in their heads, the texts are read as well: one heading that
 * names a thing in passing would hide the pages that tell of it. */
#define HEADS_SUFFICE 3
/* A section answers when this part of the score stands in it. */
#define SECTION_PART 3

struct hit {
	uint32_t page;
	int64_t score, covered;
	unsigned reasons;
	struct {
		uint32_t section;
		int64_t score;
	} sections[2 * QUERY_WORDS];
	size_t nsections;
};

/* One word on one page. */
struct mark {
	int64_t score;
	uint32_t section, most; /* of the heaviest post */
	unsigned reason;
	bool set;
};

struct scoring {
	struct question *question;
	struct mark *marks; /* by page: the word at hand, its best candidate */
	struct mark *sums;  /* by page: the candidate at hand */
	struct hit **hits;  /* by page */
	VEC(struct hit *) found;
	VEC(uint32_t) touched; /* pages with sums, and so is the next with marks */
	VEC(uint32_t) marked;
};

/* --- one word ------------------------------------------------------------------------ */

static bool has_form(const struct index_line *line, str form)
{
	for (size_t i = 0; line && i < line->nforms; i++)
		if (str_eq(line->forms[i].form, form))
			return true;
	return false;
}

static unsigned share_of(struct question *q, const struct wanted *word, str form, bool marks_known)
{
	if (str_eq(form, word->typed))
		return word->marked ? EXACT_MARKED : EXACT;
	fold_marks(q->folder, form, &q->scratch);
	if (!str_eq(buf_str(&q->scratch), word->folded))
		return OTHER_FORM;
	return marks_known ? OTHER_MARKS : EXACT;
}

static void add_post(
	struct scoring *s, const struct index_post *post, unsigned share, unsigned reason)
{
	struct mark *sum = &s->sums[post->page];
	if (!sum->set) {
		*sum = (struct mark){.set = true};
		VEC_PUSH(&s->touched, post->page);
	}
	sum->score += (int64_t)post->weight * share;
	sum->reason |= reason;
	if (post->weight > sum->most) {
		sum->most = post->weight;
		sum->section = post->section;
	}
}

static void add_line(struct scoring *s, const struct wanted *word,
	const struct candidate *candidate, enum tier tier)
{
	const struct index_line *line = candidate->lines[tier];
	bool marks_known = word->marked && (has_form(candidate->lines[0], word->typed) ||
						   has_form(candidate->lines[1], word->typed));
	for (size_t i = 0; line && i < line->nforms; i++) {
		unsigned share = share_of(s->question, word, line->forms[i].form, marks_known);
		unsigned reason = candidate->reason | (tier == TIER_BODIES ? REASON_BODY : 0) |
				  (candidate->reason           ? 0
					  : share > OTHER_FORM ? REASON_FORM
							       : REASON_STEM);
		struct index_post post = {0};
		for (str rest = line->forms[i].posts;
			index_post_next(s->question->index, &rest, &post);)
			add_post(s, &post, share, reason);
	}
}

/* Of several candidates the best counts on each page. */
static void keep_best(struct scoring *s, unsigned worth)
{
	for (size_t i = 0; i < s->touched.len; i++) {
		struct mark *sum = &s->sums[s->touched.items[i]];
		struct mark *mark = &s->marks[s->touched.items[i]];
		sum->score = sum->score * worth / 100;
		if (!mark->set)
			VEC_PUSH(&s->marked, s->touched.items[i]);
		if (!mark->set || sum->score > mark->score)
			*mark = *sum;
		sum->set = false;
	}
	s->touched.len = 0;
}

/* --- all words ----------------------------------------------------------------------- */

static struct hit *hit_of(struct scoring *s, uint32_t page)
{
	if (!s->hits[page]) {
		s->hits[page] = ARENA_NEW(s->question->arena, struct hit);
		s->hits[page]->page = page;
		VEC_PUSH(&s->found, s->hits[page]);
	}
	return s->hits[page];
}

static void add_section(struct hit *hit, uint32_t section, int64_t score)
{
	size_t i = 0;
	while (i < hit->nsections && hit->sections[i].section != section)
		i++;
	hit->nsections += i == hit->nsections;
	hit->sections[i].section = section;
	hit->sections[i].score += score;
}

/* The word's marks become part of the hits. Gives what the word is worth: the most
 * that it scores on any page. */
static int64_t add_marks(struct scoring *s)
{
	int64_t worth = 0;
	for (size_t i = 0; i < s->marked.len; i++) {
		const struct mark *mark = &s->marks[s->marked.items[i]];
		worth = mark->score > worth ? mark->score : worth;
	}
	for (size_t i = 0; i < s->marked.len; i++) {
		struct mark *mark = &s->marks[s->marked.items[i]];
		struct hit *hit = hit_of(s, s->marked.items[i]);
		hit->score += mark->score;
		hit->covered += worth;
		hit->reasons |= mark->reason;
		add_section(hit, mark->section, mark->score);
		mark->set = false;
	}
	s->marked.len = 0;
	return worth;
}

static int64_t score_words(struct scoring *s)
{
	struct question *q = s->question;
	int64_t worth = 0;
	for (size_t w = 0; w < q->nwords; w++) {
		struct wanted *word = &q->words[w];
		for (size_t c = 0; c < word->ncandidates; c++) {
			for (enum tier tier = 0; tier < NTIERS; tier++)
				add_line(s, word, &word->candidates[c], tier);
			keep_best(s, word->candidates[c].worth);
		}
		word->worth = word->ncandidates ? add_marks(s) : 100 * WORTH_UNKNOWN;
		worth += word->worth;
	}
	return worth;
}

/* Whoever has all words keeps the whole score. True when some page has them all. */
static bool weigh_cover(struct scoring *s, int64_t worth)
{
	bool all = false;
	for (size_t i = 0; i < s->found.len; i++) {
		struct hit *hit = s->found.items[i];
		all |= hit->covered == worth;
		hit->score = hit->score * (KEEPS * worth + (100 - KEEPS) * hit->covered) /
			     (worth ? worth : 1);
	}
	return all;
}

static bool score(struct scoring *s)
{
	for (size_t i = 0; i < s->found.len; i++)
		s->hits[s->found.items[i]->page] = NULL;
	s->found.len = 0;
	return weigh_cover(s, score_words(s));
}

/* --- answers ------------------------------------------------------------------------- */

static int by_score(const void *a, const void *b)
{
	const struct hit *x = *(struct hit *const *)a, *y = *(struct hit *const *)b;
	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return (x->page > y->page) - (x->page < y->page);
}

static struct answer make_answer(const struct hit *hit)
{
	int64_t best = 0, all = 0;
	struct answer answer = {hit->page, 0, 0, hit->score, hit->reasons};
	for (size_t i = 0; i < hit->nsections; i++) {
		all += hit->sections[i].score;
		if (!hit->sections[i].section || hit->sections[i].score <= best)
			continue;
		best = hit->sections[i].score;
		answer.best = hit->sections[i].section;
	}
	answer.section = best * SECTION_PART >= all ? answer.best : 0;
	return answer;
}

static struct answers make_answers(struct scoring *s)
{
	struct answer *items = ARENA_ARRAY(s->question->arena, struct answer, s->found.len + 1);
	VEC_SORT(&s->found, by_score);
	for (size_t i = 0; i < s->found.len; i++)
		items[i] = make_answer(s->found.items[i]);
	return (struct answers){.items = items, .len = s->found.len};
}

static unsigned count_known(struct question *q)
{
	unsigned n = 0;
	for (size_t i = 0; i < q->nwords; i++)
		n += wanted_is_known(q, &q->words[i]);
	return n;
}

static struct sought sought_of(const struct question *q, const struct wanted *word)
{
	str *keys = ARENA_ARRAY(q->arena, str, CANDIDATES_MAX);
	for (size_t i = 0; i < word->ncandidates; i++) {
		const struct candidate *candidate = &word->candidates[i];
		keys[i] = candidate->lines[TIER_HEADS] ? candidate->lines[TIER_HEADS]->key
						       : candidate->lines[TIER_BODIES]->key;
	}
	return (struct sought){keys, word->ncandidates, word->worth};
}

static const struct sought *make_sought(const struct question *q)
{
	struct sought *sought = ARENA_ARRAY(q->arena, struct sought, q->nwords + 1);
	for (size_t i = 0; i < q->nwords; i++)
		sought[i] = sought_of(q, &q->words[i]);
	return sought;
}

struct answers query_run(struct index *index, const struct folder *folder, str text,
	enum guess guess, struct arena *arena)
{
	struct question *question = ARENA_NEW(arena, struct question);
	size_t npages = index_npages(index);
	*question =
		(struct question){.index = index, .folder = folder, .arena = arena, .guess = guess};
	buf_init(&question->scratch);
	struct scoring scoring = {.question = question,
		.marks = xcalloc(npages, sizeof(struct mark)),
		.sums = xcalloc(npages, sizeof(struct mark)),
		.hits = xcalloc(npages, sizeof(struct hit *))};
	bool found = question_ask(question, text);
	bool all = score(&scoring);
	if (guess && (!all || scoring.found.len < HEADS_SUFFICE)) {
		question_read_bodies(question);
		score(&scoring);
	}
	struct answers answers = make_answers(&scoring);
	answers.found = found;
	answers.words = (unsigned)question->nwords;
	answers.known = count_known(question);
	answers.sought = make_sought(question);
	answers.nsought = question->nwords;
	answers.cyrillic = question_in_cyrillic(question);
	free(scoring.marks);
	free(scoring.sums);
	free(scoring.hits);
	VEC_FREE(&scoring.found);
	VEC_FREE(&scoring.touched);
	VEC_FREE(&scoring.marked);
	buf_release(&question->scratch);
	return answers;
}

str query_sentence(struct index *index, const struct folder *folder, const struct answers *answers,
	const struct answer *answer, const struct index_page *page)
{
	struct stemmer *stemmer = index_stemmer(index);
	struct sought sought[2 * QUERY_WORDS];
	size_t n = answers->nsought < ARRAY_LEN(sought) ? answers->nsought : ARRAY_LEN(sought);
	memcpy(sought, answers->sought, n * sizeof(*sought));
	sentences_title(page->title, stemmer, folder, sought, n);
	struct sentence best = sentence_least(page->title, sought, n);
	if (!answer->section)
		sentences_look(page->description, stemmer, folder, sought, n, &best);
	sentences_look(index_text(index, page, answer->best), stemmer, folder, sought, n, &best);
	str line, whole = answer->section ? S("") : index_whole_text(index, page);
	sentences_ask_more(sought, n, &best);
	while (whole.len && str_cut(&whole, '\n', &line))
		sentences_look(line, stemmer, folder, sought, n, &best);
	return best.text;
}

str query_reasons(unsigned reasons, struct arena *arena)
{
	static const char *const names[] = {
		"form", "stem", "way", "join", "prefix", "slip", "text"};
	str words = S("");
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (reasons & 1u << i)
			words = arena_join(
				arena, words, words.len ? S(", ") : S(""), str_of(names[i]));
	return words;
}
