#include "search/sentence.h"

#include "base/ascii.h"
#include "base/sixteen.h"
#include "base/utf8.h"
#include "search/form.h"
#include "search/text.h"

/* Bytes of a sentence that a result shows. */
#define SENTENCE_MAX 300
/* Letters of a statement that is found where the words do not point to. */
#define STATEMENT_MAX 140
/* Words of the shortest line that says something without ending as a sentence does. */
#define LABEL_WORDS 4
/* What part of its worth a word keeps that the title has. */
#define TITLE_PART 32
/* What part of all words' worth a sentence has to have, or the first says more. */
#define LEAST_PART 40

/* --- cutting ------------------------------------------------------------------------ */

/* "plkst. 9" and "2026. gada" go on; "?" and a capital, or the number of the next in a list, do
 * not. */
static bool ends_at(str text, size_t at)
{
	char c = text.ptr[at];
	if ((c != '.' && c != '!' && c != '?') || at + 2 >= text.len || text.ptr[at + 1] != ' ')
		return false;
	size_t next = at + 2;
	return fold_is_capital(utf8_next(text, &next)) ||
	       (c != '.' && ascii_is_digit(text.ptr[at + 2]));
}

static bool is_short(str sentence)
{
	size_t spaces = 0;
	for (size_t i = 0; i < sentence.len; i++)
		spaces += sentence.ptr[i] == ' ';
	return spaces + 1 < LABEL_WORDS;
}

/* "Where" and "What to bring:" are labels of what follows; "116 111" and "Call." say something. */
static bool is_label(str sentence)
{
	size_t digits = 0;
	for (size_t i = 0; i < sentence.len; i++)
		digits += ascii_is_digit(sentence.ptr[i]);
	char last = sentence.ptr[sentence.len - 1];
	bool ends = last == '.' || last == '!' || last == '?';
	return last == ':' || (!ends && !digits && is_short(sentence));
}

/* There is room for it. */
static void add_sentence(str sentence, struct buf *out)
{
	char *to = out->data + out->len;
	sentence = str_trim(sentence);
	if (sentence.len > SENTENCE_MAX) {
		size_t end = SENTENCE_MAX;
		while (end > 0 && sentence.ptr[end] != ' ')
			end--;
		sentence = str_sub(sentence, 0, end);
	}
	if (!sentence.len || is_label(sentence))
		return;
	memcpy(to, sentence.ptr, sentence.len);
	to[sentence.len] = FORM_SENTENCE;
	out->len += sentence.len + 1;
}

/* Which of the sixteen bytes from `at` on may end a sentence. */
static uint32_t ends_from(str line, size_t at)
{
	char last[sizeof(sixteen)] = {0};
	const char *from = line.ptr + at;
	if (line.len - at < sizeof(last))
		from = memcpy(last, from, line.len - at);
	sixteen bytes = sixteen_at(from);
	return sixteen_bits(
		sixteen_is(bytes, '.') | sixteen_is(bytes, '!') | sixteen_is(bytes, '?'));
}

/* A short sentence goes on in the next: "Money. It can be sent from home.", "2. Come early." */
static void add_line(str line, struct buf *out)
{
	size_t begin = 0;
	for (size_t block = 0; block < line.len; block += sizeof(sixteen))
		for (uint32_t ends = ends_from(line, block); ends; ends &= ends - 1) {
			size_t end = block + (size_t)__builtin_ctz(ends) + 1;
			if (!ends_at(line, end - 1) ||
				is_short(str_trim(str_sub(line, begin, end))))
				continue;
			add_sentence(str_sub(line, begin, end), out);
			begin = end;
		}
	add_sentence(str_from(line, begin), out);
}

void sentences_add(str text, struct buf *out)
{
	/* What parts two sentences stands for the space or the end of line between them. */
	if (!buf_reserve(out, text.len + 1))
		return;
	for (str line; text.len && str_cut(&text, '\n', &line);)
		if (line.len && line.ptr[0] != TEXT_QUIET)
			add_line(line, out);
	buf_grew(out, 0);
}

/* --- choosing ----------------------------------------------------------------------- */

static bool has_key(const struct sought *sought, str key)
{
	for (size_t i = 0; i < sought->nkeys; i++)
		if (str_eq(sought->keys[i], key))
			return true;
	return false;
}

/* Each word of the question counts once. */
static int64_t worth_of(str sentence, struct stemmer *stemmer, const struct folder *folder,
	const struct sought *sought, size_t nsought)
{
	uint64_t seen = 0;
	int64_t worth = 0;
	struct buf word;
	buf_init(&word);
	for (size_t at = 0; fold_next(folder, sentence, &at, &word);) {
		str key = stemmer_key(stemmer, buf_str(&word));
		for (size_t i = 0; i < nsought; i++) {
			if (seen >> i & 1 || !has_key(&sought[i], key))
				continue;
			seen |= (uint64_t)1 << i;
			worth += sought[i].worth;
		}
	}
	buf_release(&word);
	return worth;
}

struct sentence sentence_least(str title, const struct sought *sought, size_t nsought)
{
	int64_t all = 0;
	for (size_t i = 0; i < nsought; i++)
		all += sought[i].worth;
	return (struct sentence){.title = title, .text = S(""), .worth = all / LEAST_PART};
}

void sentences_ask_more(const struct sought *sought, size_t nsought, struct sentence *best)
{
	int64_t found = 0;
	for (size_t i = 0; i < nsought; i++)
		found += sought[i].nkeys ? sought[i].worth : 0;
	best->further = true;
	best->worth = 2 * best->worth > found / 2 ? 2 * best->worth : found / 2;
}

/* "How to get there", "Where is he?" and "More: Lawyer." lead on, and answer nothing; nor does what
 * is long, or goes on from another line. */
static bool is_statement(str sentence)
{
	size_t at = 0;
	char last = sentence.ptr[sentence.len - 1];
	return fold_is_capital(utf8_next(sentence, &at)) && (last == '.' || last == '!') &&
	       !memchr(sentence.ptr, ':', sentence.len) && utf8_count(sentence) <= STATEMENT_MAX;
}

void sentences_look(str sentences, struct stemmer *stemmer, const struct folder *folder,
	const struct sought *sought, size_t nsought, struct sentence *best)
{
	for (str sentence; sentences.len && str_cut(&sentences, FORM_SENTENCE, &sentence);) {
		int64_t worth = worth_of(sentence, stemmer, folder, sought, nsought);
		if (str_eq(sentence, best->title) || (best->further && !is_statement(sentence)))
			continue;
		if (worth <= best->worth && best->text.len)
			continue;
		best->text = sentence;
		best->worth = worth > best->worth ? worth : best->worth;
	}
}

void sentences_title(str title, struct stemmer *stemmer, const struct folder *folder,
	struct sought *sought, size_t nsought)
{
	uint64_t seen = 0;
	struct buf word;
	buf_init(&word);
	for (size_t at = 0; fold_next(folder, title, &at, &word);) {
		str key = stemmer_key(stemmer, buf_str(&word));
		for (size_t i = 0; i < nsought; i++) {
			if (seen >> i & 1 || !has_key(&sought[i], key))
				continue;
			seen |= (uint64_t)1 << i;
			sought[i].worth /= TITLE_PART;
		}
	}
	buf_release(&word);
}
