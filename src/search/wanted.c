#include "search/wanted.h"

#include "base/utf8.h"
#include "search/near.h"
#include "search/way.h"

/* What is found by guessing is worth less than what was typed. */
#define WORTH_WAY    90
#define WORTH_PREFIX 60
#define WORTH_SLIP   55
#define WORTH_SLIPS  35
/* Letters that a word must have for one slip, for two. */
#define SLIP_LETTERS  5
#define SLIPS_LETTERS 9
/* Letters by which two forms of a word may differ, beside slips. */
#define ENDING_LETTERS 3
/* A beginning or a half of fewer letters may be anything. */
#define PREFIX_LETTERS 2
/* Letters of a beginning whose last one may be a slip. */
#define BEGUN_LETTERS 6
#define HALF_LETTERS  3
/* Letters of a word that shows which keyboard was meant. */
#define KEYS_LETTERS 3
/* Parts that are read for a beginning; keys that are looked at for a slip. */
#define PREFIX_PARTS 4
#define KEYS_NEAR    8

/* --- words -------------------------------------------------------------------------- */

static struct wanted make_word(struct question *q, str typed, unsigned reason)
{
	struct wanted word = {.typed = arena_str(q->arena, typed), .reason = reason};
	fold_marks(q->folder, typed, &q->scratch);
	word.folded = arena_str(q->arena, buf_str(&q->scratch));
	word.keyed = word.folded;
	word.key = arena_str(q->arena, stemmer_key(index_stemmer(q->index), word.typed));
	word.marked = !str_eq(word.typed, word.folded);
	return word;
}

static void split_words(struct question *q, str text)
{
	struct buf word;
	buf_init(&word);
	q->nwords = 0;
	for (size_t at = 0; q->nwords < QUERY_WORDS && fold_next(q->folder, text, &at, &word);)
		q->words[q->nwords++] = make_word(q, buf_str(&word), 0);
	buf_release(&word);
}

static void add_candidate(struct wanted *word, enum tier tier, const struct index_line *line,
	unsigned worth, unsigned reason)
{
	if (word->ncandidates == CANDIDATES_MAX)
		return;
	struct candidate *candidate = &word->candidates[word->ncandidates++];
	*candidate = (struct candidate){.worth = worth, .reason = reason};
	candidate->lines[tier] = line;
}

static void add_candidates(struct wanted *word, const struct wanted *others)
{
	for (size_t i = 0; i < others->ncandidates && word->ncandidates < CANDIDATES_MAX; i++)
		word->candidates[word->ncandidates++] = others->candidates[i];
}

/* Cyrillic in the index of a language that has other letters: beside what is said of a page, it is
 * not worth a part for each word there, neither for texts nor for slips. */
static bool is_alien(const struct question *q, str word)
{
	return fold_is_cyrillic(word) && !index_is_cyrillic(q->index);
}

static const struct index_line *find_body(const struct question *q, str key)
{
	return is_alien(q, key) ? NULL : index_find(q->index, TIER_BODIES, key);
}

/* By its stem: in the heads, else in the bodies; but not in those of a language that is asked
 * beside the reader's own, who would fetch a part of it for each word. */
static bool find_as_typed(struct question *q, struct wanted *word, unsigned worth)
{
	for (enum tier tier = 0; tier < (q->guess ? NTIERS : TIER_BODIES); tier++) {
		const struct index_line *line = tier == TIER_BODIES
							? find_body(q, word->key)
							: index_find(q->index, tier, word->key);
		if (!line)
			continue;
		add_candidate(word, tier, line, worth, word->reason);
		return true;
	}
	return false;
}

/* --- known words ---------------------------------------------------------------------- */

static bool has_form(struct question *q, const struct wanted *word, const struct index_line *line)
{
	for (size_t i = 0; line && i < line->nforms; i++) {
		fold_marks(q->folder, line->forms[i].form, &q->scratch);
		if (str_eq(buf_str(&q->scratch), word->folded))
			return true;
	}
	return false;
}

/* Cyrillic is of the languages that are written so, and Latvian alone has marks: such a word is of
 * no other language, however it stands in the index. But what Russians call a page that is not
 * translated stands with the original, beside which a slip is no more than a guess; and a word with
 * marks on an English page, or in Latin letters on a Russian one, is known where it is a name, in
 * the heads. In their texts it stands in letters that are ready to be sent in Latvian. */
