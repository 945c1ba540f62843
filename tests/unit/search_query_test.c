/* Questions to small indexes; and indexes that are damaged. */
#include <criterion/criterion.h>

#include "search/query.h"

static struct arena arena;

static void begin(void)
{
	arena_init(&arena);
}

static void end(void)
{
	arena_release(&arena);
}

TestSuite(search_query, .init = begin, .fini = end);

/* Pages 0 and 1: "visit" stands on both and weighs more on page 1; "prison" on 0. */
#define INDEX                                                                                      \
	"tilts-search 3 v\nlanguage en en\nroot /\npages 2 4\nlabel Contact\nheads "               \
	"p\nkeys p v\n"
#define HEADS "v p \n#prison )!#0\n#visit (!#&&$0\n"
#define TEXT  "All about it.\x1f\nBring a passport.\x1fVisits last an hour.\x1f\n"
#define PAGES "v\n#\t/prison/\tPrison\tAll\t67000000\n#\t/visit/\tVisit\tHow\t\tapply\tApply\n"

static struct files {
	str index, heads, pages, prison;
} files;

static bool read_file(void *ctx, str path, str *bytes)
{
	const struct files *f = ctx;
	*bytes = str_ends(path, S("en/index.txt"))       ? f->index
		 : str_ends(path, S("bodies.txt"))       ? S("bodies p\n")
		 : str_ends(path, S("t0.txt"))           ? f->heads
		 : str_ends(path, S("t1.txt"))           ? S("v v \n#visit (!#&&$0\n")
		 : str_ends(path, S("b0.txt"))           ? S("v p \n#text '!#0\n")
		 : str_ends(path, S("d0.txt"))           ? f->pages
		 : str_ends(path, S("k0.txt"))           ? S("v p v\n#prison\n")
		 : str_ends(path, S("k1.txt"))           ? S("v v \n#visit\n")
		 : str_ends(path, S("text/prison.txt"))  ? f->prison
		 : str_ends(path, S("text/visit.txt"))   ? S(TEXT)
		 : str_ends(path, S("text/visit.1.txt")) ? S("A visit in a file.\x1f")
		 : str_ends(path, S("shelf/12.txt"))     ? S("One.\x1f\n\x1d\x1d" TEXT "\x1d")
							 : S("");
	return bytes->len > 0;
}

/* The address of the best page; "" when there is none. */
static str best(str index_text, str heads, str pages, str text)
{
	struct index_page page = {.url = S("")};
	files = (struct files){.index = index_text, .heads = heads, .pages = pages};
	struct index_source source = {&files, read_file};
	const struct folder *folder = folder_new(&arena);
	struct index *index = index_open(&source, folder, S("en"));
	if (!index)
		return S("no index");
	struct answers answers = query_run(index, folder, text, GUESS, &arena);
	if (answers.len && !index_page(index, answers.items[0].page, &page))
		page.url = S("no page");
	str url = arena_str(&arena, page.url);
	index_close(index);
	return url;
}

static void expect_best(str text, str url)
{
	str found = best(S(INDEX), S(HEADS), S(PAGES), text);
	cr_expect(str_eq(found, url), "'%.*s' finds '%.*s'", STR_ARGS(text), STR_ARGS(found));
}

Test(search_query, the_page_that_has_most_comes_first)
{
	expect_best(S("visiting"), S("/visit/"));
	expect_best(S("VISIT prison"), S("/prison/"));
	expect_best(S("prizon"), S("/prison/"));
	expect_best(S("pris"), S("/prison/"));
	expect_best(S("зкшыщт"), S("/prison/"));
}

Test(search_query, a_word_being_typed_may_have_a_slip_in_its_last_letter)
{
	str heads = S("v p \n#prisoners ,!#0\n#visit (!#&&$0\n");
	cr_expect(str_eq(best(S(INDEX), heads, S(PAGES), S("prisok")), S("/prison/")));
	cr_expect(str_eq(best(S(INDEX), heads, S(PAGES), S("prisok visit")), S("/visit/")),
		"the last word only");
	cr_expect(str_eq(best(S(INDEX), heads, S(PAGES), S("prisk")), S("")), "too short");
}

Test(search_query, what_stands_behind_joined_words_is_asked_as_well)
{
	expect_best(S("vi sit prison"), S("/prison/"));
}

Test(search_query, either_half_of_what_is_split_may_have_three_letters)
{
	str index = S("tilts-search 3 v\nlanguage en en\nroot /\npages 2 4\nlabel Contact\n"
		      "heads b\n");
	str heads = S("v b \n#bus &!#0\n#prison )!#0\n");
	cr_expect(str_eq(best(index, heads, S(PAGES), S("prisonbus")), S("/prison/")));
	cr_expect(str_eq(best(index, heads, S(PAGES), S("busprison")), S("/prison/")));
}

