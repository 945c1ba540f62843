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
/* What part of the worth that the title leaves a sentence has to have, or the first says more. */
#define LEAST_PART 12

/* --- cutting ------------------------------------------------------------------------ */

/* "plkst. 9" and "2026. gada" go on; "?" and a capital, or the number of the next in a list, do
 * not. A space stands behind the sign. */
static bool ends_at(str text, size_t at)
{
	size_t next = at + 2;
	if (next >= text.len || (text.ptr[next] >= 'a' && text.ptr[next] <= 'z'))
		return false;
	bool numbered = text.ptr[at] != '.' && ascii_is_digit(text.ptr[next]);
	return numbered || fold_is_capital(utf8_next(text, &next));
}

/* Bytes that are looked at in one step. */
#define GLANCE ((size_t)64)

struct cutting {
	str text;      /* of the section */
	size_t begin;  /* of the sentence at hand */
	size_t quoted; /* where what somebody says ends, if it ends soon */
	bool quiet;    /* the line of the sentence is no answer */
	bool links;    /* is there any TEXT_LINK? In most sections is none */
	struct buf *out;
};

/* A bit for each space among the first bytes of a sentence, the first byte lowest. So many bytes of
 * the text are there. */
static uint64_t first_spaces(str sentence)
{
	uint64_t spaces = 0;
	for (size_t i = 0; i < GLANCE; i += sizeof(sixteen)) {
		sixteen bytes = sixteen_at(sentence.ptr + i);
		spaces |= (uint64_t)sixteen_bits(sixteen_is(bytes, ' ')) << i;
	}
	return sentence.len < GLANCE ? spaces & (((uint64_t)1 << sentence.len) - 1) : spaces;
}

/* Most sentences have enough spaces in a glance, or end there. */
static bool is_short(const struct cutting *cutting, str sentence)
{
	size_t words = 1;
	const char *end = cutting->text.ptr + cutting->text.len;
	if ((size_t)(end - sentence.ptr) >= GLANCE) {
		uint64_t spaces = first_spaces(sentence);
		for (size_t i = 1; i < LABEL_WORDS - 1; i++)
			spaces &= spaces - 1;
		if (spaces || sentence.len <= GLANCE)
			return !spaces;
	}
	for (size_t i = 0; i < sentence.len && words < LABEL_WORDS; i++)
		words += sentence.ptr[i] == ' ';
	return words < LABEL_WORDS;
}

static bool has_digit(str sentence)
{
	for (size_t i = 0; i < sentence.len; i++)
		if (ascii_is_digit(sentence.ptr[i]))
			return true;
	return false;
}

/* "Call." and "Call!”" do. */
static bool is_ended(str sentence)
{
	static const str marks[] = {STR_INIT("”"), STR_INIT("“"), STR_INIT("»")};
	bool marked = sentence.ptr[sentence.len - 1] & 0x80;
	for (size_t i = 0; marked && i < ARRAY_LEN(marks); i++)
		if (str_ends(sentence, marks[i]))
			sentence.len -= marks[i].len;
	char last = sentence.len ? sentence.ptr[sentence.len - 1] : ' ';
	return last == '.' || last == '!' || last == '?';
}

/* "More: Lawyer, Court." says where to read on when these are links; "Payee: State Treasury." does
 * not. */
static bool leads_on(str sentence)
{
	size_t colon = str_find_char(sentence, ':'), next = colon + 3;
	if (colon == STR_NONE || next >= sentence.len || sentence.ptr[next - 1] != TEXT_LINK ||
		memchr(sentence.ptr, ' ', colon))
		return false;
	return fold_is_capital(utf8_next(sentence, &next)) &&
	       sentence.ptr[sentence.len - 1] == '.' && !has_digit(sentence);
}

/* "Where" and "What to bring:" are labels of what follows; "116 111" and "Call." say something. */
static bool is_label(const struct cutting *cutting, str sentence)
{
	char last = sentence.ptr[sentence.len - 1];
	if (last == ':' || (cutting->links && leads_on(sentence)))
		return true;
	return !is_ended(sentence) && is_short(cutting, sentence) && !has_digit(sentence);
}

/* Text has no other white space in a line. */
static str trim(str sentence)
{
	while (sentence.len && sentence.ptr[0] == ' ')
		sentence = str_from(sentence, 1);
	while (sentence.len && sentence.ptr[sentence.len - 1] == ' ')
		sentence.len--;
	return sentence;
}

/* Gives what stands behind it: there is room for all. */
static char *put_without_links(char *to, str sentence)
{
	for (str part; sentence.len; to += part.len) {
		str_cut(&sentence, TEXT_LINK, &part);
		memcpy(to, part.ptr, part.len);
	}
	return to;
}

static char *put_all(char *to, str sentence)
{
	memcpy(to, sentence.ptr, sentence.len);
	return to + sentence.len;
}

static void add_sentence(const struct cutting *cutting, str sentence)
{
	struct buf *out = cutting->out;
	char *to = out->data + out->len;
	if (sentence.len > SENTENCE_MAX) {
		size_t end = SENTENCE_MAX;
		while (end > 0 && sentence.ptr[end] != ' ')
			end--;
		sentence = str_sub(sentence, 0, end);
	}
	if (!sentence.len || is_label(cutting, sentence))
		return;
	to = cutting->links ? put_without_links(to, sentence) : put_all(to, sentence);
	*to++ = FORM_SENTENCE;
	out->len = (size_t)(to - out->data);
}