bool wanted_is_known(struct question *q, const struct wanted *word)
{
	const struct candidate *first = word->candidates;
	bool is_cyrillic = index_is_cyrillic(q->index);
	if (fold_is_cyrillic(word->folded))
		return !is_alien(q, word->folded) && word->ncandidates &&
		       !(first->reason & REASON_SLIP);
	if (word->marked && str_eq(index_tag(q->index), S("lv")))
		return true;
	return word->ncandidates && (has_form(q, word, first->lines[TIER_HEADS]) ||
					    (!is_cyrillic && !word->marked &&
						    has_form(q, word, first->lines[TIER_BODIES])));
}

/* --- beginnings and slips ------------------------------------------------------------ */

static bool begins_with(struct question *q, const struct index_line *line, str prefix)
{
	for (size_t i = 0; i < line->nforms; i++) {
		fold_marks(q->folder, line->forms[i].form, &q->scratch);
		if (str_starts(buf_str(&q->scratch), prefix))
			return true;
	}
	return false;
}

static void take_prefix(
	struct question *q, struct wanted *word, enum tier tier, struct index_lines lines)
{
	for (size_t i = 0; i < lines.len; i++)
		if (begins_with(q, &lines.items[i], word->folded))
			add_candidate(word, tier, &lines.items[i], WORTH_PREFIX,
				word->reason | REASON_PREFIX);
}

/* From where the stem would stand to where no key has the beginning any more. */
static bool find_prefix(struct question *q, struct wanted *word, enum tier tier)
{
	size_t part = index_part_of(q->index, tier, word->key),
	       nparts = index_nparts(q->index, tier);
	if (utf8_count(word->folded) < PREFIX_LETTERS)
		return false;
	for (size_t i = 0; part < nparts && i < PREFIX_PARTS; i++, part++) {
		str key = index_part_key(q->index, tier, part);
		if (i > 0 && str_cmp(key, word->folded) > 0 && !str_starts(key, word->folded))
			break;
		take_prefix(q, word, tier, index_part(q->index, tier, part));
	}
	return word->ncandidates > 0;
}

/* A word that is being typed, with a slip in its last letter: advokāc, of advokātam. */
static bool find_begun(struct question *q, struct wanted *word)
{
	size_t last = 0;
	if (utf8_count(word->typed) < BEGUN_LETTERS)
		return false;
	for (size_t at = 0; at < word->typed.len; utf8_next(word->typed, &at))
		last = at;
	struct wanted begun =
		make_word(q, str_sub(word->typed, 0, last), word->reason | REASON_SLIP);
	if (!find_prefix(q, &begun, TIER_HEADS))
		return false;
	add_candidates(word, &begun);
	return true;
}

/* How near the nearest form is; limit + 1 when none is within the limit. */
static unsigned distance_to_forms(struct question *q, const struct wanted *word,
	const struct index_line *line, unsigned limit)
{
	unsigned best = limit + 1;
	for (size_t i = 0; best > 1 && i < line->nforms; i++) {
		fold_marks(q->folder, line->forms[i].form, &q->scratch);
		unsigned distance = near_distance(word->folded, buf_str(&q->scratch), limit);
		best = distance < best ? distance : best;
	}
	return best;
}

/* Stems that are near say nothing when they are what endings leave of words that are not. */
static unsigned distance_to(struct question *q, const struct wanted *word,
	const struct index_line *line, unsigned limit)
{
	unsigned stems = utf8_count(line->key) > HALF_LETTERS
				 ? near_distance(word->key, line->key, limit)
				 : limit + 1;
	unsigned reach = stems <= limit ? stems + ENDING_LETTERS : limit;
	unsigned forms = distance_to_forms(q, word, line, reach);
	return forms <= reach && stems < forms ? stems : forms;
}

/* The nearest only: when one slip explains the word, two are not looked at. */
static void take_near(struct question *q, struct wanted *word, enum tier tier,
	struct index_lines lines, unsigned *limit)
{
	for (size_t i = 0; i < lines.len; i++) {
		unsigned distance = distance_to(q, word, &lines.items[i], *limit);
		if (distance > *limit)
			continue;
		if (distance < *limit)
			word->ncandidates = 0;
		*limit = distance;
		add_candidate(word, tier, &lines.items[i], distance > 1 ? WORTH_SLIPS : WORTH_SLIP,
			word->reason | REASON_SLIP);
	}
}

struct near {
	const struct index_line *lines[KEYS_NEAR];
	size_t n;
	unsigned limit;
};

/* Keys of one letter that differ no more than the limit from the word's, in the parts that are not
 * looked through whole. */