/* "и" (and) on page 0, "письмо" (letter) on 1. On the other keyboard s is ы, which has the key of
 * и. */
#define RUSSIAN                                                                                    \
	"tilts-search 3 v\nlanguage en ru cyrillic\nroot /\npages 2 4\nlabel Contact\nheads "      \
	"и\n"
#define RUSSIAN_HEADS "v и \n#и $!#0\n#писм &ьмо!%0\n"

Test(search_query, one_letter_is_no_sign_of_the_other_keyboard)
{
	str found = best(S(RUSSIAN), S(RUSSIAN_HEADS), S(PAGES), S("s pismo"));
	cr_expect(str_eq(found, S("/visit/")), "Latin letters find '%.*s'", STR_ARGS(found));
	found = best(S(RUSSIAN), S(RUSSIAN_HEADS), S(PAGES), S("gbcmvj"));
	cr_expect(str_eq(found, S("/visit/")), "other keys find '%.*s'", STR_ARGS(found));
	found = best(S(RUSSIAN), S("v и \n#и $!#0\n#суд &!%0\n"), S(PAGES), S("cel"));
	cr_expect(str_eq(found, S("/visit/")), "three letters do: '%.*s'", STR_ARGS(found));
}

/* Are answers in the index's own language enough? */
static bool suffices(str index_text, str heads, str text)
{
	files = (struct files){.index = index_text, .heads = heads, .pages = S(PAGES)};
	struct index_source source = {&files, read_file};
	const struct folder *folder = folder_new(&arena);
	struct index *index = index_open(&source, folder, S("en"));
	struct answers answers = query_run(index, folder, text, GUESS, &arena);
	bool enough = answers_suffice(&answers);
	index_close(index);
	return enough;
}

Test(search_query, what_can_be_of_no_other_language_is_asked_of_none)
{
	cr_expect(suffices(S(RUSSIAN), S(RUSSIAN_HEADS), S("писмами")), "Cyrillic, in any form");
	cr_expect(!suffices(S(RUSSIAN), S(RUSSIAN_HEADS), S("пизмо")), "a slip in Cyrillic");
	cr_expect(suffices(S(RUSSIAN), S(RUSSIAN_HEADS), S("pismo")), "in Latin letters");
	cr_expect(!suffices(S(RUSSIAN), S(RUSSIAN_HEADS), S("другу")), "but nothing is found");
	cr_expect(!suffices(S(RUSSIAN), S(RUSSIAN_HEADS), S("pismo to a friend")),
		"too little of it");
	cr_expect(!suffices(S(INDEX), S(HEADS), S("prizon")), "a slip");
	cr_expect(!suffices(S(INDEX), S(HEADS), S("visit māja dārzs")), "marks, in English");
	str latvian = S("tilts-search 3 v\nlanguage en lv\nroot /\npages 2 4\nlabel Contact\n"
			"heads p\nkeys p v\nway latin|p i s m o|п и с ь м о\n");
	cr_expect(suffices(latvian, S(HEADS), S("visīt māja")), "a mark");
	cr_expect(!suffices(latvian, S(HEADS), S("visit house garden")), "no mark");
}

Test(search_query, what_is_no_question_finds_nothing)
{
	expect_best(S(""), S(""));
	expect_best(S("?!<script>.*+[(\\"), S(""));
	expect_best(S("\xff\xc3"), S(""));
	struct buf text;
	buf_init(&text);
	buf_add_repeat(&text, 'a', 10000);
	expect_best(buf_str(&text), S(""));
	buf_clear(&text);
	buf_add_repeat(&text, '.', QUERY_LETTERS);
	buf_adds(&text, "visit");
	expect_best(buf_str(&text), S(""));
	expect_best(str_from(buf_str(&text), 5), S("/visit/"));
	buf_release(&text);
}

Test(search_query, a_damaged_index_is_none)
{
	cr_expect(str_eq(best(S("x"), S(HEADS), S(PAGES), S("visit")), S("no index")));
	cr_expect(str_eq(best(S(INDEX), S("w p \n#visit (!#&"), S(PAGES), S("visit")), S("")),
		"a part of another numbering");
	cr_expect(str_eq(best(S(INDEX), S("v p w\n#visit (!#&"), S(PAGES), S("visit")), S("")),
		"a part that ends elsewhere");
	cr_expect(str_eq(best(S(INDEX), S("v p \n#visit (!~~~~~~~"), S(PAGES), S("visit")), S("")));
	cr_expect(str_eq(best(S(INDEX), S(HEADS), S("v\n"), S("visit")), S("no page")));
}

