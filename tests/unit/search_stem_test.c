/* Words and their stems: what is typed one way or another meets under one key. */
#include <criterion/criterion.h>

#include "search/near.h"
#include "search/stem.h"
#include "search/way.h"

static struct arena arena;

static void begin(void)
{
	arena_init(&arena);
}

static void end(void)
{
	arena_release(&arena);
}

TestSuite(search, .init = begin, .fini = end);

/* All the words have one key. */
static void meet(const char *tag, const char *const *words, size_t n)
{
	struct stemmer *stemmer = stemmer_new(folder_new(&arena), str_of(tag));
	str key = arena_str(&arena, stemmer_key(stemmer, str_of(words[0])));
	for (size_t i = 1; i < n; i++) {
		str other = stemmer_key(stemmer, str_of(words[i]));
		cr_expect(str_eq(key, other), "%s has %.*s, %s has %.*s", words[0], STR_ARGS(key),
			words[i], STR_ARGS(other));
	}
	stemmer_free(stemmer);
}
#define MEET(tag, ...)                                                                             \
	meet(tag, (const char *const[]){__VA_ARGS__},                                              \
		sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

Test(search, latvian_forms_meet_with_and_without_marks)
{
	MEET("lv", "tikšanās", "tikšanos", "tiksanas", "tikties");
	MEET("lv", "cietums", "cietumā", "cietumiem", "cietuma");
	MEET("lv", "brālis", "brāļa", "brāļiem", "brali");
	MEET("lv", "nauda", "naudas", "naudu", "naudai");
	MEET("lv", "zvanīt", "zvanu", "zvanīšana", "zvani");
	MEET("lv", "lielais", "lielajam", "lielāks", "liela");
	MEET("lv", "sēdēt", "sēž", "sēdēja", "sez");
	MEET("lv", "māsa", "māsiņa", "māsiņai");
}

/* What ends a short stem is more often its own than part of an ending. */
Test(search, short_latvian_words_stay_apart)
{
	static const char *const words[] = {
		"pats", "pase", "prāts", "prasīt", "puse", "pūtējs", "klase", "klāt"};
	struct stemmer *stemmer = stemmer_new(folder_new(&arena), S("lv"));
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i += 2) {
		str key = arena_str(&arena, stemmer_key(stemmer, str_of(words[i])));
		cr_expect(!str_eq(key, stemmer_key(stemmer, str_of(words[i + 1]))),
			"%s and %s share %.*s", words[i], words[i + 1], STR_ARGS(key));
	}
	stemmer_free(stemmer);
}

Test(search, russian_and_english_forms_meet)
{
	MEET("ru", "свидание", "свидания", "свиданий", "свиданию");
	MEET("ru", "ребёнок", "ребенок");
	MEET("lv", "тюрьма", "тюрьмы", "тюрьму");
	MEET("en", "visits", "visit", "visiting", "visited");
}

static str first_word(str text)
{
	size_t at = 0;
	struct buf word;
	buf_init(&word);
	fold_next(folder_new(&arena), text, &at, &word);
	str found = arena_str(&arena, buf_str(&word));
	buf_release(&word);
	return found;
}

Test(search, words_are_runs_of_letters_in_one_form)
{
	cr_expect(str_eq(first_word(S("„ĶEKAVA”")), S("ķekava")));
	cr_expect(str_eq(first_word(S("a\xcc\x84rsts")), S("ārsts")), "composed");
	cr_expect(str_eq(first_word(S("don’t")), S("dont")));
	cr_expect(str_eq(first_word(S("!?. ")), S("")));
	cr_expect(str_eq(first_word(S("\xff\xfe abc")), S("abc")));
}

Test(search, letters_that_differ_are_counted)
{
	cr_expect_eq(near_distance(S("advokats"), S("advokats"), 2), 0);
	cr_expect_eq(near_distance(S("advokats"), S("advkoats"), 2), 1, "neighbours");
	cr_expect_eq(near_distance(S("письмо"), S("писмо"), 2), 1);
	cr_expect_eq(near_distance(S("abc"), S("xyz"), 2), 3, "limit + 1");
	cr_expect_eq(near_distance(S(""), S("ab"), 2), 2);
}

/* The text written the first way that changes it. */
static str other_way(str tag, str text, bool whole)
{
	struct buf out;
	str other = S("");
	buf_init(&out);
	for (size_t way = 0; !other.len && way < way_count(); way++)
		if (way_fits(way, tag, whole) && way_apply(way, text, &out))
			other = arena_str(&arena, buf_str(&out));
	buf_release(&out);
	return other;
}

Test(search, other_ways_of_typing)
{
	cr_expect(str_eq(other_way(S("lv"), S("tikshanaas"), false), S("tiksanas")));
	cr_expect(str_eq(other_way(S("ru"), S("peredacha"), false), S("передача")));
	cr_expect(str_eq(other_way(S("ru"), S("zhenitsya"), false), S("женится")));
	cr_expect(str_eq(other_way(S("ru"), S("svyazatsya"), false), S("связаться")));
	cr_expect(str_eq(other_way(S("ru"), S("gbcmvj"), true), S("письмо")));
	cr_expect(str_eq(other_way(S("ru"), S("gbcmvj-pdjyjr"), true), S("письмо-звонок")));
	cr_expect(str_eq(other_way(S("en"), S("зкшыщт"), true), S("prison")));
	cr_expect(str_eq(other_way(S("en"), S("prison"), true), S("")));
}