static void collect_near(
	struct question *q, const struct wanted *word, size_t letter, struct near *near)
{
	size_t own = index_part_of(q->index, TIER_HEADS, word->key);
	struct index_lines keys = index_part(q->index, TIER_KEYS, letter);
	for (size_t i = 0; i < keys.len && near->n < KEYS_NEAR; i++) {
		str key = keys.items[i].key;
		if (utf8_count(key) > HALF_LETTERS &&
			near_distance(word->key, key, near->limit) <= near->limit &&
			index_part_of(q->index, TIER_HEADS, key) != own)
			near->lines[near->n++] = index_find(q->index, TIER_HEADS, key);
	}
}

/* Does the key begin with the letter, or have it behind another one? */
static bool begins_nearly(str key, str letter)
{
	size_t second = 0;
	utf8_next(key, &second);
	return str_starts(key, letter) || str_starts(str_from(key, second), letter);
}

/* Two letters that changed places, one too many, or a slip behind the first: that one is looked for
 * among the keys of two letters. There are no lists on large sites. */
static void take_near_keys(struct question *q, struct wanted *word, unsigned limit)
{
	struct near near = {.limit = limit};
	for (size_t letter = 0; letter < index_nparts(q->index, TIER_KEYS); letter++)
		if (q->guess == GUESS_WIDE ||
			begins_nearly(word->key, index_part_key(q->index, TIER_KEYS, letter)))
			collect_near(q, word, letter, &near);
	for (size_t i = 0; i < near.n; i++)
		if (near.lines[i])
			take_near(q, word, TIER_HEADS, (struct index_lines){near.lines[i], 1},
				&limit);
}

static bool find_slip(struct question *q, struct wanted *word, enum tier tier)
{
	size_t letters = utf8_count(word->folded);
	unsigned limit = letters >= SLIPS_LETTERS ? 2 : 1;
	if (letters < SLIP_LETTERS || !index_nparts(q->index, tier) || is_alien(q, word->folded))
		return false;
	take_near(q, word, tier,
		index_part(q->index, tier, index_part_of(q->index, tier, word->key)), &limit);
	if (tier == TIER_HEADS)
		take_near_keys(q, word, limit);
	return word->ncandidates > 0;
}

/* --- other ways, joined and split ---------------------------------------------------- */

/* What is typed another way may be a slip as well: probacja, of probācija; not what is a word then,
 * or Russian. */
static bool find_other_way(struct question *q, struct wanted *word)
{
	struct wanted slips = *word;
	struct buf other;
	bool found = false;
	buf_init(&other);
	for (size_t way = 0; !found && way < way_count(); way++) {
		if (!way_fits(way, index_tag(q->index), false) ||
			!way_apply(way, word->folded, &other))
			continue;
		struct wanted again = make_word(q, buf_str(&other), word->reason | REASON_WAY);
		again.keyed = word->keyed;
		found = find_as_typed(q, &again, WORTH_WAY);
		if (found)
			*word = again;
	}
	buf_release(&other);
	if (found && !wanted_is_known(q, word) && !fold_is_cyrillic(word->key) &&
		find_slip(q, &slips, TIER_HEADS))
		add_candidates(word, &slips);
	return found;
}

static void remove_word(struct question *q, size_t i)
{
	q->nwords--;
	memmove(&q->words[i], &q->words[i + 1], (q->nwords - i) * sizeof(q->words[0]));
}

/* "e adrese", "video zvans" */
static bool find_joined(struct question *q, size_t i)
{
	if (i + 1 >= q->nwords)
		return false;
	struct wanted joined = make_word(q,
		arena_join(q->arena, q->words[i].typed, q->words[i + 1].typed, S("")), REASON_JOIN);
	if (!find_as_typed(q, &joined, 100))
		return false;
	q->words[i] = joined;
	remove_word(q, i + 1);
	return true;
}

static bool split_at(struct question *q, size_t i, size_t at)
{
	struct wanted left = make_word(q, str_sub(q->words[i].typed, 0, at), REASON_JOIN);
	struct wanted right = make_word(q, str_from(q->words[i].typed, at), REASON_JOIN);
	const struct index_line *a = index_find(q->index, TIER_HEADS, left.key);
	const struct index_line *b = index_find(q->index, TIER_HEADS, right.key);
	if (!a || !b)
		return false;
	add_candidate(&left, TIER_HEADS, a, 100, REASON_JOIN);
	add_candidate(&right, TIER_HEADS, b, 100, REASON_JOIN);
	memmove(&q->words[i + 2], &q->words[i + 1], (q->nwords - i - 1) * sizeof(q->words[0]));
	q->words[i] = left;
	q->words[i + 1] = right;
	q->nwords++;
	return true;
}