/* The sentence shown for the best page of those files. */
static str shown_of(struct files of, str text)
{
	struct index_page page;
	files = of;
	struct index_source source = {&files, read_file};
	const struct folder *folder = folder_new(&arena);
	struct index *index = index_open(&source, folder, S("en"));
	struct answers answers = query_run(index, folder, text, GUESS, &arena);
	cr_assert(answers.len && index_page(index, answers.items[0].page, &page));
	str sentence = arena_str(
		&arena, query_sentence(index, folder, &answers, &answers.items[0], &page));
	index_close(index);
	return sentence;
}

static str shown(str pages, str text)
{
	return shown_of((struct files){.index = S(INDEX), .heads = S(HEADS), .pages = pages}, text);
}

Test(search_query, a_result_shows_the_sentence_that_has_the_words)
{
	str sentence = shown(S(PAGES), S("visit"));
	cr_expect(str_eq(sentence, S("Visits last an hour.")), "%.*s", STR_ARGS(sentence));
	sentence = shown(S(PAGES), S("prison"));
	cr_expect(str_eq(sentence, S("All")), "a page without a text has its description");
	sentence =
		shown(S("v\n#\t/prison/\tPrison\tAll\t\n#!\t/visit/\tVisit\tHow\t\tapply\tApply\n"),
			S("visit"));
	cr_expect(str_eq(sentence, S("A visit in a file.")), "each section may have a file");
}

/* "bus" is a keyword of the page about the prison: it points to no section. */
static str shown_of_bus(const char *text)
{
	struct files of = {.index = S("tilts-search 3 v\nlanguage en en\nroot /\npages 2 4\n"
				      "label Contact\nheads b\nbodies b\n"),
		.heads = S("v b \n#bus &!#0\n#prison )!#0\n"),
		.pages = S(PAGES),
		.prison = str_of(text)};
	return shown_of(of, S("prison bus"));
}

Test(search_query, a_statement_is_looked_for_in_all_sections)
{
	str sentence = shown_of_bus("\nWhere is the bus?\x1f"
				    "The bus stops here.\x1f\n");
	cr_expect(str_eq(sentence, S("The bus stops here.")), "%.*s", STR_ARGS(sentence));
	sentence = shown_of_bus("\nHow to take a bus\x1f"
				"More: The bus.\x1f"
				"and the bus.\x1f\n");
	cr_expect(str_eq(sentence, S("All")), "what leads on answers nothing: %.*s",
		STR_ARGS(sentence));
}

/* "bus" is worth little beside "visit", which the text does not have. */
Test(search_query, a_word_of_little_worth_shows_no_sentence)
{
	struct files of = {.index = S("tilts-search 3 v\nlanguage en en\nroot /\npages 2 4\n"
				      "label Contact\nheads b\nbodies b\n"),
		.heads = S("v b \n#bus &!#$\n#prison )!#0\n#visit (!#0\n"),
		.pages = S(PAGES),
		.prison = S("The bus stops here.\x1f\n")};
	str sentence = shown_of(of, S("prison bus visit"));
	cr_expect(str_eq(sentence, S("All")), "%.*s", STR_ARGS(sentence));
	sentence = shown_of(of, S("prison bus"));
	cr_expect(str_eq(sentence, S("The bus stops here.")), "%.*s", STR_ARGS(sentence));
}

static str shown_from(str place)
{
	str pages = arena_join(&arena, S("v\n#\t/prison/\tPrison\tAll\t\n#"), place,
		S("\t/visit/\tVisit\tHow\t\tapply\tApply\n"));
	return arena_str(&arena, shown(pages, S("visit")));
}

Test(search_query, a_text_may_stand_on_a_shelf)
{
	cr_expect(str_eq(shown_from(S(" shelf/12 2")), S("Visits last an hour.")));
	static const char *const none[] = {" shelf/12 9", " shelf/12 -1", " shelf/13 2",
		" shelf/../shelf/12 2", " shelf/12", " shelf", " shelf/ 2", " shelf/12 x"};
	for (size_t i = 0; i < ARRAY_LEN(none); i++)
		cr_expect(str_eq(shown_from(str_of(none[i])), S("")), "%s gives '%.*s'", none[i],
			STR_ARGS(shown_from(str_of(none[i]))));
}

Test(search_query, sentences_end_where_a_capital_follows)
{
	struct buf out;
	buf_init(&out);
	sentences_add(S("Tik no plkst. 9 līdz 10. Tas ir daudz! Jā?\nReģ. Nr. 5\n\n"), &out);
	cr_expect(str_eq(buf_str(&out), S("Tik no plkst. 9 līdz 10.\x1f"
					  "Tas ir daudz! Jā?\x1f"
					  "Reģ. Nr. 5\x1f")),
		"%.*s", STR_ARGS(buf_str(&out)));
	buf_release(&out);
}