/* Which of the bytes of a glance from `at` on end a line, or may end a sentence before a space, or
 * begin what may be a quotation mark. */
static uint64_t ends_from(str text, size_t at)
{
	char last[GLANCE + 1];
	const char *from = text.ptr + at;
	uint64_t ends = 0;
	if (text.len - at < sizeof(last)) {
		memset(last, 0, sizeof(last));
		from = memcpy(last, from, text.len - at);
	}
	for (size_t i = 0; i < GLANCE; i += sizeof(sixteen)) {
		sixteen bytes = sixteen_at(from + i), next = sixteen_at(from + i + 1);
		sixteen signs =
			sixteen_is(bytes, '.') | sixteen_is(bytes, '!') | sixteen_is(bytes, '?');
		sixteen quotes = (sixteen_is(bytes, '\xe2') & sixteen_is(next, '\x80')) |
				 sixteen_is(bytes, '\xc2');
		sixteen marks = sixteen_is(bytes, '\n') | (signs & sixteen_is(next, ' ')) | quotes;
		ends |= (uint64_t)sixteen_bits(marks) << i;
	}
	return ends;
}

static void begin_line(struct cutting *cutting, size_t at)
{
	cutting->begin = at;
	cutting->quoted = 0;
	cutting->quiet = at < cutting->text.len && cutting->text.ptr[at] == TEXT_QUIET;
}

/* A short sentence goes on in the next: "Money. It can be sent from home.", "2. Come early." */
static void cut(struct cutting *cutting, size_t end, bool is_line)
{
	str sentence = trim(str_sub(cutting->text, cutting->begin, end));
	if (cutting->quiet || (!is_line && is_short(cutting, sentence)))
		return;
	add_sentence(cutting, sentence);
	cutting->begin = end;
}

/* A pair of quotation marks; Latvian ones may end as English ones begin. */
struct quotation {
	str begin, end, other_end;
};

static const struct quotation *quotation_at(str text)
{
	static const struct quotation quotations[] = {
		{STR_INIT("„"), STR_INIT("”"), STR_INIT("“")},
		{STR_INIT("«"), STR_INIT("»"), STR_INIT("»")},
		{STR_INIT("“"), STR_INIT("”"), STR_INIT("”")},
	};
	for (size_t i = 0; i < ARRAY_LEN(quotations); i++)
		if (str_starts(text, quotations[i].begin))
			return &quotations[i];
	return NULL;
}

/* Behind the mark that ends it in the same line, if all of the sentence can be shown; else 0. */
static size_t quotation_end(const struct cutting *cutting, size_t at, const struct quotation *pair)
{
	str text = str_sub(cutting->text, 0, cutting->begin + SENTENCE_MAX);
	str line = str_from(text, at + pair->begin.len);
	line = str_sub(line, 0, str_find_char(line, '\n'));
	size_t end = str_find(line, pair->end), other = str_find(line, pair->other_end);
	end = end < other ? end : other;
	return end == STR_NONE ? 0 : at + pair->begin.len + end + pair->end.len;
}

/* "Say: “Come at once!” Then wait." ends behind the mark. */
static void quote_at(struct cutting *cutting, size_t at)
{
	str text = cutting->text;
	const struct quotation *pair = quotation_at(str_from(text, at));
	size_t end = pair ? quotation_end(cutting, at, pair) : 0;
	if (!end)
		return;
	cutting->quoted = end;
	char last = text.ptr[end - pair->end.len - 1];
	bool says_all = last == '.' || last == '!' || last == '?';
	if (says_all && end < text.len && text.ptr[end] == ' ' && ends_at(text, end - 1))
		cut(cutting, end, false);
}

static void end_at(struct cutting *cutting, size_t at)
{
	if (at < cutting->quoted)
		return;
	if (cutting->text.ptr[at] == '\n') {
		cut(cutting, at, true);
		begin_line(cutting, at + 1);
	} else if (cutting->text.ptr[at] & 0x80) {
		quote_at(cutting, at);
	} else if (ends_at(cutting->text, at)) {
		cut(cutting, at + 1, false);
	}
}

void sentences_add(str text, struct buf *out)
{
	struct cutting cutting = {.text = text, .out = out};
	cutting.links = str_find_char(text, TEXT_LINK) != STR_NONE;
	/* What parts two sentences stands for the space or the end of line between them. */
	if (!buf_reserve(out, text.len + 1))
		return;
	begin_line(&cutting, 0);
	for (size_t block = 0; block < text.len; block += GLANCE)
		for (uint64_t ends = ends_from(text, block); ends; ends &= ends - 1)
			end_at(&cutting, block + (size_t)__builtin_ctzll(ends));
	cut(&cutting, text.len, true);
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

/* Of the words for which there is anything. */
static int64_t found_worth(const struct sought *sought, size_t nsought)
{
	int64_t worth = 0;
	for (size_t i = 0; i < nsought; i++)
		worth += sought[i].nkeys ? sought[i].worth : 0;
	return worth;
}

struct sentence sentence_least(str title, const struct sought *sought, size_t nsought)
{
	return (struct sentence){
		.title = title, .text = S(""), .worth = found_worth(sought, nsought) / LEAST_PART};
}

void sentences_ask_more(const struct sought *sought, size_t nsought, struct sentence *best)
{
	int64_t found = found_worth(sought, nsought);
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