/* "gimenesdiena": the first place where both halves are words. */
static bool find_split(struct question *q, size_t i)
{
	str typed = q->words[i].typed;
	size_t letters = utf8_count(typed), at = 0;
	if (q->nwords == ARRAY_LEN(q->words))
		return false;
	for (size_t n = 1; n + HALF_LETTERS <= letters; n++) {
		utf8_next(typed, &at);
		if (n >= HALF_LETTERS && split_at(q, i, at))
			return true;
	}
	return false;
}

/* --- the question -------------------------------------------------------------------- */

static bool find_words_as_typed(struct question *q)
{
	bool found = false;
	for (size_t i = 0; i < q->nwords; i++)
		found |= find_as_typed(q, &q->words[i], 100);
	return found;
}

/* One letter of another keyboard is a word too easily: the "s" of "svidanie s rebenkom" would be
 * "ы". */
static bool is_any_long_found(const struct question *q)
{
	for (size_t i = 0; i < q->nwords; i++)
		if (q->words[i].ncandidates && utf8_count(q->words[i].typed) >= KEYS_LETTERS)
			return true;
	return false;
}

/* The keyboard was set to another alphabet. */
static bool find_with_other_keys(struct question *q, str text)
{
	struct buf lower, other;
	bool found = false;
	buf_init(&lower);
	buf_init(&other);
	fold_lower(q->folder, text, &lower);
	for (size_t way = 0; !found && way < way_count(); way++)
		if (way_fits(way, index_tag(q->index), true) &&
			way_apply(way, buf_str(&lower), &other)) {
			split_words(q, buf_str(&other));
			for (size_t i = 0; i < q->nwords; i++)
				q->words[i].reason = REASON_WAY;
			found = find_words_as_typed(q) && is_any_long_found(q);
		}
	buf_release(&lower);
	buf_release(&other);
	return found;
}

static void guess_word(struct question *q, size_t i)
{
	struct wanted *word = &q->words[i];
	bool last = i + 1 == q->nwords;
	if ((last && find_prefix(q, word, TIER_HEADS)) || find_other_way(q, word) ||
		find_joined(q, i) || find_slip(q, word, TIER_HEADS) || find_split(q, i) ||
		(last && (find_begun(q, word) || find_prefix(q, word, TIER_BODIES))))
		return;
	find_slip(q, word, TIER_BODIES);
}

static str beginning_of(str text)
{
	size_t at = 0, end = 0;
	for (size_t letters = 0; at < text.len; end = at) {
		letters += utf8_next(text, &at) > 0xffff ? 2 : 1;
		if (letters > QUERY_LETTERS)
			break;
	}
	return str_sub(text, 0, end);
}

bool question_ask(struct question *q, str text)
{
	text = beginning_of(text);
	split_words(q, text);
	bool found = find_words_as_typed(q);
	if (!found && q->nwords) {
		found = find_with_other_keys(q, text);
		if (!found) {
			split_words(q, text);
			find_words_as_typed(q);
		}
	}
	for (size_t i = 0; q->guess && i < q->nwords; i++)
		if (!q->words[i].ncandidates)
			guess_word(q, i);
	return found;
}

/* Into Cyrillic, as any index that has the way would read it. */
static void add_in_cyrillic(const struct question *q, const struct wanted *word, struct buf *out)
{
	struct buf other;
	bool fits = false;
	buf_init(&other);
	for (size_t way = 0; !fits && way < way_count(); way++)
		fits = way_fits(way, index_tag(q->index), false) &&
		       way_apply(way, word->keyed, &other) && fold_is_cyrillic(buf_str(&other));
	buf_add(out, fits ? buf_str(&other) : word->typed);
	buf_add_char(out, ' ');
	buf_release(&other);
}

/* One word that the page's language has from Russian tells how the others were meant: the language
 * that knows them all is asked with all of them. */
str question_in_cyrillic(struct question *q)
{
	bool read = false;
	for (size_t i = 0; i < q->nwords; i++)
		read |= q->words[i].reason & REASON_WAY && fold_is_cyrillic(q->words[i].folded);
	buf_clear(&q->scratch);
	for (size_t i = 0; read && i < q->nwords; i++)
		add_in_cyrillic(q, &q->words[i], &q->scratch);
	return arena_str(q->arena, buf_str(&q->scratch));
}

void question_read_bodies(struct question *q)
{
	for (size_t w = 0; w < q->nwords; w++)
		for (size_t c = 0; c < q->words[w].ncandidates; c++) {
			struct candidate *candidate = &q->words[w].candidates[c];
			const struct index_line *head = candidate->lines[TIER_HEADS];
			if (head)
				candidate->lines[TIER_BODIES] = find_body(q, head->key);
		}
}