Test(search_query, what_somebody_says_stays_whole)
{
	struct buf out;
	buf_init(&out);
	sentences_add(
		S("Sakiet: „Es baidos par viņu. Atbrauciet tūlīt!” Tad gaidiet pie durvīm.\n"
		  "Спросите: «Куда вы его везёте? Когда можно позвонить?» Потом запишите ответ.\n"
		  "Say “I do not know. I will ask.” and then be silent. That is enough for now.\n"
		  "Kas tas ir „viens? Te nekas nebeidzas. Te sākas cits.\n"),
		&out);
	cr_expect(
		str_eq(buf_str(&out), S("Sakiet: „Es baidos par viņu. Atbrauciet tūlīt!”\x1f"
					"Tad gaidiet pie durvīm.\x1f"
					"Спросите: «Куда вы его везёте? Когда можно позвонить?»\x1f"
					"Потом запишите ответ.\x1f"
					"Say “I do not know. I will ask.” and then be silent.\x1f"
					"That is enough for now.\x1f"
					"Kas tas ir „viens?\x1f"
					"Te nekas nebeidzas. Te sākas cits.\x1f")),
		"%.*s", STR_ARGS(buf_str(&out)));
	buf_release(&out);
}

Test(search_query, what_is_no_answer_is_no_sentence)
{
	struct buf out;
	buf_init(&out);
	sentences_add(
		S("Where\nHelps with:\nWhat we could not find out:\n2. Come early.\n"
		  "\x1e"
		  "A letter. May I come?\n116 111\nWhere: the whole of Latvia\nCall.\n"
		  "More: \x1cLawyer, \x1cOffice.\nRead: Lawyer\nRīga: Latgales 208.\nSay: “No.”\n"
		  "Payee: State Treasury.\nCall: \x1c"
		  "116 111.\nWho helps with this: \x1cLawyer.\n"),
		&out);
	cr_expect(str_eq(buf_str(&out), S("2. Come early.\x1f"
					  "116 111\x1f"
					  "Where: the whole of Latvia\x1f"
					  "Call.\x1f"
					  "Rīga: Latgales 208.\x1f"
					  "Say: “No.”\x1f"
					  "Payee: State Treasury.\x1f"
					  "Call: 116 111.\x1f"
					  "Who helps with this: Lawyer.\x1f")),
		"%.*s", STR_ARGS(buf_str(&out)));
	buf_release(&out);
}

/* "prison" and "visit" in parts of their own. How many pages are found. */
static size_t found_in_two_parts(str text, enum guess guess)
{
	files = (struct files){
		.index = S("tilts-search 3 v\nlanguage en en\nroot /\npages 2 4\nlabel Contact\n"
			   "heads p v\nbodies p\nkeys p v\n"),
		.heads = S("v p v\n#prison )!#0\n"),
		.pages = S(PAGES)};
	struct index_source source = {&files, read_file};
	const struct folder *folder = folder_new(&arena);
	struct index *index = index_open(&source, folder, S("en"));
	size_t found = query_run(index, folder, text, guess, &arena).len;
	index_close(index);
	return found;
}

Test(search_query, slips_are_found_in_other_parts_by_the_lists_of_keys)
{
	cr_expect_eq(found_in_two_parts(S("visits"), GUESS), 2);
	cr_expect_eq(found_in_two_parts(S("ivsits"), GUESS), 2, "letters that changed places");
	cr_expect_eq(found_in_two_parts(S("avisits"), GUESS), 2, "one too many");
	cr_expect_eq(found_in_two_parts(S("kisits"), GUESS), 0);
	cr_expect_eq(found_in_two_parts(S("kisits"), GUESS_WIDE), 2, "another first letter");
	cr_expect_eq(found_in_two_parts(S("kvzzts"), GUESS_WIDE), 0);
}

Test(search_query, guesses_are_made_when_they_are_wanted)
{
	files = (struct files){.index = S(INDEX), .heads = S(HEADS), .pages = S(PAGES)};
	struct index_source source = {&files, read_file};
	const struct folder *folder = folder_new(&arena);
	struct index *index = index_open(&source, folder, S("en"));
	cr_expect_eq(query_run(index, folder, S("prizon"), GUESS_NOTHING, &arena).len, 0);
	cr_expect_eq(query_run(index, folder, S("prizon"), GUESS, &arena).len, 1);
	cr_expect_eq(query_run(index, folder, S("text"), GUESS_NOTHING, &arena).len, 0,
		"a word of texts alone");
	cr_expect_eq(query_run(index, folder, S("text"), GUESS, &arena).len, 1);
	cr_expect_eq(query_run(index, folder, S("visit"), GUESS_NOTHING, &arena).len, 2);
	index_close(index);
}
